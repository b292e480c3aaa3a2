import type { Typography } from '../model/typography.js';
import { educate } from './educate.js';
import { CODE, SLANTED, unmarked } from './slant.js';

/** Words that are written in a line of their own, outside of Markdown, made typographic; asterisks slant some of them, and stay, as code does. */
export function educatedLine(words: string, tag: string, wanted: Omit<Typography, 'notes'>): string {
  const cells = educate(unmarked(words), tag, wanted);
  const set = (part: string): string => cells.splice(0, part.length).join('');
  const setAround = (part: string): string =>
    part
      .split(CODE)
      .map((one, i) => {
        const typographic = set(one);
        return i % 2 ? `\`${one}\`` : typographic;
      })
      .join('');
  return words
    .split(SLANTED)
    .map((part, i) => (i % 2 ? `*${setAround(part)}*` : setAround(part)))
    .join('');
}

/** A name; it is looked for as it is typed, so its spaces stay what they are. */
export function educatedName(name: string, tag: string, wanted: Omit<Typography, 'notes'>): string {
  return educate(name, tag, { ...wanted, spaces: false }).join('');
}
