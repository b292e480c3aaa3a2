import type { Medium } from '../model/rendition.js';

/** What belongs to a page, each for itself: a later one may go before an earlier one where both are as exact. */
const PAGED = [
  'page',
  'kept',
  'text',
  'headings',
  'code',
  'tables',
  'boxes',
  'drop-caps',
  'notes',
  'formulas',
  'title-pages',
  'contents',
  'index',
  'plates',
  'booklets',
  'fields',
];

/** The stylesheets of a medium, in their order. */
export const MEDIA_SHEETS: Readonly<Record<Medium, readonly string[]>> = {
  paged: PAGED.map((name) => `styles/media/paged/${name}.css`),
  reflowable: ['styles/media/reflowable.css'],
  screen: ['styles/media/screen.css'],
};
