import { describe, expect, it } from 'vitest';
import { sentencesIn } from '../../src/language/sentences.js';

const parted = (text: string, lang = 'en'): string[] => {
  const sentences = sentencesIn(text, lang);
  for (const { text: own, index } of sentences) expect(text.slice(index, index + own.length)).toBe(own);
  expect(sentences.map((one) => one.text).join('')).toBe(text);
  return sentences.map((one) => one.text.trim());
};

describe('a text is parted into sentences', () => {
  it.each([
    ['en', 'It rained. We stayed.', ['It rained.', 'We stayed.']],
    ['en', 'The vision of St.\u00a0John. It was white.', ['The vision of St.\u00a0John.', 'It was white.']],
    ['en', 'Ask Dr. Bunger. He knows.', ['Ask Dr. Bunger.', 'He knows.']],
    ['en', 'By J. R. Smith. Twice.', ['By J. R. Smith.', 'Twice.']],
    ['en', 'So am I. He is not.', ['So am I.', 'He is not.']],
    ['en', 'We need a plan B. He has none.', ['We need a plan B.', 'He has none.']],
    ['en', 'See No. 5. Then go.', ['See No. 5.', 'Then go.']],
    ['en', 'No. I will not.', ['No.', 'I will not.']],
    ['en', 'See vol. II. Then go.', ['See vol. II.', 'Then go.']],
    ['en', 'That is all.—And then? “Yes.”—“No.”', ['That is all.—', 'And then?', '“Yes.”—', '“No.”']],
    ['en', 'He came—Saul did—and left.', ['He came—Saul did—and left.']],
    ['de', 'Er traf Dr. Weiß. Es regnete.', ['Er traf Dr. Weiß.', 'Es regnete.']],
    ['fr', 'Voici M. Dupont. Il pleut.', ['Voici M. Dupont.', 'Il pleut.']],
    ['ja', '雨が降った。家にいた。', ['雨が降った。', '家にいた。']],
    ['en', '', []],
    ['en', 'Dr. ', ['Dr.']],
  ])('%s: %s', (lang, text, expected) => {
    expect(parted(text, lang)).toEqual(expected);
  });
});
