/** Scripts whose letters are drawn together in other shapes and another order, so that a file spells them as its maker likes. */
const WOVEN = [
  ...[
    'Arabic',
    'Devanagari',
    'Bengali',
    'Gurmukhi',
    'Gujarati',
    'Oriya',
    'Tamil',
    'Telugu',
    'Kannada',
    'Malayalam',
  ],
  ...[
    'Sinhala',
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
/** What is no letter and no figure, and what is woven. */
const LEFT_OUT = new RegExp(`[^\\p{L}\\p{N}]|[${WOVEN}]`, 'gu');
/** Text of plain signs needs no table to be folded. */
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * What is left of a text whichever way it is set: its letters and figures without case, accents and ligatures. The case goes because a
 * style may set capitals, the accents because fonts spell them in more than one way, and signs because a style, a browser and the
 * direction of a line put some in and others elsewhere.
 */
export function lettersOf(text: string): string {
  if (PLAIN.test(text)) return text.replace(/[^0-9A-Za-z]+/g, '').toUpperCase();
  return text.normalize('NFKD').toUpperCase().normalize('NFKD').replace(LEFT_OUT, '');
}
