/** Text of plain signs needs no table to be folded. */
const PLAIN = /^[\x20-\x7e]*$/;
/** Scripts whose letters are drawn together in other shapes and another order, so that a file spells them as its maker likes. */
const WOVEN = [
  ...[
    'Devanagari',
    'Bengali',
    'Gurmukhi',
    'Gujarati',
    'Oriya',
    'Tamil',
    'Telugu',
    'Kannada',
    'Malayalam',
    'Sinhala',
  ],
  ...[
    'Thai',
    'Lao',
    'Tibetan',
    'Myanmar',
    'Khmer',
    'Mongolian',
    'Javanese',
    'Balinese',
    'Syriac',
    'Thaana',
    'Nko',
  ],
]
  .map((script) => `\\p{Script=${script}}`)
  .join('');
/** White space, hyphens, marks above and below letters, pictures, private signs, and what is never seen. */
const LEFT_OUT = new RegExp(
  '[-\\s\\p{M}\\p{Cf}\\p{Cc}\\p{Co}\\p{Default_Ignorable_Code_Point}\\u2010\\u2011\\p{Extended_Pictographic}' +
    `\\p{Regional_Indicator}\\p{Emoji_Modifier}${WOVEN}]`,
  'gu',
);

/**
 * What is left of a text whichever way it is set: its letters, figures and signs without case, accents, ligatures, spaces and
 * hyphens, which a line may end with. The case goes because a style may set capitals, the accents because fonts spell them in more
 * than one way.
 */
export function lettersOf(text: string): string {
  if (PLAIN.test(text)) return text.replace(/[ -]/g, '').toUpperCase();
  return text.normalize('NFKD').toUpperCase().normalize('NFKD').replace(LEFT_OUT, '');
}
