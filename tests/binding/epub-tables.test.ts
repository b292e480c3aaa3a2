import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { expect, it } from 'vitest';
import { narrowTable } from '../../src/binding/epub/tables.js';
import { openEpub } from '../support/epub.js';
import { epubcheck } from '../support/epubcheck.js';
import { buildInMemory } from '../support/memory.js';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const tableOf = (...rows: readonly string[][]): string =>
  [rows[0] ?? [], (rows[0] ?? []).map(() => '---'), ...rows.slice(1)].map(row).join('\n');
const ten = Array.from({ length: 10 }, (_, i) => `${i}23.45`);

it('makes tables of the EPUB that are wider than a phone narrower, and leaves others as they are', async () => {
  const chapter = [
    '# One',
    tableOf(['Option', 'Type'], ['`maximum_connection_timeout_in_milliseconds`', '`integer_number`']),
    tableOf(ten, ten),
    tableOf(['Wort', 'Bedeutung'], [`Donau${'dampf'.repeat(11)}`, 'Ein langes Wort']),
    tableOf(['Day', 'Cups'], ['Mon', '3']),
  ];
  const made = await buildInMemory(
    { 'book.yaml': 'title: T\nauthor: A\nlang: en\n', 'one.md': `${chapter.join('\n\n')}\n` },
    { editions: ['epub'] },
  );
  const bytes = [...made.delivered].find(([path]) => path.endsWith('.epub'))?.[1] as Uint8Array;
  const [verdict] = await epubcheck(bytes);
  expect([...(verdict?.errors ?? []), ...(verdict?.warnings ?? [])]).toEqual([]);
  const epub = await openEpub(bytes);
  const [code, numbers, word, small] = epub.documents.get('one.xhtml')?.all('table') ?? [];
  const opened = (table: typeof code): string[] =>
    (table?.all('span') ?? [])
      .filter(({ attributes }) => attributes.class === 'endless')
      .map(({ text }) => text);
  expect(opened(code)).toEqual([]);
  expect(code?.all('wbr')).toHaveLength(4);
  expect(numbers?.attributes.class).toBe('smallest-type');
  expect(opened(numbers)).toHaveLength(20);
  expect(opened(word)).toEqual([`Donau${'dampf'.repeat(11)}`]);
  expect(opened(small)).toEqual([]);
  expect(small?.attributes.class).toBeUndefined();
  const css = new TextDecoder().decode(epub.bytes.get('OEBPS/style.css'));
  expect(css).toMatch(/\.endless \{[^}]*overflow-wrap: anywhere/);
  expect(css).toMatch(/\.smallest-type \{[^}]*font-size: 0\.7em/);
});

it('counts what spans columns with none of them, and opens nothing in formulas and drawings', () => {
  const long = 'x'.repeat(60);
  const table = h('table', [
    h('tr', [h('th', { colSpan: 2 }, long)]),
    h('tr', [h('td', h('math', h('mi', long))), h('td', 'b')]),
  ]);
  const before = toHtml(table);
  expect(toHtml(narrowTable(table))).toBe(before);
  expect(narrowTable(h('table'))).toEqual(h('table'));
});

it('counts the cells below one that spans rows with the columns that they stand in', () => {
  const table = h('table', [
    h('tr', [h('td', { rowSpan: 2 }, 'x'.repeat(20)), h('td', 'y')]),
    h('tr', [h('td', 'z'.repeat(20))]),
  ]);
  const narrow = toHtml(narrowTable(table));
  expect(narrow).toContain(`<span class="endless">${'x'.repeat(20)}</span>`);
  expect(narrow).toContain(`<span class="endless">${'z'.repeat(20)}</span>`);
});

it('lets words of a table be parted in larger type, in columns that keep them whole in type of the usual size', () => {
  const opened = (...rows: readonly string[][]): string[] => {
    const cells = rows.map((row) =>
      h(
        'tr',
        row.map((cell) => h('td', cell)),
      ),
    );
    return [...toHtml(narrowTable(h('table', cells))).matchAll(/"endless">([^<]+)/g)].map(
      ([, run = '']) => run,
    );
  };
  const cities = ['Polska', '37.7', 'Warszawa', 'Wełtawa', 'polski'];
  expect(opened(cities, ['a', 'b', 'c', 'd', 'e'])).toEqual(['Polska', 'Warszawa', 'Wełtawa', 'polski']);
  expect(opened([...cities.slice(0, 4), 'It is a sentence of words that go on'])).toEqual([
    'sentence',
    'words',
  ]);
  expect(
    opened(['Donaudampfschiff', 'It is a sentence of words that go on and on and on, as sentences do']),
  ).toEqual([]);
  expect(opened(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'])).toEqual([]);
  expect(opened(['Day', 'Cups'], ['Monday', '3'])).toEqual([]);
});

it('gives what room is left in a table of many columns to those that have text for it, and not to brief ones', () => {
  const row = (cells: readonly string[]) =>
    h(
      'tr',
      cells.map((cell) => h('td', cell)),
    );
  const brief = ['duration', '1.0', 'milliseconds', 'configuration', 'administrator', 'environment'];
  const table = h('table', [row([...brief, 'The greatest number of connections that are open at one time'])]);
  const shares = [...toHtml(narrowTable(table)).matchAll(/<col(?: style="width:([\d.]+)%")?>/g)].map(
    ([, width]) => width && Number(width),
  );
  expect(shares).toHaveLength(7);
  expect(shares[1]).toBeUndefined();
  const [widest = 0, next = 0] = shares.map((share) => Number(share ?? 0)).sort((a, b) => b - a);
  expect(shares.at(-1)).toBe(widest);
  expect(widest).toBeGreaterThan(next);
  expect(shares.reduce((sum: number, share) => sum + Number(share ?? 0), 0)).toBeLessThan(100);
});

it('keeps a number of several groups whole where it has room, and parts it sooner than a word', () => {
  const narrow = (...rows: readonly string[][]): string =>
    toHtml(
      narrowTable(
        h(
          'table',
          rows.map((cells) =>
            h(
              'tr',
              cells.map((cell) =>
                h('td', /^0\d+ /.test(cell) ? h('span', { className: ['nowrap'] }, cell) : cell),
              ),
            ),
          ),
        ),
      ),
    );
  expect(narrow(['Office', '0800 123 4567'])).toContain('<span class="nowrap">0800 123 4567</span>');
  const days = narrow(
    ['Thursday', 'enrolment', 'passport', 'Teacher', '12.50\u00a0€', '0800 123 4569'],
    ['Monday', 'check', 'passport', 'Caseworker', '0\u00a0€', '0800 123 4567'],
  );
  expect(days).not.toContain('nowrap');
  expect(days).not.toContain('endless');
  const units = narrow(['Donaudampfschiff', 'Wärmeleitfähigkeit', '1234567890\u00a0€']);
  expect(units).toMatch(/1234567890\u00a0(?:<\/span>)?<wbr>/);
});
