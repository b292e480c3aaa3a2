import { nameOf } from '../language/tag.js';
import type { Notice } from '../model/notice.js';
import { IN_THE_MIDDLE } from './instead-of-style.js';

export const htmlIsSafe: Notice<{ what: string; remedy?: string }> = {
  id: 'html-is-safe',
  severity: 'error',
  says: ({ what }) => `${what} is refused in a manuscript, so it was left out`,
  remedy: ({ remedy }) => remedy ?? 'Take it out. A book shows; it runs nothing and loads nothing.',
  why: 'A manuscript may come from anybody, and is opened on many machines. Scripts, frames, forms and event handlers have no place in a book, and stores refuse them.',
};

export const htmlIsKnown: Notice<{ what: string; holds?: boolean; remedy?: string }> = {
  id: 'html-is-known',
  severity: 'warning',
  says: ({ what, holds }) =>
    `${what} is not among the HTML that Octavo sets, so ${holds ? 'only what stands in it was kept' : 'it was left out'}`,
  remedy: ({ what, remedy }) =>
    remedy ??
    (what === '<center>'
      ? `Take the tags away. ${IN_THE_MIDDLE}`
      : 'Write it in Markdown, or use a class and a stylesheet of your own.'),
  why: 'Only HTML that every edition can show is let through, so that no edition silently loses something.',
};

export const styleIsSafe: Notice<{ what: string }> = {
  id: 'style-is-safe',
  severity: 'error',
  says: ({ what }) => `The stylesheet asks for ${what}, which is refused`,
  remedy: () => 'Remove it. Fonts and images of stylesheets are those that come with the theme.',
  why: 'A stylesheet can load files from the network or from your disk. Nothing is loaded that is not part of the book.',
};

export const styleKeepsPages: Notice<{ styles: readonly string[]; reason: string }> = {
  id: 'style-keeps-pages',
  severity: 'error',
  firm: true,
  says: ({ styles, reason }) =>
    `With ${styles.join(' and ')} pages are printed otherwise than they were measured: ${reason}`,
  remedy: () =>
    'Take out of the stylesheet what hides, moves or measures pages and whole chapters (display, position, columns, zoom, @page), and letters that no page has room for (font-size).',
  why: 'Pages are measured before they are printed, and what is in the contents is what was measured. A stylesheet that takes pages away or adds some makes none of it true.',
};

export const styleKeepsText: Notice<{ styles: readonly string[]; said: string }> = {
  id: 'style-keeps-text',
  severity: 'error',
  firm: true,
  says: ({ styles, said }) =>
    `With ${styles.join(' and ')} the text is printed otherwise than it is written. ${said}`,
  remedy: ({ styles }) =>
    `Take out of the stylesheet what hides, covers, repeats or moves text: position, opacity, visibility, overflow. If it is the same without ${styles.join(' and ')}, it is a fault of Octavo; please report it.`,
  why: 'After it is made, every edition is read again, letter by letter, and held against your text. A stylesheet that takes some of it away, or puts some where it is not looked for, makes an edition that cannot be vouched for.',
};

export const styleParses: Notice<{ reason: string }> = {
  id: 'style-parses',
  severity: 'error',
  says: ({ reason }) => `The stylesheet cannot be read: ${reason}`,
  remedy: () => 'Mend the CSS at this place.',
  why: 'A stylesheet with a fault in it would be applied in part, and no two editions would agree which part.',
};

export const styleSuitsReaders: Notice<{ property: string }> = {
  id: 'style-suits-e-readers',
  severity: 'warning',
  says: ({ property }) => `“${property}” is left out of the EPUB, whose stylesheets may not have it`,
  remedy: () =>
    'Say it in the text: {dir=rtl} behind words in brackets, :::div{dir=rtl}, or “dir: rtl” in front matter or book.yaml.',
  why: 'Which way a text is read is part of the text, and not of its looks: stores refuse an EPUB whose stylesheet says it.',
};

export const formulaReads: Notice<{ reason: string; remedy?: string | undefined }> = {
  id: 'formula-reads',
  severity: 'error',
  says: ({ reason }) => `This formula cannot be set: ${reason}`,
  remedy: ({ remedy }) =>
    remedy ?? 'Correct the TeX here. If no formula is meant, put a backslash before the dollar.',
  why: 'Formulas are translated from TeX when the book is built. One that cannot be read would stand on the page as its source.',
};

export const indexPlacedOnce: Notice = {
  id: 'index-placed-once',
  severity: 'warning',
  says: () => 'The index stands in this book already, so it is not repeated here',
  remedy: () => 'Take one of the two “::index” out, or show each in other editions: :::when{edition=print}.',
  why: 'There is one index for the book, so that an entry that points to another leads to one place.',
};

export const typefaceComes: Notice<{ token: string; family: string; known: readonly string[] }> = {
  id: 'typeface-comes',
  severity: 'warning',
  says: ({ token, family }) =>
    `The token “${token}” asks for ${family}, which this theme does not bring along, so the pages are set in what this machine has`,
  remedy: ({ known }) =>
    `Name one that comes along (${known.join(', ')}), choose another theme, or have a plugin bring a theme with yours.`,
  why: 'A typeface that does not come with the book is looked for on the machine that builds it. Where it is not installed another stands in for it without a word, and lines break elsewhere.',
};

export const hyphensThere: Notice<{ lang: string }> = {
  id: 'hyphens-there',
  severity: 'info',
  says: ({ lang }) => `Octavo does not know where words of ${nameOf(lang)} break, so they stay whole`,
  remedy: () =>
    'Where lines come out with wide spaces, write in book.yaml: tokens: {text-align: start}. With hyphenate: false nothing is hyphenated, and this is not said.',
  why: 'Words are hyphenated by patterns of their language. Of this one there are none, or none that can be relied on; whole words leave wider spaces in justified lines.',
};

/** An opening that would leave lines empty beside its letter. */
export const dropCapFits: Notice<{ letter: string }> = {
  id: 'drop-cap-fits',
  severity: 'info',
  says: () => 'This paragraph is too brief for a drop cap, so the chapter opens without one',
  remedy: ({ letter }) =>
    `Let it go on for three lines. With [${letter}]{.drop-cap} at its head it has one all the same, and white below its lines.`,
  why: 'A drop cap is as high as two or three lines. Beside fewer it stands over white, and the next paragraph is far away.',
};

/** Some text is in no edition. */
export const textArrives: Notice<{ words: string }> = {
  id: 'text-arrives',
  severity: 'error',
  firm: true,
  says: ({ words }) => `This text has got lost on its way to the page: “${shortened(words)}”`,
  remedy: () =>
    'This is a fault of Octavo or of a plugin, not yours. Please report it with these lines; nothing was delivered.',
  why: 'Every piece of text that you wrote is looked for in what becomes the book. One that is nowhere, though it is for these readers, is never passed over in silence.',
};

function shortened(words: string): string {
  const plain = words.replace(/\s+/g, ' ').trim();
  return plain.length > 60 ? `${plain.slice(0, 60).replace(/\s\S*$/, '')} …` : plain;
}
