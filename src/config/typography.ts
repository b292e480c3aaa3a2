import type { Typography } from '../model/typography.js';

const ALL: Typography = {
  quotes: true,
  dashes: true,
  ellipses: true,
  signs: true,
  fractions: true,
  spaces: true,
  notes: true,
};

/** The names of what can be switched off. */
export const STEPS = Object.keys(ALL);

/** What is wanted of typography: all of it or none, or some things otherwise than the book has them. */
export function settled(
  wanted: boolean | Readonly<Record<string, boolean | undefined>> | undefined,
  book: Typography = ALL,
): Typography {
  if (wanted === undefined) return book;
  const changes = typeof wanted === 'boolean' ? STEPS.map((step) => [step, wanted]) : Object.entries(wanted);
  return { ...book, ...Object.fromEntries(changes) };
}
