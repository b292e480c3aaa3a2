import type { Notice } from '../model/notice.js';

/** An image cannot be decoded, so no e-reader will show it either. */
export const imageDecodes: Notice<{ path: string }> = {
  id: 'image-decodes',
  severity: 'error',
  says: ({ path }) => `The image ${path} cannot be decoded.`,
  remedy: () => 'Open it in an image editor and save it again as PNG or JPEG.',
  why: 'A damaged file, or one whose content is not what its name says, shows as a broken picture, and shops refuse the book.',
};

/** An image was made smaller for the EPUB; the printed editions keep the original. */
export const imageFitsEReaders: Notice<{ path: string; bytes: number }> = {
  id: 'image-fits-e-readers',
  severity: 'info',
  says: ({ path, bytes }) =>
    `${path} is larger than 3.2 megapixels or 1.5 MB; the EPUB carries it reduced, with ${Math.round(bytes / 1000)} kB.`,
  remedy: () =>
    'Nothing needs doing; to choose the quality yourself, keep images under 3.2 megapixels and 1.5 MB.',
  why: 'E-readers have little memory: images above 3.2 megapixels or 1.5 MB load slowly or not at all, and some shops charge by size.',
};

/** An image is in a format that e-readers need not know, lies on its side, or is not in sRGB; it was redrawn. */
export const imageFormatIsCore: Notice<{ path: string; mediaType: string }> = {
  id: 'image-format-is-core',
  severity: 'info',
  says: ({ path, mediaType }) =>
    `${path} was redrawn as ${mediaType.slice('image/'.length).toUpperCase()} for the EPUB.`,
  remedy: () =>
    'Nothing needs doing; to choose the quality yourself, use an upright PNG, JPEG or GIF in sRGB.',
  why: 'EPUB 3.3 promises PNG, JPEG, GIF, SVG and WebP, but many e-readers in use do not show WebP, and none must show AVIF. Not all heed the orientation that a camera notes, or show the colours of inks and other profiles as they are meant.',
};

/** A book without a cover is a grey box on the shelf. */
export const epubHasCover: Notice = {
  id: 'epub-has-cover',
  severity: 'warning',
  says: () => 'The EPUB has no cover image.',
  remedy: () =>
    'Name an image in book.yaml: cover: {src: images/cover.jpg, alt: …}. Or show one on the page that is the cover, or leave that page out, and a cover is drawn.',
  why: 'Shops require a cover, and e-readers show the book by it. A page of your own that is the cover stands in place of the drawn one, whatever is on it.',
};

/** The book does not claim that everybody can read it. */
export const epubConforms: Notice<{ reason: string }> = {
  id: 'epub-conforms',
  severity: 'info',
  says: ({ reason }) => `The EPUB does not claim to be accessible: ${reason}.`,
  remedy: () => 'Mend it, and the claim is made by itself; without it the book can be sold all the same.',
  why: 'Stores and libraries show who can read a book, and from 2025 on European law asks it of most e-books. Octavo writes the claim “EPUB Accessibility 1.1 - WCAG 2.2 Level AA” in the name of the publisher, the authors or the editors, only where nothing that a program can see speaks against it.',
};

/** A store does not take it. */
export const epubFitsStores: Notice<{
  what: string;
  bytes: number;
  most: number;
  stores: readonly string[];
}> = {
  id: 'epub-fits-stores',
  severity: 'warning',
  says: ({ what, bytes, most, stores }) =>
    `${what} has ${Math.ceil(bytes / 100_000) / 10} MB, and ${new Intl.ListFormat('en').format(stores)} ${stores.length > 1 ? 'take' : 'takes'} ${most / 1_000_000} MB at most.`,
  remedy: () => 'Use fewer or smaller images, or part the chapter or the book.',
  why: 'Stores refuse what is too large, or show it slowly. Their figures change; those that Octavo knows are listed with their sources in the handbook, under “Selling it”.',
};

/** Everything the EPUB bindery can say. */
export const epubNotices = [
  imageDecodes,
  imageFitsEReaders,
  imageFormatIsCore,
  epubHasCover,
  epubConforms,
  epubFitsStores,
] as const;
