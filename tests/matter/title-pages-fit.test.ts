import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { type InspectedPage, inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* Half title, title page, copyright page and the titles of parts are one page each, however much is on them. */

const LONG = 'The Lighthouse Keepers of the Northern Parishes and Their Lamps';
const LONGER = `${LONG} and All of Their Families through Two Centuries`;
const PART = `${LONGER}, as Told by Those who Kept Them, and by Those who Came after Them and Kept Them in Their Turn`;

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

async function pagesOf(edition: string, keys: string, text = ''): Promise<readonly InspectedPage[]> {
  const { delivered, messages } = await buildInMemory(
    {
      'book.yaml': `lang: en-GB\nidentifier: urn:x:1\npublisher: The Northern Press\n${keys}`,
      'a.md': '# One\n\nText.\n',
      ...(text ? { 'p.md': text } : {}),
    },
    { editions: [edition] },
    press,
  );
  expect(messages.map(String)).toEqual([]);
  return (await inspectPdf([...delivered].find(([name]) => name.endsWith('.pdf'))?.[1] as Uint8Array)).pages;
}

const said = (page: InspectedPage | undefined): string => page?.text.replace(/\s+/g, ' ') ?? '';

/** The size of the largest letters on a page, in points. */
const sizeOf = (page: InspectedPage | undefined): number =>
  Math.max(...(page?.lines ?? []).map(({ size }) => size));

describe('a title page', () => {
  it('of the author’s own has all of its lines in the middle', async () => {
    const { delivered } = await buildInMemory(
      {
        'book.yaml': 'title: T\nlang: en-GB\nidentifier: urn:x:1\n',
        'a.md': '# One\n\nText.\n',
        'Title Page.md': '# The Lamp\n\n## A novel\n\n### by Ann Weir\n\nSecond edition\n',
      },
      { editions: ['screen'] },
      press,
    );
    const { pages } = await inspectPdf([...delivered.values()][0] as Uint8Array);
    const page = pages.find(({ text }) => text.includes('Second edition'));
    expect(page?.lines.map(({ text }) => text)).toEqual([
      'The Lamp',
      'A novel',
      'by Ann Weir',
      'Second edition',
    ]);
    const middles = page?.lines.map(({ x, width }) => x + width / 2) ?? [];
    for (const middle of middles) expect(middle).toBeCloseTo(middles[0] ?? 0, 0);
  });

  it.each([
    ['print', `title: ${LONG}\ntrim: 4.25x7\nauthor: [Ada Brook, John Wetherington-Smythe]\n`],
    ['print', `title: ${LONGER}\ntrim: 5.5x8.5\ntheme: workbook\nauthor: Ada Brook\n`],
    ['print', `title: ${PART}\ntrim: 4.25x7\nauthor: Ada Brook\n`],
    ['large-print', `title: ${LONGER}\ntrim: 5.5x8.5\nauthor: Ada Brook\n`],
    ['screen', `title: ${LONGER}\ntrim: 4.25x7\nauthor: Ada Brook\n`],
  ])('is one page with all that is on it: %s, %s', async (edition, keys) => {
    const pages = await pagesOf(
      edition,
      `${keys}subtitle: A history in letters, ledgers and logs, from the first lamp to the last\n`,
    );
    const [at, ...more] = pages.flatMap((page, i) =>
      said(page).includes('A history in letters') && !said(page).includes('©') ? [i] : [],
    );
    expect(more).toEqual([]);
    expect(said(pages[at ?? 0])).toMatch(/Lighthouse Keepers.*to the last Ada Brook.* The Northern Press$/);
    expect(said(pages[(at ?? 0) + 1])).toContain('©');
    if (edition === 'large-print')
      for (const { size } of pages[at ?? 0]?.lines ?? []) expect(size).toBeGreaterThanOrEqual(16);
  });

  it('keeps its white and its type where it has room', async () => {
    const pages = await pagesOf('print', 'title: Lamps\nauthor: Ada Brook\n');
    expect(said(pages[2])).toBe('Lamps Ada Brook The Northern Press');
    expect(sizeOf(pages[2])).toBeCloseTo(30, 1);
  });

  it('has less white before its type is smaller', async () => {
    const pages = await pagesOf('print', `title: ${LONG}\ntrim: 5x8\nauthor: Ada Brook\n`);
    expect(said(pages[2])).toContain('The Northern Press');
    expect(sizeOf(pages[2])).toBeCloseTo(30, 1);
  });
});

describe('the copyright page', () => {
  const many = (count: number): string =>
    `title: ${LONG}\nauthor: Ada Brook\nlicense: CC-BY-NC-SA-4.0\nrights: All rights that the licence does not give are kept by those who wrote the book.\ncontributor: [${Array.from({ length: count }, (_, i) => `{name: Person ${i} of the Parish, role: trl}`).join(', ')}]\n`;

  it.each([
    ['print', '105mm x 148mm', 8, 7],
    ['print', '4.25x7', 12, 7],
    ['screen', '105mm x 148mm', 8, 7],
    ['large-print', '5.5x8.5', 8, 16],
  ])('is one page where many are thanked: %s, %s', async (edition, trim, count, least) => {
    const pages = await pagesOf(edition, `${many(count)}trim: ${trim}\n`);
    const at = pages.findIndex((page) => said(page).includes('©'));
    expect(said(pages[at])).toMatch(
      new RegExp(`Licensed under[\\s\\S]*Person 0 .*Person ${count - 1} of the Parish`),
    );
    for (const { size } of pages[at]?.lines ?? []) expect(size).toBeGreaterThanOrEqual(least);
  });

  it('keeps its white and its type where it has room', async () => {
    const pages = await pagesOf('print', 'title: Lamps\nauthor: Ada Brook\n');
    const page = pages.find((one) => said(one).includes('©'));
    expect(sizeOf(page)).toBeCloseTo(9, 1);
    expect(page?.lines[0]?.y).toBeGreaterThan(3.9 * 72);
  });

  it('goes on where it is longer than a page of its smallest type', async () => {
    const pages = await pagesOf('print', `${many(160)}trim: 105mm x 148mm\n`);
    const at = pages.findIndex((page) => said(page).includes('©'));
    expect(said(pages[at + 1])).toContain('of the Parish');
    expect(sizeOf(pages[at + 1])).toBeCloseTo(9, 1);
  });
});

describe('the page of a part', () => {
  const parted = (file: string) =>
    `title: T\nauthor: A\ntrim: 4.25x7\ncontents:\n  - part: "${PART}"\n${file}    chapters: [a.md]\n`;

  it('has its number and all of its title', async () => {
    const pages = await pagesOf('print', parted(''));
    const page = pages.find(({ lines }) => lines[0]?.text === 'I');
    expect(said(page)).toBe(`I ${PART}`);
  });

  it('goes on where its author wrote more than a page', async () => {
    const words = `${'Words of its own. '.repeat(20)}\n\n`;
    const pages = await pagesOf(
      'print',
      parted('    file: p.md\n').replace(PART, 'Evening'),
      `# Evening\n\n${words.repeat(8)}`,
    );
    const at = pages.findIndex(({ lines }) => lines[0]?.text === 'I');
    expect(said(pages[at])).toMatch(/^I Evening Words of its own/);
    expect(sizeOf(pages[at])).toBeCloseTo(26, 1);
    expect(said(pages[at + 1])).toContain('Words of its own.');
  });
});
