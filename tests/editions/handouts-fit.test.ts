import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { matterhorn } from '../support/matterhorn.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';

/*
 * Handouts on the pages that they may take: what is too long is told with how much, shrunk if it asks for that, and numbered where
 * there is more than one page.
 */
let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

const BOOK = 'title: Sheets\nauthor: A\nlang: en\nurl: https://example.org/sheets\nhandout-paper: a4\n';
const items = (count: number) => Array.from({ length: count }, (_, i) => `- [ ] Item ${i + 1}`).join('\n');

async function made(handouts: Record<string, string>, book = BOOK) {
  const files = Object.entries(handouts).map(([name, text]) => [`handouts/${name}.md`, text]);
  const build = await buildInMemory(
    { 'book.yaml': book, 'a.md': '# A\n\nText.\n', ...Object.fromEntries(files) },
    { editions: ['handouts'] },
    press,
  );
  const pdf = async (name: string) =>
    inspectPdf(build.delivered.get(`out/handouts/${name}-a4.pdf`) as Uint8Array);
  return { build, pdf };
}

describe('a handout that is too long', () => {
  it('is told with how much of it is too much', async () => {
    const { build } = await made({ log: `# Log\n\n${items(40)}\n` });
    const [fault] = build.messages.filter(({ ruleId }) => ruleId === 'handout-fits');
    const over = Number(/\((\d+) mm too much\)/.exec(String(fault?.reason))?.[1]);
    expect(build.ok).toBe(false);
    // As many more lines as were written for a page that just holds are as high as what is told.
    const shorter = await made({ log: `# Log\n\n${items(33)}\n` });
    const less = Number(
      /\((\d+) mm too much\)/.exec(String(shorter.build.messages.find(({ fatal }) => fatal)?.reason))?.[1] ??
        0,
    );
    expect(over).toBeGreaterThan(20);
    expect(over - less).toBeGreaterThan(40);
    expect(over - less).toBeLessThan(65);
  });

  it('is told at the line of the first block that stands beyond its pages', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `| Row ${i + 1} | |`).join('\n');
    const texts = {
      list: `# List\n\n${items(40)}\n`,
      rows: `# Rows\n\n| A | B |\n| --- | --- |\n${rows}\n`,
      late: '# Late\n\n::lines{n=24}\n\n## Heading\n\nA line.\n\nAnother.\n',
    };
    const { build } = await made(texts);
    const told = build.messages.filter(({ ruleId }) => ruleId === 'handout-fits');
    const lineOf = (name: string) => told.find(({ file }) => file?.endsWith(`/${name}.md`))?.line;
    // What begins on the second page is read in handouts that may have one.
    const allowed = Object.entries(texts).map(([name, text]) => [name, `---\npages: 2\n---\n${text}`]);
    const { build: longer, pdf } = await made(Object.fromEntries(allowed));
    expect(longer.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
    const nextOf = async (name: string, what: RegExp) =>
      Number(what.exec((await pdf(name)).pages[1]?.text ?? '')?.[1]);
    expect(lineOf('list')).toBe((await nextOf('list', /Item (\d+)/)) + 2);
    expect(lineOf('rows')).toBe((await nextOf('rows', /Row (\d+)/)) + 4);
    expect((await pdf('late')).pages[1]?.lines[0]?.text).toBe('Heading');
    expect(lineOf('late')).toBe(5);
  });

  it('by a table that has no room upright is told how to lie on its side, and does so', async () => {
    const hours = Array.from({ length: 12 }, (_, i) => `${10 + i}:00–${11 + i}:00`);
    const row = (cells: readonly string[]) => `| Day | ${cells.join(' | ')} |\n`;
    const table = `# Rota\n\n${row(hours)}${row(hours.map(() => '---')).replace('Day', '---')}${row(hours.map(() => ''))}`;
    const { build } = await made({ rota: table });
    const [fault] = build.messages.filter(({ ruleId }) => ruleId === 'handout-fits');
    expect(fault?.remedy).toContain('orientation: landscape');
    const { build: longer } = await made({ list: `# List\n\n${items(40)}\n` });
    const [other] = longer.messages.filter(({ ruleId }) => ruleId === 'handout-fits');
    expect(other?.remedy).not.toContain('orientation');
    const { build: lying, pdf } = await made({ rota: `---\norientation: landscape\n---\n${table}` });
    expect(lying.messages.map(String)).toEqual([]);
    expect((await pdf('rota')).pages).toHaveLength(1);
  });

  it('is made a little smaller if it asks for that, and no smaller than four fifths', async () => {
    const text = (count: number) => `---\nfit: shrink\n---\n# Log\n\n${items(count)}\n`;
    const { build, pdf } = await made({ log: text(36) });
    expect(build.messages.filter(({ fatal }) => fatal)).toEqual([]);
    const { pages } = await pdf('log');
    expect(pages).toHaveLength(1);
    expect(pages[0]?.text).toContain('Item 36');
    const size = pages[0]?.lines.find(({ text }) => text.includes('Item 5'))?.size ?? 0;
    expect(size).toBeLessThan(11.4);
    expect(size).toBeGreaterThanOrEqual(11.5 * 0.8 - 0.1);

    const long = await made({ log: text(80) });
    expect(String(long.build.messages.find(({ ruleId }) => ruleId === 'handout-fits')?.reason)).toMatch(
      /mm too much\), and may take 1, and it was made as small as it may be/,
    );
  });

  it('is refused another way of fitting', async () => {
    const { build } = await made({ log: '---\nfit: squeeze\n---\n# Log\n\nText.\n' });
    const [fault] = build.messages.filter(({ fatal }) => fatal);
    expect(`${fault?.reason}`).toBe('“fit” must be shrink');
    expect([fault?.file, fault?.line]).toEqual(['book/handouts/log.md', 2]);
  });
});

