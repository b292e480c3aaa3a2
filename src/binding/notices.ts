import { codePoint } from '../language/code-point.js';
import type { Notice } from '../model/notice.js';
import { coverNotices } from './notices-cover.js';
import { epubNotices } from './notices-epub.js';

export const lineLength: Notice<{ letters: number; most: number }> = {
  id: 'line-length',
  severity: 'warning',
  says: ({ letters, most }) =>
    `Lines of this book hold ${letters} letters on average, and are read with ease up to ${most}`,
  remedy: () =>
    'Set larger type, wider margins or both: tokens: {text-size: 13pt, leading: 17.25pt, margin-inner: 1.2in, margin-outer: 1.2in}; or take a smaller trim.',
  why: 'At the end of a long line the eye has a long way back, and takes the same line again or one too many. Forty-five to seventy-five letters, spaces with them, are what books are set in.',
};

export const fitsPage: Notice<{
  element: string;
  over: number;
  tall: boolean;
  edition: string;
  page: string;
  /** The book's own, where one of them makes it so large. */
  styles: readonly string[];
}> = {
  id: 'fits-page',
  severity: 'warning',
  says: ({ element, over, tall, edition, page }) =>
    `This ${NAMES[element] ?? element} is ${(over / (96 / 25.4)).toFixed(1)} mm too ${tall ? 'high' : 'wide'} for the page (${edition}, page ${page}) and ${element === 'card' ? 'stands there as text' : 'is cut off there'}`,
  remedy: ({ element, tall, styles }) => {
    if (styles.length) return `Ask for smaller letters (font-size) in ${styles.join(' or ')}.`;
    return tall && element !== 'card'
      ? 'Part it into several, or leave rows out with \\vdots.'
      : (REMEDIES[element] ?? 'Break it into shorter lines, or choose a wider trim size.');
  },
  why: 'What is wider than the text block would either be cut off or make the browser shrink the whole book without a word; a formula higher than it cannot be parted.',
};

const NAMES: Readonly<Record<string, string>> = {
  table: 'table',
  pre: 'code',
  img: 'image',
  p: 'paragraph',
  li: 'list item',
  figure: 'figure',
  math: 'formula',
  card: 'card',
};

const REMEDIES: Readonly<Record<string, string>> = {
  table: 'Give it fewer columns or shorter words, or turn it into a list.',
  img: 'Set it smaller: {width=80%}; or give it a paragraph of its own.',
  card: 'Make it shorter, or part it into two cards.',
  math: 'Break it with \\begin{aligned} … \\\\ … \\end{aligned}, or choose a wider trim size.',
};

export const notesAtFoot: Notice<{ edition: string; page: string; all: boolean }> = {
  id: 'notes-at-foot',
  severity: 'warning',
  says: ({ edition, page, all }) =>
    all
      ? `The notes of this chapter do not all fit at the foot of their pages (${edition}), this one on page ${page} for one, so all of them stand behind it`
      : `This note, called on page ${page}, has no room at the foot of any page (${edition}), so it stands behind its chapter`,
  remedy: () =>
    'Take what is higher than a page (a list, a table or a picture) out of the note and into the text. Or have all notes behind their chapters: notes: chapter.',
  why: 'A note of paragraphs goes on at the foot of the next page; what cannot be parted has to have room on one. What has none stands behind the chapter, and the others stay at the foot.',
};

export const noteOnItsPage: Notice<{ edition: string; page: string; boxed: boolean }> = {
  id: 'note-on-its-page',
  severity: 'warning',
  says: ({ edition, page }) =>
    `This note is called on page ${page}, where it has no room at the foot, so it begins on a later one (${edition})`,
  remedy: ({ boxed }) =>
    boxed
      ? 'Shorten it or the notes beside it, or call it from the text: what it is called in fills the page, and is not parted.'
      : 'Shorten it or the notes that are called beside it, or call it a few lines further on.',
  why: 'Where the notes of one line are higher than the page, or what calls them fills it, there is no room under it. They follow at the foot of the next page that has some.',
};

export const wordsWholeInTables: Notice<{ edition: string }> = {
  id: 'words-whole-in-tables',
  severity: 'warning',
  says: ({ edition }) =>
    `The columns of this table are too narrow for their words, even in the smallest size, so words are broken in it (${edition})`,
  remedy: () => 'Shorten its longest words, part it into two tables, or choose a wider trim size.',
  why: 'A table that is too wide is set smaller, then turned by a quarter. What is wider still would be cut off, so its words are broken at any letter.',
};

