import type { Notice } from '../model/notice.js';

/** A font is not in the PDF, so another machine would set the text in whatever it has. */
export const fontIsEmbedded: Notice<{ font: string; edition: string }> = {
  id: 'font-is-embedded',
  severity: 'error',
  says: ({ font, edition }) => `The font ${font} is not embedded in the ${edition} PDF.`,
  remedy: () => 'Choose a font whose licence allows embedding, as a static TrueType file (.ttf or .woff2).',
  why: 'Printers refuse a PDF whose fonts are not all inside it: with another font in its place, lines break elsewhere and letters go missing.',
};

/** A font was drawn as pictures of its letters. */
export const fontHasOutlines: Notice<{ font: string; edition: string }> = {
  id: 'font-has-outlines',
  severity: 'error',
  says: ({ font, edition }) =>
    `The font ${font || 'without a name'} went into the ${edition} PDF as Type 3, as drawings of its letters.`,
  remedy: () =>
    'Use static TrueType files, one for each of regular, italic, bold and bold italic: variable fonts, OpenType with CFF outlines and weights that the browser must imitate end as Type 3.',
  why: 'Type 3 fonts have no hints and often no name: letters look heavy on screen, and most printers refuse the file.',
};

/** A font cannot be turned back into text. */
export const fontMapsToText: Notice<{ font: string; edition: string }> = {
  id: 'font-maps-to-text',
  severity: 'error',
  says: ({ font, edition }) => `Text set in ${font} cannot be searched or copied in the ${edition} PDF.`,
  remedy: () => 'Use another build of this font, one that says which letters its glyphs are.',
  why: 'Without that map the text is only marks on the page: it cannot be found, copied, or read aloud.',
};

/** Everything that can be said about a finished PDF. */
export const pdfNotices = [fontIsEmbedded, fontHasOutlines, fontMapsToText] as const;
