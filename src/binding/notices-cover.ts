import type { Notice } from '../model/notice.js';

export const coverPagesKnown: Notice = {
  id: 'cover-pages-known',
  severity: 'error',
  says: () => 'How wide the spine is depends on the number of pages, and nobody knows it yet',
  remedy: () =>
    'Make the printed book along with its cover: octavo build -e print -e cover. Or say the number: editions: {cover: {pages: 214}}.',
  why: 'The spine of a cover is as wide as the pages are thick. Their number is taken from the print edition that is made in the same build or was made in the last one, else from book.yaml.',
};

export const coverPagesAgree: Notice<{ said: number; printed: number }> = {
  id: 'cover-pages-agree',
  severity: 'error',
  says: ({ said, printed }) =>
    `The cover is to be made for ${said} pages, and the printed book has ${printed}`,
  remedy: () => 'Take “pages” out of editions: cover: it is taken from the printed book.',
  why: 'A spine for another number of pages is too wide or too narrow, and its text comes to lie on the front or on the back.',
};

export const coverPagesFresh: Notice<{ pages: number }> = {
  id: 'cover-pages-fresh',
  severity: 'warning',
  says: ({ pages }) =>
    `The cover is made for the ${pages} pages of the last print edition, and the book has changed since`,
  remedy: () => 'Make both in one go: octavo build -e print -e cover.',
  why: 'A changed text, trim size or theme changes the number of pages, and with it the width of the spine.',
};

export const coverPagesPrinted: Notice<{
  pages: number;
  least: number;
  most: number;
  printer: string;
  binding: string;
  paper: string;
}> = {
  id: 'cover-pages-printed',
  severity: 'error',
  says: ({ pages, least, most, printer, binding, paper }) =>
    `${printer} binds a ${binding} of ${least} to ${most} pages on the paper “${paper}”, and this book has ${pages}`,
  remedy: () => 'Choose another binding, paper, trim size or size of the type; or correct “pages”.',
  why: 'Outside these limits a printer does not take the book, and its formula for the spine does not hold.',
};

export const spineHoldsPages: Notice<{ spine: number; pages: number; expected: string }> = {
  id: 'spine-holds-pages',
  severity: 'error',
  says: ({ spine, pages, expected }) =>
    `A spine of ${millimetres(spine)} mm is not that of ${pages} pages, which is ${expected}`,
  remedy: () => 'Correct “spine” under editions: cover; or leave it out where the printer has a formula.',
  why: 'A spine that is a sixteenth of an inch too narrow or too wide is seen, and refused by printers.',
};

export const spineTextFits: Notice<{ reason: string }> = {
  id: 'spine-text-fits',
  severity: 'info',
  says: ({ reason }) => `The spine has no text on it: ${reason}`,
  remedy: () => 'Nothing needs doing; a thin book has a plain spine.',
  why: 'A cover may lie a sixteenth of an inch off when it is bound. On a narrow spine its text would be seen from the front, and printers forbid it.',
};

export const coverImageFine: Notice<{ path: string; density: number; cut: number }> = {
  id: 'cover-image-fine',
  severity: 'warning',
  says: ({ path, density, cut }) =>
    density
      ? `The image ${path} has ${density} pixels an inch on the printed cover, and printers ask for 300`
      : `The image ${path} has another shape than the front, and ${cut} % of it is cut off`,
  remedy: ({ density }) =>
    density
      ? 'Use a larger picture, or a drawing (SVG).'
      : 'Nothing needs doing if nothing of weight is near its edges; else use a picture of the shape of the page, with an eighth of an inch more on three sides.',
  why: 'A picture on a front is shown as large as the front with its bleed, and what does not have its shape is cut. KDP, IngramSpark and Lulu ask for 300 pixels an inch.',
};

function millimetres(pixels: number): number {
  return Math.round((pixels / 96) * 254) / 10;
}

/** Everything that is said of a whole cover when it is bound. */
// biome-ignore lint/suspicious/noExplicitAny: a list of notices with different facts
export const coverNotices: readonly Notice<any>[] = [
  coverPagesKnown,
  coverPagesAgree,
  coverPagesFresh,
  coverPagesPrinted,
  spineHoldsPages,
  spineTextFits,
  coverImageFine,
];
