import type { Typography } from '../model/typography.js';
import { setDashes } from './dashes.js';
import { setEllipses } from './ellipses.js';
import { setFractions } from './fractions.js';
import { setQuotes } from './quotes.js';
import { setSigns } from './signs.js';
import { setSpaces } from './spaces.js';

/**
 * Makes the text of one paragraph typographic. Every step reads the text as it was typed and writes the cells of the
 * characters that it changes; where two want the same space, the later one has it.
 *
 * @param text the text of a whole paragraph; U+FFFC stands for anything that is not text (code, an image)
 * @param tag the language of it, a BCP 47 tag
 * @param inside whether the whole text stands in a quotation
 * @returns one string for each character of the text, so that the caller can put them back where they came from
 */
export function educate(
  text: string,
  tag: string,
  wanted: Omit<Typography, 'notes'>,
  inside = false,
): string[] {
  const cells = text.split('');
  if (wanted.spaces) setSpaces(text, cells, tag);
  if (wanted.quotes) setQuotes(text, cells, tag, inside);
  if (wanted.ellipses) setEllipses(text, cells);
  if (wanted.dashes) setDashes(text, cells, tag);
  if (wanted.signs) setSigns(text, cells);
  if (wanted.fractions) setFractions(text, cells);
  return cells;
}
