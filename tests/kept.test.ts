import { afterAll, expect, it } from 'vitest';
import { build } from '../src/build.js';
import type { Kept } from '../src/kept.js';
import type { Press } from '../src/model/press.js';
import { memoryWorkshop } from '../src/workshop/memory.js';
import { thisWorld } from '../src/world.js';
import { testPress } from './support/press.js';

const press = testPress();
afterAll(() => press[Symbol.asyncDispose]());

const BOOK = {
  'book/book.yaml': 'title: T\nauthor: A\nlang: en\nhandout-paper: a4\n',
  'book/a.md': '# A\n\nSee [the sheet](handouts/h.md).\n',
  'book/handouts/h.md': '# The sheet\n\n![A box](../box.svg)\n\n::lines{n=4}\n',
  'book/box.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
};

/** A process that makes a book many times: what was made, what was said, and how many documents the browser opened for it. */
function bench(kept: Kept | undefined = {}) {
  return async (changes: Readonly<Record<string, string>> = {}) => {
    let opened = 0;
    const counted: Press = {
      ...press,
      open(sheet) {
        opened++;
        return press.open(sheet);
      },
      [Symbol.asyncDispose]: async () => undefined,
    };
    const workshop = memoryWorkshop({ ...BOOK, ...changes }, thisWorld().workshop.own);
    const result = await build(
      { folder: 'book', output: 'out', editions: ['web'] },
      { workshop, press: () => counted, kept },
    );
    return { opened, delivered: workshop.delivered, said: result.messages.map(String) };
  };
}

it('takes handouts that it made of the very same, and delivers what it would have made', async () => {
  const make = bench();
  expect((await make()).opened).toBeGreaterThan(0);
  const changes = { 'book/a.md': '# A\n\nOther words, and [the sheet](handouts/h.md).\n' };
  const again = await make(changes);
  expect(again.opened).toBe(0);
  expect([...again.delivered.keys()].filter((path) => path.endsWith('.pdf'))).toHaveLength(1);
  expect(again.delivered).toEqual((await bench(undefined)(changes)).delivered);
});

it.each([
  ['their words', { 'book/handouts/h.md': '# The sheet\n\n::lines{n=5}\n' }],
  ['their pictures', { 'book/box.svg': BOOK['book/box.svg'].replace('<rect', '<rect rx="3"') }],
  ['their looks', { 'book/book.yaml': `${BOOK['book/book.yaml']}tokens: { text-size: 12pt }\n` }],
  ['their paper', { 'book/book.yaml': BOOK['book/book.yaml'].replace('a4', 'letter') }],
])('makes them anew with %s', async (_, changes) => {
  const make = bench();
  await make();
  const anew = await make(changes);
  expect(anew.opened).toBeGreaterThan(0);
  expect(anew.said).toEqual([]);
  expect(anew.delivered).toEqual((await bench(undefined)(changes)).delivered);
});

it('makes those anew of which something is to be said, and says it each time', async () => {
  const make = bench();
  const long = { 'book/handouts/h.md': `# The sheet\n\n${'A line.\n\n'.repeat(90)}` };
  const [first, second] = [await make(long), await make(long)];
  expect(first.said.join()).toContain('h.md');
  expect(second.said).toEqual(first.said);
  expect(second.opened).toBe(first.opened);
});
