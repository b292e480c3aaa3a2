import type { Notice } from '../model/notice.js';

export const folderExists: Notice<{
  path: string;
  found: 'missing' | 'not-a-folder' | 'unreadable';
  /** Those that were asked for, and this one with them, where the folder is called as one is. */
  editions?: readonly string[];
}> = {
  id: 'folder-exists',
  severity: 'error',
  firm: true,
  says: ({ path, found }) =>
    ({
      missing: `There is no folder ${path}`,
      'not-a-folder': `${path} is a file, and a book is made from a folder`,
      unreadable: `The folder ${path} cannot be read: the system does not allow it`,
    })[found],
  remedy: ({ path, found, editions }) => {
    if (found === 'not-a-folder')
      return 'Name the folder that it lies in: octavo build my-book. All Markdown files there are chapters; one that is a book by itself wants a folder of its own.';
    if (editions)
      return `${path} is an edition, and each is named by itself: ${editions.map((one) => `-e ${one}`).join(' ')}.`;
    return 'Name the folder that holds your Markdown files: octavo build my-book. The one that you are in is a dot: octavo build .';
  },
  why: 'A book is made from one folder of Markdown files.',
};

export const folderHasChapters: Notice<{ path: string; handouts: boolean }> = {
  id: 'folder-has-chapters',
  severity: 'error',
  firm: true,
  says: ({ path, handouts }) =>
    handouts ? `There are only handouts in ${path}, and no chapter` : `There is no Markdown file in ${path}`,
  remedy: ({ handouts }) =>
    handouts
      ? 'Make the handouts alone with --edition handouts, or put a chapter into the folder.'
      : 'Put at least one file that ends in .md into it, or run octavo init to begin a new book. Of a document Pandoc makes one: pandoc novel.docx -o novel.md.',
  why: 'Every .md file is a chapter; a book needs one.',
};

export const bookHasChapters: Notice<{ path: string }> = {
  id: 'book-has-chapters',
  severity: 'error',
  firm: true,
  says: ({ path }) => `Every file in ${path} is marked as a draft, so there is nothing to make`,
  remedy: () => 'Take “draft: true” out of one, or build with --draft.',
  why: 'Drafts are left out unless they are asked for; a book of nothing would be nothing but a title page.',
};

export const folderHasHandouts: Notice<{ path: string }> = {
  id: 'folder-has-handouts',
  severity: 'error',
  firm: true,
  says: ({ path }) => `There is no handout in ${path}`,
  remedy: () => 'Put one into its folder “handouts”, or make another edition.',
  why: 'The edition “handouts” makes one PDF of each file in handouts/; without any there is nothing to make.',
};

export const bookHasSolutions: Notice<{ edition: string }> = {
  id: 'book-has-solutions',
  severity: 'error',
  firm: true,
  says: ({ edition }) => `No exercise of the book has a solution that the edition “${edition}” could show`,
  remedy: ({ edition }) =>
    `Write a :::solution behind an :::exercise, or make other editions. One that has a condition names this edition: :::when{edition="teacher, ${edition}"}.`,
  why: 'An answer key is made of the solutions of a book and of nothing else; without any it would be an empty page.',
};

interface Emptied {
  readonly editions: readonly string[];
  readonly profiles: readonly string[];
}

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(' and ');
const nothingIsFor = ({ editions, profiles }: Emptied): string =>
  `Nothing of the book is for the edition${editions.length > 1 ? 's' : ''} ${quoted(editions)}${profiles.length ? ` and the profile ${quoted(profiles)}` : ''}`;

export const editionHasText: Notice<Emptied> = {
  id: 'edition-has-text',
  severity: 'error',
  firm: true,
  says: (emptied) => `${nothingIsFor(emptied)}, so there is nothing to make`,
  remedy: ({ editions, profiles }) =>
    `Make other editions; or ${profiles.length ? 'build with another profile' : 'name the profile that the text is for, if it is for one (--profile …)'}; or say of a chapter that it is for this one: “outputs: [${editions[0]}]”.`,
  why: 'Chapters and passages that are for other editions or readers are left out; what is left here is a title page, a table of contents and a colophon of nothing.',
};

