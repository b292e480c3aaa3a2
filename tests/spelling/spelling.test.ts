import { describe, expect, it } from 'vitest';
import { check } from '../../src/build.js';
import { thisWorld } from '../../src/world.js';
import { judged } from '../support/judged.js';
import { checkInMemory } from '../support/memory.js';

const spelt = (text: string, spelling = 'true', lang = 'en') =>
  judged(`# A\n\n${text}\n`, {
    'book.yaml': `title: T\nauthor: A\nlang: ${lang}\nspelling: ${spelling}\n`,
  });

describe('words that no dictionary has', () => {
  it.each([
    ['en', 'He “recieved” it -- it isn’t the leter’s.', ['words-spelt 3:5', 'words-spelt 3:34']],
    ['en', 'The colour of it.', ['words-spelt 3:5']],
    ['en-GB', 'The colour of it.', []],
    ['en-AU', 'The colour, not the colorr.', ['words-spelt 3:21']],
    ['nl', 'Het huis is kleinn.', ['words-spelt 3:13']],
    ['en', 'A well-worn, well-wornn thing.', ['words-spelt 3:14']],
  ])('are told at their places in %s: %s', async (lang, text, expected) => {
    expect(await spelt(text, 'true', lang)).toEqual(expected);
  });

  it.each([
    'We met Zebulonika there. Zebulonika’s hat was on; it isn’t “Zebulonika”.',
    'Code such as `recieve`, an address as example.org/recieve or me@recieve.org, and 10kmm.',
    'NATO, the USA, U2, a 5th and {{title}}.',
    '[Je suis monsiuer]{.verbatim} and don’t, o’clock, re-read, rock-’n’-roll.',
  ])('are not names, code, addresses, or what stands as it is: %s', async (text) => {
    expect(await spelt(text)).toEqual([]);
  });

  it('are told once each, with how often they stand and what was probably meant', async () => {
    const { messages } = await checkInMemory({
      'book.yaml': 'title: T\nauthor: A\nspelling: {words: [zorblat]}\n',
      'a.md': '# One\n\nA leter, a zorblat, Zorblat’s.\n',
      'b.md': '# Two\n\nThe leter.\n',
    });
    expect(
      messages.map(({ ruleId, file, line, column, reason }) => [ruleId, file, line, column, reason]),
    ).toEqual([
      ['words-spelt', 'book/a.md', 3, 3, 'No dictionary has “leter”, which stands 2 times in this book'],
    ]);
    expect(messages[0]?.remedy).toContain('“letter”');
  });

  it('are allowed with a reason, where they stand', async () => {
    expect(await spelt('<!-- octavo-allow words-spelt: so he wrote it -->\n\nA leter.')).toEqual([]);
  });

  it('stand nowhere in the book that comes along', async () => {
    const { messages } = await check({ folder: 'manuscript' }, thisWorld());
    expect(messages.map(String)).toEqual([]);
  });

  it('are not looked for unless that is asked for, nor where there is no dictionary, which is said once', async () => {
    expect(await spelt('A leter.', 'false')).toEqual([]);
    expect(await spelt('Ein Wortt.\n\nNoch ein Wortt.', 'true', 'de')).toEqual(['dictionary-there 4:11']);
  });
});
