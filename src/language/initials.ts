/** A letter, and no sign behind it but an apostrophe in its word, or a dash. */
const STANDS_ALONE = /^\p{L}\p{M}*(?!(?!['’]\p{L})["\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}])/u;

/**
 * Whether the letter that a text begins with can be enlarged: a browser makes the signs right behind it as large, and the stop of
 * “W. H. Auden” would be as high as three lines.
 */
export function standsAlone(text: string): boolean {
  return STANDS_ALONE.test(text);
}
