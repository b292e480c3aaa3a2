import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { rulesOf } from '../support/pdf-rules.js';

/*
 * Tables with cells over several rows and columns, in the finished files.
 */
let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

const TABLE = `# Tides

| Port | Morning || Note |
| --- | ---: | ---: | --- |
| ^^ | high | low | ^^ |
| Aldmouth | 3.2 | 0.4 | Quiet |
| ^^ | 3.3 | 0.5 | ^^ |

: Tides {#tbl-tides header-rows=2}
`;

async function made(dir: 'ltr' | 'rtl') {
  const { messages, delivered } = await buildInMemory(
    { 'book.yaml': `title: Tides\nauthor: S\nlang: en\ndir: ${dir}\nnotes: chapter\n`, 'a.md': TABLE },
    { editions: ['print', 'epub'] },
    press,
  );
  expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  return (name: string) => delivered.get(`out/${name}`) as Uint8Array;
}

it.each(['ltr', 'rtl'] as const)(
  'the last cell of a row keeps its distance from one that began in a row above (%s)',
  async (dir) => {
    const file = await made(dir);
    const { pages } = await inspectPdf(file('tides-print.pdf'));
    const pieces = pages.flatMap((page) => (page.text.includes('Quiet') ? page.pieces : []));
    const box = (word: string) => {
      const found = pieces.find(({ text }) => text.trim() === word);
      if (!found) throw new Error(`there is no ${word}`);
      return { left: found.x, right: found.x + found.width };
    };
    const gap = (one: string, next: string): number =>
      dir === 'ltr' ? box(next).left - box(one).right : box(one).left - box(next).right;
    for (const [one, next] of [
      ['low', 'Note'],
      ['0.5', 'Quiet'],
    ] as const)
      expect(gap(one, next)).toBeGreaterThan(6);
  },
  60_000,
);

it('a head over several columns is in the middle of them in an EPUB, too', async () => {
  const document = (await openEpub((await made('ltr'))('tides.epub'))).documents.get('a.xhtml');
  const heads = document?.all('th') ?? [];
  const styleOf = (word: string) => heads.find(({ text }) => text.trim() === word)?.attributes.style;
  expect(styleOf('Morning')).toBeUndefined();
  expect(styleOf('low')).toBe('text-align: right');
});

it('a head over several columns stands in HTML where it is said to', async () => {
  const table = (align: string) =>
    `<table><thead><tr><th colspan="2"${align}>Morning</th></tr></thead><tr><td>a long cell of this table</td><td>another</td></tr></table>`;
  const { delivered } = await buildInMemory(
    {
      'book.yaml': 'title: Tides\nauthor: S\nlang: en\n',
      'a.md': `# A\n\n${table(' align="right"')}\n\n${table('')}\n`,
    },
    { editions: ['print', 'epub'] },
    press,
  );
  const { pages } = await inspectPdf(delivered.get('out/tides-print.pdf') as Uint8Array);
  const [right, middle] = pages
    .flatMap((page) => page.pieces.filter(({ text }) => text.trim() === 'Morning'))
    .map(({ x }) => x);
  expect(right).toBeGreaterThan((middle ?? Number.POSITIVE_INFINITY) + 30);
  const document = (await openEpub(delivered.get('out/tides.epub') as Uint8Array)).documents.get('a.xhtml');
  expect(document?.all('th').map(({ attributes }) => attributes.style)).toEqual([
    'text-align: right',
    undefined,
  ]);
});

it.each(['ltr', 'rtl'] as const)(
  'words of the last cell of a row stand clear of the frame of a handout (%s)',
  async (dir) => {
    const { delivered } = await buildInMemory(
      {
        'book.yaml': `title: Tides\nauthor: S\nlang: en\ndir: ${dir}\nnotes: chapter\n`,
        'a.md': '# A\n\nText.\n',
        'handouts/log.md': '# Log\n\n| Port | Cups |\n| --- | ---: |\n| Aldmouth | 12 |\n',
      },
      { editions: ['handouts'] },
      press,
    );
    const sheet = delivered.get('out/handouts/log-a4.pdf') as Uint8Array;
    const [page] = (await inspectPdf(sheet)).pages;
    const words = page?.pieces.filter(({ text }) => /^(?:Cups|12)$/.test(text.trim())) ?? [];
    const uprights = ((await rulesOf(sheet))[0] ?? []).filter(({ width, height }) => width < 2 && height > 5);
    expect(words).toHaveLength(2);
    expect(uprights.length).toBeGreaterThan(2);
    for (const { x, width } of words)
      for (const line of uprights)
        expect(line.left < x ? x - line.left - line.width : line.left - x - width).toBeGreaterThan(4);
  },
  60_000,
);