export const imageResolution: Notice<{
  path: string;
  density: number;
  edition: string;
  page: string;
  pixels: number;
  percent: number;
}> = {
  id: 'image-resolution',
  severity: 'warning',
  says: ({ path, density, edition, page }) =>
    `The image ${path} has ${density} pixels an inch at the size it is set in (${edition}, page ${page}), and will look coarse`,
  remedy: ({ pixels, percent }) =>
    `Use a file that is ${pixels} pixels wide${percent >= 10 ? `, or set it smaller: {width=${percent}%}` : ''}.`,
  why: 'Print shows 300 pixels an inch. Below 150, edges turn into steps and photographs grow soft; a screen, which has about 100, does not show it beforehand.',
};

export const bleedThere: Notice<{
  edition: string;
  asked?: { readonly printer: string; readonly bleed: string } | undefined;
}> = {
  id: 'bleed-there',
  severity: 'warning',
  says: ({ edition }) => `This picture covers its page, and the edition ${edition} has no bleed`,
  remedy: ({ edition, asked }) =>
    asked
      ? `Say “bleed: ${asked.bleed}” under editions: ${edition}: so much is asked by ${asked.printer}.`
      : `Ask the printer for the bleed, and write it down: “editions: {${edition}: {bleed: 3mm}}”.`,
  why: 'Paper is cut after it is printed, and never to a hair. A picture that ends where the page ends shows a white edge where the knife missed; with a bleed it goes on for some millimetres that are cut off.',
};

export const handoutFits: Notice<{
  papers: readonly { paper: string; pages: number; over: number; turned: boolean }[];
  allowed: number;
  shrunk: boolean;
}> = {
  id: 'handout-fits',
  severity: 'error',
  says: ({ papers, allowed, shrunk }) =>
    `This handout takes ${papers.map(({ paper, pages, over }) => `${pages} pages of ${paper} (${over} mm too much)`).join(' and ')}, and may take ${allowed}${shrunk ? ', and it was made as small as it may be' : ''}`,
  remedy: ({ papers, shrunk }) => {
    const more = `allow it more with “pages: ${Math.max(...papers.map(({ pages }) => pages))}”`;
    if (papers.some(({ turned }) => turned))
      return `A table is too wide for the upright sheet, and is turned on a page of its own. Lay the sheet on its side with “orientation: landscape” in its front matter, or ${more}.`;
    return shrunk
      ? `Shorten it, or ${more} in its front matter.`
      : `Shorten it, have it made a little smaller with “fit: shrink” in its front matter, or ${more}.`;
  },
  why: 'A handout is made to be one sheet in a hand; a second page with three lines on it is a mistake that is only noticed at the copier.',
};

export const pageNumbersTrue: Notice<{ title: string; said: string; printed: string }> = {
  id: 'page-numbers-true',
  severity: 'error',
  firm: true,
  says: ({ title, said, printed }) =>
    `The book says that “${title}” is on page ${said}, and it was printed on page ${printed}`,
  remedy: () =>
    'This is a fault of Octavo or of a new browser, not yours. Please report it; the file was not delivered.',
  why: 'After printing, every page number is held against the PDF. A wrong one is never delivered.',
};

export const fontEmbeds: Notice<{ font: string; reason: string }> = {
  id: 'font-embeds',
  severity: 'error',
  says: ({ font, reason }) => `The font ${font} ${reason}`,
  remedy: () => 'Use static TrueType fonts (not variable, not OpenType CFF), or a theme of Octavo.',
  why: 'Printers refuse PDFs with Type 3 fonts or fonts that are not embedded.',
};

export const fontKnown: Notice<{ font: string; edition: string }> = {
  id: 'font-known',
  severity: 'info',
  says: ({ font, edition }) =>
    `Some characters of the ${edition} edition are set in ${font}, a font of this machine`,
  remedy: () => 'Nothing needs doing; but on another machine these characters may look different.',
  why: 'A character that the theme’s fonts lack is taken from a font that happens to be installed, so the book depends on the machine that it is built on.',
};

export const glyphsThere: Notice<{ characters: readonly string[] }> = {
  id: 'glyphs-there',
  severity: 'warning',
  says: ({ characters }) =>
    `No font has ${listed(characters)}, and a box is printed for ${characters.length > 1 ? 'each' : 'it'}`,
  remedy: ({ characters }) =>
    `Install a font that has ${characters.length > 1 ? 'them' : 'it'} (the Noto fonts cover all scripts and signs), bring one along in a theme, or write something else.`,
  why: 'A character that neither the theme’s fonts nor those of this machine have is printed as a box, and is lost when the PDF is searched, copied or read aloud.',
};