export const editionLeftOut: Notice<Emptied> = {
  id: 'edition-left-out',
  severity: 'info',
  says: (emptied) =>
    `${nothingIsFor(emptied)}, and ${emptied.editions.length > 1 ? 'they are' : 'it is'} not made`,
  remedy: () => 'Name the editions that the book is for in book.yaml, such as “editions: [print]”.',
  why: 'A book whose file names no editions is made in those that most books have; one that all of its text is kept from would be a title page and a table of contents of nothing.',
};

export const titleGiven: Notice<{ path: string }> = {
  id: 'title-given',
  severity: 'error',
  firm: true,
  says: () => 'The book has no title',
  remedy: () => 'Add “title: …” to book.yaml, or begin the first file with a heading: # My book.',
  why: 'The title stands on the cover, in the document properties and in every store; readers and screen readers know the book by it.',
};

export const fileExists: Notice<{ path: string; guess?: string | undefined }> = {
  id: 'file-exists',
  severity: 'error',
  says: ({ path }) => `There is no file ${path}`,
  remedy: ({ guess }) => (guess ? `Did you mean ${guess}?` : 'Correct the name, or take the line out.'),
  why: 'What is listed and not there would be missing from the book.',
};

export const fileListedOnce: Notice<{ path: string }> = {
  id: 'file-listed-once',
  severity: 'error',
  says: ({ path }) => `${path} is listed twice in the contents`,
  remedy: () => 'Take one of the two lines out.',
  why: 'The same chapter twice would have the same ids twice, and links could not know which is meant.',
};

export const fileInBook: Notice<{ path: string }> = {
  id: 'file-in-book',
  severity: 'warning',
  says: ({ path }) => `${path} is not in the contents, so it is not in the book`,
  remedy: () =>
    'Add it to “contents” in book.yaml, or give it “draft: true”, or begin its name with a dot or an underscore.',
  why: 'A chapter that was written and then forgotten in the list is a common and costly mistake.',
};

export const fileIsText: Notice<{ path: string; stray?: boolean }> = {
  id: 'file-is-text',
  severity: 'error',
  says: ({ path, stray }) =>
    stray ? 'A zero byte stands here, which no text can hold' : `${path} is not a text file`,
  remedy: ({ path, stray }) => {
    if (stray) return 'Delete it; some editors show it as ^@, others not at all, between its neighbours.';
    return /\.(md|markdown|qmd|rmd|mdx)$/i.test(path)
      ? 'A Markdown file is plain text; if this is a document of a word processor, export it as Markdown first.'
      : 'Write it anew with a text editor, as plain text in UTF-8.';
  },
  why: 'A file that holds binary data where text is expected would fill the book with noise.',
};

export const fileIsUtf8: Notice<{ found: 'UTF-16' | number }> = {
  id: 'file-is-utf8',
  severity: 'error',
  says: ({ found }) =>
    typeof found === 'number'
      ? `The byte ${found.toString(16).toUpperCase().padStart(2, '0')} here is not UTF-8`
      : `The file is saved as ${found}, not as UTF-8`,
  remedy: () => 'Save it again with the encoding UTF-8.',
  why: 'Read with the wrong encoding, accented letters and quotes turn into others without anyone noticing.',
};

export const fileReadable: Notice<{ path: string; reason: string; remedy: string }> = {
  id: 'file-readable',
  severity: 'error',
  says: ({ path, reason }) => `${path} cannot be read: ${reason}`,
  remedy: ({ remedy }) => remedy,
  why: 'What cannot be read cannot be set, and the book would come out without it.',
};

export const insideFolder: Notice<{ path: string }> = {
  id: 'inside-folder',
  severity: 'error',
  says: ({ path }) => `${path} lies outside the manuscript folder, so it was not read`,
  remedy: ({ path }) =>
    path.startsWith('/')
      ? 'Name it from the file that you name it in, without a slash before it; if it is elsewhere, copy it into the folder first.'
      : 'Copy the file into the folder and name it from there, or build the folder above, which holds both. Links (symlinks) that lead out are refused too.',
  why: 'A manuscript may come from anybody. If it could name files outside its own folder, building it could put your private files into a book.',
};

