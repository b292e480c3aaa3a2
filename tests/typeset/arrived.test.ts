import type { Root } from 'mdast';
import { expect, it } from 'vitest';
import type { Plugin } from '../../src/model/plugin.js';
import { read } from '../../src/reading.js';
import { visit } from '../../src/tree/visit.js';
import { typeset } from '../../src/typeset/typeset.js';
import { memoryWorkshop } from '../../src/workshop/memory.js';
import { thisWorld } from '../../src/world.js';
import { buildInMemory } from '../support/memory.js';

/*
 * What is written arrives in the book, or the build says what did not, and where.
 */
const BOOK = {
  'book.yaml': 'title: T\nauthor: A\nlang: en\n',
  'a.md': [
    '# One',
    'First it rained.[^n]',
    'Then the *lamp* was lit.[]{.index entry="*Moby* Dick"}',
    '> A word said by the way.',
    '| Name | Value |\n| --- | --- |\n| Mon | three cups |',
    ': Cups a day {#tbl-cups}',
    '- One thing\n- Another thing',
    'Term\n: What it means.',
    '[^n]: A note of the rain.',
    ':::when{edition="print"}\nOnly on paper.[^p]\n:::',
    '[^p]: A note for paper.',
    ':::when{profile="teacher"}\nOnly for teachers.\n:::',
  ].join('\n\n'),
};

/** Takes away the first piece of text that says something; or says that it does. */
function thief(words: string, honest = false): Plugin {
  return {
    name: 'thief',
    constructs: [
      {
        name: 'thief',
        sample: '',
        remark(tree: Root, file) {
          visit(tree, 'text', (node, index, parent) => {
            if (!node.value.includes(words) || !parent || index === undefined) return undefined;
            parent.children.splice(index, 1);
            const { start, end } = node.position ?? {};
            if (honest) file.data.leftOut?.push({ from: start?.offset ?? 0, to: end?.offset ?? 0 });
            return index;
          });
        },
      },
    ],
  };
}

/** What is said of a book when it is typeset, without a browser. */
async function checkRendition(files: Record<string, string>, names: string[]) {
  const inBook = Object.fromEntries(Object.entries(files).map(([name, text]) => [`book/${name}`, text]));
  const workshop = memoryWorkshop(inBook, thisWorld().workshop.own);
  const world = { workshop, press: () => Promise.reject(new Error('no browser')) as never };
  const { book, config, editions, constructs, own, ledger } = await read(
    { folder: 'book', editions: names },
    world,
  );
  if (book && config)
    for (const edition of editions)
      await typeset(book, edition, config, constructs, own, workshop, ledger.say);
  return ledger.messages();
}

it('says nothing of a book that is whole, though some of it is for others', async () => {
  const made = await buildInMemory(BOOK);
  expect(made.messages.filter(({ ruleId }) => ruleId === 'text-arrives')).toEqual([]);
  expect(made.ok).toBe(true);
});

it.each([
  ['it rained', 'First it rained.', 3, 1],
  ['lamp', 'lamp', 5, 11],
  ['by the way', 'A word said by the way.', 7, 3],
  ['three cups', 'three cups', 11, 9],
  ['Cups a day', ': Cups a day', 13, 1],
  ['Another', 'Another thing', 16, 3],
  ['What it means', 'What it means.', 19, 3],
  ['note of the rain', 'A note of the rain.', 21, 7],
])('says that “%s” was lost on its way', async (words, said, line, column) => {
  const made = await buildInMemory(BOOK, { plugins: [thief(words)] });
  expect(made.ok).toBe(false);
  expect(made.delivered.size).toBe(0);
  const lost = made.messages.filter(({ ruleId }) => ruleId === 'text-arrives');
  expect(lost.map(({ reason, line, column, fatal }) => [reason, line, column, fatal])).toEqual([
    [`This text has got lost on its way to the page: “${said}”`, line, column, true],
  ]);
});

it('says that text between two entries with slanted words was lost', async () => {
  const text = '# One\n\n[]{.index entry="x *B*"}gone[]{.index entry="*B* x"}.\n';
  const made = await buildInMemory({ ...BOOK, 'a.md': text }, { plugins: [thief('gone')] });
  expect(made.messages.filter(({ ruleId }) => ruleId === 'text-arrives').map(({ line }) => line)).toEqual([
    3,
  ]);
});

it('believes a construct that says what it leaves out', async () => {
  const made = await buildInMemory(BOOK, { plugins: [thief('it rained', true)] });
  expect(made.messages.filter(({ fatal }) => fatal)).toEqual([]);
});

