import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { type Rule, rulesOf } from '../support/pdf-rules.js';
import { testPress } from '../support/press.js';

/* Boxes that go on on the next page are open where they are cut, with notes below the cut and without. */

const SENTENCES =
  'The lamp was lit early because evening came down the stairs before anyone had thought of it. ';
const paragraphs = (end: (i: number) => string) =>
  Array.from({ length: 14 }, (_, i) => `${SENTENCES.repeat(4).trim()}${end(i)}`).join('\n\n');
const notes = Array.from({ length: 14 }, (_, i) => `[^${i}]: A note, ${SENTENCES}`).join('\n\n');

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

describe.each(['classic', 'workbook'])('the theme %s', (theme) => {
  it.each([
    ['note', true],
    ['warning', true],
    ['sidebar', false],
  ])('opens :::%s', async (kind, sides) => {
    const { delivered } = await buildInMemory(
      {
        'book.yaml': `title: Boxes\nidentifier: urn:x:1\nlang: en-GB\ntheme: ${theme}\nchapter-start: any\n`,
        'a.md': `# Plain\n\nBegin.\n\n:::${kind}\n${paragraphs(() => '')}\n:::\n\nThe end.\n`,
        'b.md': `# Noted\n\nBegin.\n\n:::${kind}\n${paragraphs((i) => `[^${i}]`)}\n:::\n\nThe end.\n\n${notes}\n`,
      },
      { editions: ['print'] },
      press,
    );
    const bytes = [...delivered].find(([name]) => name.endsWith('.pdf'))?.[1] as Uint8Array;
    const { pages } = await inspectPdf(bytes);
    const rules = await rulesOf(bytes);
    for (const title of ['Plain', 'Noted']) {
      const first = pages.findIndex(({ lines }) => lines[0]?.text === title);
      const last = pages.findIndex(({ text }, i) => i > first && text.includes('The end.'));
      expect(last - first).toBeGreaterThan(1);
      // Rules across the text are long and thin; the one above notes is an inch long.
      const across = (one: Rule[] = []) => one.filter(({ width, height }) => width > 150 && height < 4);
      const counts = rules.slice(first, last + 1).map((one) => across(one).length);
      expect(counts, title).toEqual([1, ...counts.slice(1, -1).map(() => 0), 1]);
      if (!sides) continue;
      for (const [i, page] of pages.slice(first, last).entries()) {
        // Those at the sides reach down to the last line of the box.
        const upright = (rules[first + i] ?? []).filter(({ width, height }) => width < 5 && height > 50);
        const cut = page.lines.findLast(({ size, y }) => size > 10 && y < 600)?.y ?? 0;
        expect(upright.length, title).toBeGreaterThan(1);
        for (const { top, height } of upright) expect(top + height, title).toBeGreaterThan(cut);
      }
    }
  });
});

it.each(['note', 'sidebar'])(
  'a box goes over the page where it would leave much of one empty, and a small one never: %s',
  async (kind) => {
    const lines = Array.from({ length: 13 }, (_, i) => 6 + 2 * i);
    const chapter = (n: number, size: number, name: string) =>
      `# ${name}\n\n${Array.from({ length: n }, (_, i) => `Line ${i}.`).join('\n\n')}\n\n:::${kind}\nBegins. ${SENTENCES.repeat(size)}Ends.\n:::\n\nBehind.\n`;
    const { delivered } = await buildInMemory(
      {
        'book.yaml': 'title: Boxes\nidentifier: urn:x:1\nlang: en-GB\nchapter-start: any\n',
        ...Object.fromEntries(lines.map((n) => [`l${10 + n}.md`, chapter(n, 14, `Long${n}q`)])),
        ...Object.fromEntries(lines.map((n) => [`s${10 + n}.md`, chapter(n, 4, `Short${n}q`)])),
      },
      { editions: ['print'] },
      press,
    );
    const { pages } = await inspectPdf([...delivered.values()][0] as Uint8Array);
    let opened = 0;
    for (const n of lines)
      for (const name of [`Long${n}q`, `Short${n}q`]) {
        const first = pages.findLastIndex(({ lines: [title] }) => title?.text === name);
        const [page, next] = pages.slice(first, first + 2);
        const begins = page?.text.includes('Begins.') ? 0 : 1;
        const ends = page?.text.includes('Ends.') ? 0 : 1;
        const { height = 0, lines: all = [] } = page ?? {};
        const low = Math.max(...all.map(({ y }) => y).filter((y) => y < height - 60));
        if (name.startsWith('Short')) expect(begins, name).toBe(ends);
        else if (!ends) expect(next?.text, name).not.toContain('Begins.');
        else expect(height - 65 - low, name).toBeLessThan(0.4 * height);
        if (begins < ends) opened++;
      }
    expect(opened).toBeGreaterThan(0);
  },
);

it('nothing is torn out of a box that has room for it, for a last page with a few lines', async () => {
  const counts = Array.from({ length: 20 }, (_, i) => i + 5);
  const chapter = (lines: number) =>
    `# Torn${lines}q\n\n${'It rained.\n\n'.repeat(lines)}:::practice\nBegin.\n\n${'Write.\n\n'.repeat(5)}A last line.\n:::\n\n${SENTENCES.repeat(2)}\n`;
  const { delivered } = await buildInMemory(
    {
      'book.yaml': 'title: Boxes\nidentifier: urn:x:1\nlang: en-GB\ntheme: workbook\nchapter-start: any\n',
      ...Object.fromEntries(counts.map((lines) => [`c${lines + 10}.md`, chapter(lines)])),
    },
    { editions: ['print'] },
    press,
  );
  const { pages } = await inspectPdf([...delivered.values()][0] as Uint8Array);
  for (const lines of counts) {
    const first = pages.findLastIndex(({ lines: [title] }) => title?.text === `Torn${lines}q`);
    const begins = pages.findIndex(({ text }, i) => i >= first && text.includes('Begin.'));
    const { text = '', height = 0, lines: all = [] } = pages[begins] ?? {};
    const low = Math.max(...all.map(({ y }) => y).filter((y) => y < height - 60));
    if (!text.includes('A last line.')) expect(height - 65 - low, String(lines)).toBeLessThan(36);
  }
});
