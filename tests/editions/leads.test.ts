import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* What leads to something stands on its page, wherever on a page it begins. */

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

/** The pages of as many chapters as a page has lines, which have one more line each before a block. */
function pagesOf(block: string, settings = '') {
  return printed((i) => `# Chapter\n\n${'It rained.\n\n'.repeat(i)}${block}\n\nThe end.\n`, settings);
}

/** The pages of 34 chapters, without titles of them and folios. */
async function printed(chapter: (i: number) => string, settings: string) {
  const files = Object.fromEntries(
    Array.from({ length: 34 }, (_, i): [string, string] => [`c${i + 10}.md`, chapter(i)]),
  );
  const { delivered } = await buildInMemory(
    {
      'book.yaml': `title: Leads\nidentifier: urn:x:1\nlang: en-GB\nchapter-start: any\n${settings}`,
      ...files,
    },
    { editions: ['print'] },
    press,
  );
  const bytes = [...delivered].find(([name]) => name.endsWith('.pdf'))?.[1] as Uint8Array;
  const { pages } = await inspectPdf(bytes);
  return pages.map(({ lines }) =>
    lines.flatMap(({ text }) => (/^(?:\d+|Leads|Chapter)$/.test(text) ? [] : [text])),
  );
}

const TEXT = 'the harbour was older than the town and nobody had asked the harbour about it '.repeat(4);
const list = '- An item\n- Another\n- A third one';

describe('at the foot of a page', () => {
  it.each([
    ['a heading with a line and a stanza', '## A head\n\n*Metre*\n\n:::verse\none\ntwo\nthree\nfour\n:::'],
    ['a heading with two lines and a text', `## A head\n\nIn the spring\n\nAt home\n\nThen ${TEXT}`],
    ['the head of a letter', `## A head\n\n:::letter\n3 May 1911\n\nDear Ada,\n\nThen ${TEXT}\n:::`],
    ['a bold line before a list', `Before.\n\n**Parameters**\n\n${list}`],
    ['a bold line before code', 'Before.\n\n**Parameters**\n\n```\none\ntwo\nthree\n```'],
    [
      'a bold line before a table',
      'Before.\n\n**Parameters**\n\n| a | b |\n| - | - |\n| one | two |\n| three | four |',
    ],
    ['a heading with a list', '## A head\n\n1. In the spring.\n2. Two.\n3. Three.\n4. Four.\n5. Five.'],
    ['a heading with a loose list', '## A head\n\n- In the spring.\n\n- Two.\n\n- Three.\n\n- Four.'],
  ])('nothing is left alone: %s', async (_, block) => {
    const pages = await pagesOf(block);
    const lasts = pages.map((lines) => lines.at(-1) ?? '');
    expect(
      lasts.filter((text) =>
        /^(?:A head|Metre|(?:1\. |• )?In the spring|At home|3 May|Dear|Parameters)/.test(text),
      ),
    ).toEqual([]);
    expect(pages.flat().filter((text) => /^(?:A head|Parameters)$/.test(text))).toHaveLength(34);
  });

  it('no first line of a form is left alone, and a long one fills its page', async () => {
    const lines = Array.from({ length: 14 }, (_, i) => `Line ${'abcdefghijklmn'[i]}: ________`);
    const pages = await pagesOf(`Before.\n\n${lines.join('\n\n')}\n`);
    const formLines = (page: readonly string[]) => page.filter((text) => /^Line [a-n]:/.test(text)).length;
    expect(pages.filter((page) => /^Line a:/.test(page.at(-1) ?? ''))).toEqual([]);
    const begun = pages.filter((page) => page.some((text) => text.startsWith('Line a:'))).map(formLines);
    expect(begun).toHaveLength(34);
    // It is parted behind any of its lines that may end a page.
    expect(new Set(begun).size).toBeGreaterThan(10);
  });

  const QUESTION =
    'Ask whether there is anything in this harbour that is older than the town, and say what nobody has asked about it.';
  it.each([
    ['lines', '::lines{n=4}'],
    ['a box', '::box{height=20mm}'],
    ['a scale', '::scale{from=1 to=9}'],
    ['a table in its item', '| Speed | Rises |\n   | --- | --- |\n   | It | no |\n   | He | yes |'],
  ])('no question, and no part of one, is torn from where it is answered: %s', async (_, answer) => {
    const pages = await pagesOf(`1. ${QUESTION}\n\n   ${answer}\n`);
    const torn = pages.filter(
      (lines) =>
        lines.some((text) => text.startsWith('1. Ask')) !==
        lines.some((text) => text.includes('asked about it')),
    );
    expect(torn).toEqual([]);
    const lasts = pages.map((lines) => lines.at(-1) ?? '');
    if (answer.startsWith('|')) expect(lasts.filter((text) => /asked about it/.test(text))).toEqual([]);
  });

  it('no chapter is named above one of its notes, where the notes of all are at the end', async () => {
    const pages = await printed(
      (i) => `# Part ${i}\n\n${'It rained.^[See it.]\n\n'.repeat(3 + ((i * i) % 5))}`,
      'notes: book\ntrim: 4.25x6.5\n',
    );
    const notes = pages.filter((lines) => lines.some((text) => /See it/.test(text)));
    expect(notes.length).toBeGreaterThan(3);
    const ends = notes.slice(0, -1).map((lines) => lines.slice(-2).join(' / '));
    expect(ends.filter((text) => /Part \d+/.test(text))).toEqual([]);
  });

  it('the caption of a listing is whole, and stays with its code', async () => {
    const caption =
      'A loop, with a caption that is turned over onto a second line, whatever happens, and ends.';
    const pages = await pagesOf(`\`\`\`py {caption="${caption}"}\n${'x = 1\n'.repeat(8)}\`\`\``);
    const torn = pages.filter((lines) => /^A loop|ends\.$/.test(lines.at(-1) ?? ''));
    expect(torn).toEqual([]);
    expect(pages.flat().filter((text) => text.startsWith('A loop'))).toHaveLength(34);
  });

  it('a single line below a heading stays there where nothing but a heading follows', async () => {
    const pages = await pagesOf('## A head\n\nA line.\n\n## Another head\n\nThe text.');
    expect(pages.some((lines) => lines.at(-1) === 'A line.')).toBe(true);
  });
});

