import type { Typography } from '../model/typography.js';
import { educate } from './educate.js';
import { SLANTED } from './slant.js';

/** Words that are written in a line of their own, outside of Markdown, made typographic; asterisks slant some of them, and stay. */
export function educatedLine(words: string, tag: string, wanted: Omit<Typography, 'notes'>): string {
  const parts = words.split(SLANTED);
  const cells = educate(parts.join(''), tag, wanted);
  return parts
    .map((part, i) => {
      const set = cells.splice(0, part.length).join('');
      return i % 2 ? `*${set}*` : set;
    })
    .join('');
}

/** A name; it is looked for as it is typed, so its spaces stay what they are. */
export function educatedName(name: string, tag: string, wanted: Omit<Typography, 'notes'>): string {
  return educate(name, tag, { ...wanted, spaces: false }).join('');
}
