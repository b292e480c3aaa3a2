import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { buildInMemory } from '../support/memory.js';
import { meddling } from '../support/press.js';

/*
 * An edition that has not every word, once and in order, is never delivered, and the line is told.
 */
let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

const FILLING = 'The harbour was older than the town and nobody had asked it what it thought of that. ';
const BOOK = {
  'book.yaml': 'title: Whole\nauthor: A\nlang: en\nchapter-start: any\nlists: [tables]\n',
  'one.md': [
    '# One',
    `First it rained.[^n] ${FILLING.repeat(2)}`,
    'Then the lamp was lit by a man with a ladder.',
    `Last of all came the morning, and H~2~O froze.[^m] ${FILLING.repeat(30)}`,
    '| Name | Value |\n| --- | --- |\n' +
      Array.from({ length: 60 }, (_, i) => `| row ${i} | ${i * 7} |`).join('\n'),
    'Table: Many rows {#tbl-rows}',
    'See @tbl-rows, and the lamps[]{.index entry="lamp"} again. *Ä œ ﬁ ß ‘x’*, `code --flag`, $x^2$.',
    '```\nline one\n  line two\n```',
    '[^n]: A note of the rain.\n[^m]: Another one, of the morning.',
  ].join('\n\n'),
  'two.md':
    '# Two\n\nHebrew שלום with 12 words, and Arabic مرحبا.\n\nRecto\n: Right.\n\n1. First\n2. Second\n',
};

async function told(files: Readonly<Record<string, string>>, spoil?: () => void, edition = 'print') {
  const made = await buildInMemory(
    files,
    { editions: [edition] },
    meddling(press, async (open) => spoil && open.run(spoil)),
  );
  return {
    delivered: made.delivered.size > 0,
    messages: made.messages
      .filter(({ fatal }) => fatal)
      .map((message) => `${message.file}:${message.line} ${message.ruleId} ${message.reason}`),
  };
}

describe('a build', () => {
  it.each(['print', 'screen'])('is made where nothing is lost (%s)', async (edition) => {
    expect(await told(BOOK, undefined, edition)).toEqual({ delivered: true, messages: [] });
  });

  it.each([
    [
      'a paragraph is dropped',
      () => void document.querySelectorAll('.chapter p')[1]?.remove(),
      /one\.md:5 text-whole .*print has some not at all: “Then the lamp was lit by a man/,
    ],
    [
      'a note stands twice',
      () => {
        const note = document.querySelector('.foot-note');
        note?.after(note.cloneNode(true));
      },
      /one\.md:\d+ text-whole .* has some twice/,
    ],
    [
      'two lines change places',
      () => {
        const code = document.querySelector('pre code');
        if (code) code.textContent = '  line two\nline one\n';
      },
      /one\.md:\d+ text-whole .* has some otherwise: “one line two”/,
    ],
    [
      'a letter has no glyph',
      () => {
        for (const text of document.querySelectorAll('.chapter p'))
          if (text.firstChild instanceof Text)
            text.firstChild.data = text.firstChild.data.replace('ladder', 'la\u{10FFFD}der');
      },
      /one\.md:5 text-whole .* has some not at all: “ladder\./,
    ],
    [
      'a word is another',
      () => {
        for (const cell of document.querySelectorAll('td'))
          if (cell.textContent === 'row 33') cell.textContent = 'row 34';
      },
      /one\.md:\d+ text-whole /,
    ],
    [
      'a letter of a script that is read from the right is lost',
      () => {
        for (const text of document.querySelectorAll('.chapter p'))
          if (text.firstChild instanceof Text)
            text.firstChild.data = text.firstChild.data.replace('שלום', 'לום');
      },
      /two\.md:3 text-whole .* has some not at all/,
    ],
  ])('is not delivered when %s', async (_, spoil, message) => {
    const { delivered, messages } = await told(BOOK, spoil);
    expect(messages).toEqual([expect.stringMatching(message), ...messages.slice(1)]);
    expect(messages.every((one) => one.includes('text-whole'))).toBe(true);
    expect(delivered).toBe(false);
  });

  it('is delivered where a stylesheet hides something, for that is its author’s will', async () => {
    const hiding = {
      ...BOOK,
      'book.yaml': `${BOOK['book.yaml']}styles: [own.css]\n`,
      'own.css': 'p:nth-of-type(2) { display: none } td { font-size: 0 } h1 { text-transform: uppercase }\n',
    };
    expect(await told(hiding)).toEqual({ delivered: true, messages: [] });
  });
});
