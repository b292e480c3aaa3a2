/**
 * Languages whose books are titled up the spine, by custom. ISO 6357 and ANSI/NISO Z39.41 have titles run down, as they do in
 * English, Dutch and the Nordic languages; in most of the rest of Europe and in Latin America they run up (Wikipedia,
 * “Bookbinding”, orientation of spines, read in November 2026). German is left out: its publishers have both.
 */
const UPWARD = new Set([
  'bg',
  'ca',
  'cs',
  'es',
  'fr',
  'hr',
  'hu',
  'it',
  'pl',
  'pt',
  'ro',
  'ru',
  'sk',
  'sl',
  'sr',
  'uk',
]);

/** Whether a title runs down the spine, so that it lies upright when the book lies on its back, or up. */
export function spineRuns(lang: string): 'down' | 'up' {
  return UPWARD.has(lang.split('-')[0] ?? '') ? 'up' : 'down';
}