it('finds text beside comments and in chapters with HTML, where places are forgotten', async () => {
  const text =
    '# One\n\n<!-- a comment -->\n\n:::practice[Write it down]\nTwo lines, 6x9 (c).\n:::\n\nTerm\n: What it means.\n\n<div>\n\nInside.\n\n</div>\n';
  const files = { ...BOOK, 'a.md': text };
  expect((await buildInMemory(files)).messages.filter(({ fatal }) => fatal)).toEqual([]);
  const made = await buildInMemory(files, { plugins: [thief('it down')] });
  expect(made.messages.filter(({ ruleId }) => ruleId === 'text-arrives').map(({ line }) => line)).toEqual([
    5,
  ]);
});

it.each([
  [
    'a section for another edition',
    '## For paper {when-edition=print}\n\nWrite in the margin.\n\nAnd more.\n',
  ],
  ['a chapter of answers, in a book of one file', '# Answers\n\n::answers\n'],
  ['end tags that end nothing', 'One </b> two words.\n\nText <span>a</span></span> more text.\n'],
  [
    'a note that only a cell calls which no column is for',
    '| a | b |\n| --- | --- |\n| c | d | e[^1] and[^2] |\n\n: A caption[^3]\n\n[^1]: Lost words.\n[^2]: More of them.\n[^3]: Kept.\n',
  ],
  ['a cell without a table', 'One <td>two</td> three.\n'],
  ['words for what fills itself', '::abbreviations[Short forms]\n\n*[HTML]: HyperText\n\nHTML.\n'],
  ['a place in a work', '- @doe99 [chap. 3]\n'],
  [
    'cards with something between them',
    '::::cards[My cards]\nCut these out.\n\n:::card\nA thing.\n:::\n::::\n',
  ],
  [
    'cards and columns for some',
    '::::cards\n:::card{when-edition=print}\nA thing.\n:::\n::::\n\n::::columns\n:::column{when-edition=print}\nHis.\n:::\n:::column\nHers.\n:::\n::::\n',
  ],
  [
    'slanted words in an entry, wherever its place is',
    '[]{.index entry="x!*B c*"}Word. [ ]{.index entry="*B* cats"}: *x*[]{.index entry="cats *B*"}\n\n- []{.index entry="x!*B c*"}\n- []{.index entry="a *b* c"}[]{.index entry="d *e* f"}<b>Word</b>\n',
  ],
  ['comments beside answers', '# Answers\n\n<!-- here -->\n\n::answers\n'],
])('has no fault to find with %s', async (_, text) => {
  const exercise = ':::exercise[A]\nDo it.\n:::\n\n:::solution\nDone.\n:::\n';
  const files = {
    'book.yaml': 'title: T\nauthor: A\nlang: de\nbibliography: works.bib\n',
    'works.bib': '@book{doe99, author={Doe, Jane}, title={Words}, year={1999}}\n',
    'a.md': `# One\n\n${exercise}\n${text}`,
  };
  for (const editions of [['epub'], ['print'], ['teacher']])
    expect(
      (await checkRendition(files, editions)).filter(({ fatal }) => fatal).map(String),
      String(editions),
    ).toEqual([]);
});

it('takes no longer than a text of brackets is long', async () => {
  const files = { ...BOOK, 'a.md': `# One\n\n${'[@'.repeat(20_000)}\n` };
  expect((await buildInMemory(files)).messages.filter(({ ruleId }) => ruleId === 'text-arrives')).toEqual([]);
});

it('asks nothing of what a plugin of unified does, which may leave out what it likes', async () => {
  const plugin: Plugin = {
    name: 'taker',
    constructs: [
      {
        name: 'taker',
        sample: '',
        mdast: async (tree) => ({ ...tree, children: tree.children.slice(0, 2) }),
      },
    ],
  };
  expect((await buildInMemory(BOOK, { plugins: [plugin] })).messages.filter(({ fatal }) => fatal)).toEqual(
    [],
  );
});

it('takes no longer than the text is long', async () => {
  const text = `# One\n\n<b>x</b>\n\n${'a *b* '.repeat(20_000)}\n\n${':::when{profile="x"}\nHidden.\n:::\n\n'.repeat(500)}`;
  const made = await buildInMemory({ ...BOOK, 'a.md': text });
  expect(made.messages.filter(({ ruleId }) => ruleId === 'text-arrives')).toEqual([]);
});