describe('a handout on its side', () => {
  it('has a page that is wider than high, and a pack of its own', async () => {
    const { build, pdf } = await made({
      one: '# One\n\nText.\n',
      two: '---\norientation: landscape\n---\n# Two\n\nText.\n\n::lines{n=2}\n',
      three: '---\norientation: landscape\n---\n# Three\n\nText.\n',
    });
    expect(build.messages.map(String)).toEqual([]);
    const size = async (name: string) => {
      const [page] = (await pdf(name)).pages;
      return [Math.round(page?.width ?? 0), Math.round(page?.height ?? 0)];
    };
    expect(await size('one')).toEqual([595, 842]);
    expect(await size('two')).toEqual([842, 595]);
    expect((await pdf('sheets-handouts')).pages).toHaveLength(1);
    const lying = build.delivered.get('out/handouts/sheets-handouts-a4-landscape.pdf') as Uint8Array;
    const pack = await inspectPdf(lying);
    expect(pack.pages.map(({ width }) => Math.round(width))).toEqual([842, 842, 842]);
    expect(pack.pages[0]?.text).toMatch(/^Handouts\s+Three.*1\s+Two.*2/s);
  });
});

describe('pages of handouts', () => {
  it('fill up the sheets of a pack, and none is behind a single handout', async () => {
    const { build, pdf } = await made(
      { log: '# Log\n\nWords.\n', plan: '# Plan\n\nWords.\n' },
      `${BOOK}editions: { handouts: { multiple-of: 4 } }\n`,
    );
    expect(build.messages.map(String)).toEqual([]);
    expect((await pdf('log')).pages).toHaveLength(1);
    expect((await pdf('sheets-handouts')).pages).toHaveLength(4);
  });

  it('are numbered where there is more than one, and the foot says whose they are', async () => {
    const { pdf } = await made({
      one: '# One\n\nText.\n',
      two: `---\npages: 2\n---\n# Two\n\n${items(40)}\n`,
    });
    const [one, two] = [await pdf('one'), await pdf('two')];
    const foot = 'Sheets · example.org/sheets';
    expect(one.pages[0]?.lines.at(-1)?.text).toBe(foot);
    expect(two.pages).toHaveLength(2);
    for (const [i, page] of two.pages.entries()) {
      expect(page.text).toContain(foot);
      expect(page.text).toMatch(new RegExp(`\\b${i + 1} / 2\\b`));
    }
  });

  it.each([
    ['one line', 'The way in which a title of seventy letters is told at a foot of pages'],
    ['two lines', 'A title that is much longer than a title should ever be '.repeat(3).trim()],
  ])('have a foot of %s that does not meet their number', async (_, title) => {
    const text = `---\npages: 2\n---\n# One\n\n${items(40)}\n`;
    const { pdf } = await made({ one: text }, BOOK.replace('Sheets', title));
    const { pages } = await pdf('one');
    expect(pages).toHaveLength(2);
    for (const { pieces, text, width, height } of pages) {
      expect(text).toContain('example.org/sheets');
      const foot = pieces.filter(({ y, text }) => y > height - (18 * 72) / 25.4 && text.trim());
      const [number, ...others] = foot.filter(({ text }) => /^\d \/ \d$/.test(text));
      expect(others).toEqual([]);
      const line = foot.filter((piece) => piece !== number);
      // It ends where the lines of the text end.
      expect((number?.x ?? 0) + (number?.width ?? 0)).toBeCloseTo(width - (18 * 72) / 25.4, -0.5);
      for (const piece of line) {
        expect(piece.x + piece.width).toBeLessThan((number?.x ?? 0) - 5);
        expect(piece.y).toBeLessThan(height - 0.25 * 72);
      }
      expect(Math.min(...line.map(({ y }) => y))).toBeCloseTo(number?.y ?? 0, 0);
    }
  });

  it('are found by the first page of the pack', async () => {
    const { build, pdf } = await made({
      one: '# First things\n\nText.\n',
      three: `---\npages: 2\n---\n# Second things\n\n${items(40)}\n`,
      zwo: '# Last things\n\nText.\n',
    });
    const pack = await pdf('sheets-handouts');
    expect(pack.pages).toHaveLength(5);
    expect(pack.pages[0]?.text).toMatch(/^Handouts/);
    for (const title of ['First things', 'Second things', 'Last things']) {
      const page = pack.pages.findIndex(({ text }, i) => i > 0 && text.startsWith(title));
      expect(pack.pages[0]?.text).toMatch(new RegExp(`${title}\\D*${pack.pages[page]?.label}\\b`));
      expect(pack.links.some((link) => link.page === 0 && link.dest && link.contents.includes(title))).toBe(
        true,
      );
    }
    expect(
      await matterhorn(build.delivered.get('out/handouts/sheets-handouts-a4.pdf') as Uint8Array),
    ).toEqual([]);
  });

  it('need no such page where there is one handout', async () => {
    const { pdf } = await made({ one: '# One\n\nText.\n' });
    expect((await pdf('sheets-handouts')).pages).toHaveLength(1);
  });
});