describe('at the head of a page', () => {
  it.each([
    ['a last meaning', 'Habitat\n: In water.\n\nStatus\n: Common.\n: Rare.', /^Rare/],
    ['a last term', 'Habitat\n: In water.\n: In ditches.\n\nStatus\n: Rare.', /^Status/],
  ])('%s does not stand alone', async (_, block, alone) => {
    const pages = await pagesOf(`${block}\n\nAnd more.`);
    expect(pages.flat().filter((text) => text.startsWith('Rare'))).toHaveLength(34);
    expect(pages.filter(([first]) => alone.test(first ?? ''))).toEqual([]);
  });
});

describe('a displayed formula', () => {
  it.each(['', 'theme: modern\n'])('begins no page behind a paragraph, %j', async (settings) => {
    const pages = await pagesOf(
      `So ${TEXT}\nis\n\n$$\nx = \\frac{a}{b} \\qquad wxyz\n$$\n\nand so on.`,
      settings,
    );
    const firsts = pages.map((lines) => lines.findIndex((text) => /wxyz|𝑤𝑥𝑦𝑧/u.test(text)));
    const shown = firsts.filter((line) => line >= 0);
    expect(shown).toHaveLength(34);
    // Two lines of the paragraph at least, or a numerator above.
    expect(Math.min(...shown)).toBeGreaterThan(1);
  });
});

it('a note that is called in a single line below a heading stands on its page, whatever leaves that no room', async () => {
  const { delivered, messages } = await buildInMemory(
    {
      'book.yaml': 'title: Leads\nidentifier: urn:x:1\nlang: en-GB\nchapter-start: any\n',
      'high.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="600" viewBox="0 0 300 600"><rect width="300" height="600"/></svg>',
      'a.md': `# One\n\n${TEXT}\n\n## A head\n\nA call.^[The note of it.]\n\n![High](high.svg "A caption")\n\n${TEXT}\n`,
    },
    { editions: ['print'] },
    press,
  );
  const bytes = [...delivered].find(([name]) => name.endsWith('.pdf'))?.[1] as Uint8Array;
  const { pages } = await inspectPdf(bytes);
  const pageOf = (words: string): number => pages.findIndex(({ text }) => text.includes(words));
  expect(pageOf('The note of it.')).toBe(pageOf('A call.'));
  expect(pageOf('A caption')).toBe(pageOf('A call.') + 1);
  expect(messages.map(({ ruleId }) => ruleId)).not.toContain('note-on-its-page');
});