/** Some of a book is in other colours than it was to be. */
export const inkIsAsked: Notice<{ coloured: number; edition: string; ink: 'black' | 'cmyk' }> = {
  id: 'ink-is-asked',
  severity: 'warning',
  says: ({ coloured, edition, ink }) =>
    `The edition ${edition} is to be ${ink === 'black' ? 'black' : 'in the four inks of a press'}, and ${coloured} gradient${coloured > 1 ? 's' : ''} or image${coloured > 1 ? 's' : ''} in it are in the colours of a screen`,
  remedy: ({ ink }) =>
    `Use gradients along a line or from a point in place of others (conic ones, filters) in drawings and stylesheets; or leave “ink: ${ink}” out.`,
  why: 'A printer who is given a black file and finds a colour in it prints it in colour and asks for that price, or sends it back; colours of a screen in a file for the press come out as its machine guesses. Gradients that are computed by a program cannot be turned once they are printed.',
};

/** Pages are shrunk too much to be read. */
export const pagesLegible: Notice<{ edition: string; paper: string; percent: number }> = {
  id: 'pages-legible',
  severity: 'warning',
  says: ({ edition, paper, percent }) =>
    `The pages of the edition ${edition} are shown at ${percent} % of their size on ${paper}, and will be hard to read`,
  remedy: () => 'Use larger paper (a3, tabloid), put fewer pages on a side, or choose a smaller trim size.',
  why: 'Pages are made smaller until they fit on the paper that is asked for. Below 60 %, text of 11 points becomes one of less than 7, which is the size of what nobody is meant to read.',
};

/** What is printed is not what was written. */
export const textWhole: Notice<{
  fault: 'missing' | 'doubled' | 'moved' | 'other';
  words: string;
  edition: string;
}> = {
  id: 'text-whole',
  severity: 'error',
  firm: true,
  says: ({ fault, words, edition }) =>
    `Of the text here, the edition ${edition} ${FAULTS[fault]}${words ? `: “${words}”` : ''}`,
  remedy: () =>
    'This is a fault of Octavo or of a new browser, not yours. Please report it; the file was not delivered.',
  why: 'After it is made, every edition is read again, letter by letter, and held against your text. One that lost, doubled or moved a word is never delivered.',
};

const FAULTS = {
  missing: 'has some not at all',
  doubled: 'has some twice',
  moved: 'has some in another place',
  other: 'has some otherwise',
} as const;

/** The PDF does not claim that everybody can read it. */
export const pdfConforms: Notice<{ reason: string; edition: string; standard: string }> = {
  id: 'pdf-conforms',
  severity: 'info',
  says: ({ reason, edition, standard }) =>
    `The PDF of the edition ${edition} does not claim ${standard}: ${reason}.`,
  remedy: () =>
    'Mend it, and the claim is made by itself; without it the PDF can be given away all the same.',
  why: 'PDF/UA-1 (ISO 14289-1) is what authorities and schools ask of a PDF that everybody can read. Octavo tags every PDF for it, and writes the claim only where nothing that a program can see speaks against it. PDF/A-2u (ISO 19005-2) is what archives ask; the edition “archive” claims it where every character has a glyph and a code.',
};

/** `“太” (U+592A), “字” (U+5B57) and 12 other characters` */
function listed(characters: readonly string[]): string {
  const shown = characters.length > SHOWN + 1 ? characters.slice(0, SHOWN) : characters;
  const names = shown.map((one) => `${/\p{Co}/u.test(one) ? '' : `“${one}” `}(${codePoint(one)})`);
  if (shown.length < characters.length) names.push(`${characters.length - shown.length} other characters`);
  return names.join(', ').replace(/, ([^,]+)$/, ' and $1');
}

/** Of many characters as many are named. */
const SHOWN = 5;

/** Everything a bindery can say. */
// biome-ignore lint/suspicious/noExplicitAny: a list of notices with different facts
export const notices: readonly Notice<any>[] = [
  fitsPage,
  lineLength,
  notesAtFoot,
  noteOnItsPage,
  wordsWholeInTables,
  imageResolution,
  bleedThere,
  handoutFits,
  pageNumbersTrue,
  fontEmbeds,
  fontKnown,
  glyphsThere,
  inkIsAsked,
  pagesLegible,
  textWhole,
  pdfConforms,
  ...epubNotices,
  ...coverNotices,
];