export const folderIsNoLink: Notice<{ path: string }> = {
  id: 'folder-is-no-link',
  severity: 'warning',
  says: ({ path }) => `${path} is a link to a folder, so no chapter was looked for in it`,
  remedy: () => 'Put the folder itself there; a link out of the manuscript is never followed.',
  why: 'A link to a folder can lead anywhere: out of the manuscript, or round in a circle. Octavo looks for chapters only in folders that are really there.',
};

export const imageExists: Notice<{ path: string; guess?: string | undefined }> = {
  id: 'image-exists',
  severity: 'error',
  says: ({ path }) => (path ? `There is no image ${path}` : 'This image names no file'),
  remedy: ({ path, guess }) => {
    if (guess) return `Did you mean ${guess}?`;
    return path
      ? 'Put the file there, or correct the path; it is relative to the file that names it.'
      : 'Write between the round brackets where it lies: ![What it shows](images/wave.png).';
  },
  why: 'An image that is not there leaves a hole in the page and makes an EPUB invalid.',
};

export const imageReadable: Notice<{ path: string; reason: string; remedy?: string }> = {
  id: 'image-readable',
  severity: 'error',
  says: ({ path, reason }) => `The image ${path} cannot be used: ${reason}`,
  remedy: ({ remedy }) => remedy ?? 'Save it again as PNG, JPEG, WebP, AVIF, GIF or SVG.',
  why: 'An image is opened and measured before it is set, so that a broken one is found here and not on the page.',
};

export const imageIsSound: Notice<{ path: string }> = {
  id: 'image-is-sound',
  severity: 'warning',
  says: ({ path }) => `The image ${path} can be shown, but seems to be damaged`,
  remedy: () =>
    'Look at it: if some of it is grey or shifted, copy it here again from where it comes; if not, save it again.',
  why: 'A damaged photograph opens without a complaint in most programs, and the grey half of it is found in the printed book.',
};

export const imageIsReasonable: Notice<{ path: string; width: number; height: number; frames?: number }> = {
  id: 'image-is-reasonable',
  severity: 'error',
  says: ({ path, width, height, frames = 1 }) =>
    `The image ${path} unpacks to ${frames > 1 ? `${frames} frames of ` : ''}${width} × ${height} pixels, which is more than any page can show`,
  remedy: () => 'Scale it down; 6000 pixels on the longer side print well at any size of book.',
  why: 'A small file can unpack to gigabytes and take the machine down with it.',
};

export const imageIsLocal: Notice<{ url: string }> = {
  id: 'image-is-local',
  severity: 'error',
  says: ({ url }) => `The image ${url} is not in the manuscript, so it was not loaded`,
  remedy: () => 'Save it in the folder, for instance in images/, and name it from there.',
  why: 'A book must be the same tomorrow, and building it must not tell anybody that you do: nothing is loaded from the network.',
};

export const svgIsSafe: Notice<{ path: string; what: string }> = {
  id: 'svg-is-safe',
  severity: 'error',
  says: ({ path, what }) => `The drawing ${path} holds ${what}, so it was refused`,
  remedy: ({ what }) =>
    what === '<foreignObject>'
      ? 'Its labels are HTML. Make them text before it is exported: in draw.io take “Formatted Text” off them, for Mermaid say htmlLabels: false. Or export it as PNG.'
      : 'Export it as “plain SVG”, with its text and images embedded and without scripts.',
  why: 'An SVG can carry scripts and ask for files from elsewhere. E-readers refuse such files, and so do we.',
};

export const pressProfileFits: Notice<{ path: string; reason: string }> = {
  id: 'press-profile-fits',
  severity: 'error',
  says: ({ path, reason }) => `The colour profile ${path} cannot be used: ${reason}`,
  remedy: () => 'Ask the printer which profile of four inks (CMYK) the press has, and for the file.',
  why: 'Which inks make a colour differs from press to press and from paper to paper. The profile says it, and a wrong one would show in print and nowhere before.',
};
