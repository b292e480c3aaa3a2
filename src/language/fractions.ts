/** Signs of fractions, as the inside of a class of a regular expression. */
export const PARTS = '¼-¾⅐-⅞';

/** Only these are in every typeface; a third would come from a stranger. */
const SIGNS: Readonly<Record<string, string>> = { '1/2': '½', '1/4': '¼', '3/4': '¾' };

/**
 * A part of something: before a word that begins small (1/2 cup, 1/2 a loaf) or a litre, or behind a whole number (2 1/2). What has more
 * digits or strokes beside it is a date, a ratio or an address.
 */
const FRACTION =
  /(?<![\p{L}\p{N}\p{Sc}_.,:/+=*^–−-])(?:(?<=(?<![\p{L}\p{N}.,/-])\d{1,3} )(?:[13]\/4|1\/2)(?![\p{L}\p{N}/–-]|[.,:]\d)|(?:[13]\/4|1\/2)(?=[ \u00a0\n-]\p{Ll}{2}|[ \u00a0\n](?:\p{Ll}|L)(?:[\s.,;:!?)]|$)))/gu;

/** ½, ¼ and ¾, where nothing else can be meant. */
export function setFractions(text: string, cells: string[]): void {
  for (const { 0: typed, index } of text.matchAll(FRACTION)) {
    cells[index] = SIGNS[typed] ?? typed;
    cells.fill('', index + 1, index + typed.length);
    // The whole number keeps its part.
    if (/\d /.test(text.slice(Math.max(0, index - 2), index))) cells[index - 1] = '\u202f';
  }
}
