import { nameOf } from '../language/tag.js';
import type { Notice } from '../model/notice.js';

export const yamlParses: Notice<{ reason: string; remedy: string }> = {
  id: 'yaml-parses',
  severity: 'error',
  says: ({ reason }) => `This is not valid YAML: ${reason}`,
  remedy: ({ remedy }) => remedy,
  why: 'book.yaml and the front matter of chapters are YAML. Where YAML cannot be read, nothing of it can be used, so the build stops rather than guess.',
};

export const yamlIsSmall: Notice<{ reason: string }> = {
  id: 'yaml-is-small',
  severity: 'error',
  says: ({ reason }) => `This YAML was refused: ${reason}`,
  remedy: () => 'Write the values out instead of repeating anchors (&x, *x), and keep the file under 1 MB.',
  why: 'A few lines of YAML can unfold to gigabytes through aliases of aliases. No book needs that, so it is refused before it is unfolded.',
};

interface UnknownKey {
  key: string;
  guess?: string | undefined;
  /** What is written here for what another tool has it for. */
  instead?: string | undefined;
}

export const keyKnown: Notice<UnknownKey & { known: readonly string[] }> = {
  id: 'key-known',
  severity: 'error',
  says: ({ key }) => `“${key}” is not a key that Octavo knows here`,
  remedy: ({ guess, instead, known }) =>
    instead
      ? `Write ${instead}.`
      : guess
        ? `Did you mean “${guess}”?`
        : known.length
          ? `Known keys: ${known.join(', ')}.`
          : 'Take the line out.',
  why: 'A mistyped key would otherwise be passed over in silence, and the book would come out without what it asked for.',
};

export const frontMatterKeyKnown: Notice<UnknownKey> = {
  id: 'front-matter-key-known',
  severity: 'warning',
  says: ({ key }) => `“${key}” is not a front matter key that Octavo knows; it is passed over`,
  remedy: ({ guess, instead }) =>
    instead
      ? `If it is meant for the whole book, write ${instead} into book.yaml, in the folder of the manuscript; or leave it if another tool needs it.`
      : guess
        ? `Did you mean “${guess}”?`
        : 'Remove it, or leave it if another tool needs it.',
  why: 'Front matter is often shared with other tools, so an unknown key is no error; but a mistyped one should not go unseen.',
};

export const valueValid: Notice<{ key: string; reason: string }> = {
  id: 'value-valid',
  severity: 'error',
  says: ({ key, reason }) => `“${key}” ${reason}`,
  remedy: ({ key }) =>
    key.startsWith('--') ? 'Correct the flag, or leave it out.' : 'Correct it, or take it out.',
  why: 'Values are checked before anything is built, so that a mistake is found at its line and not in the printed book.',
};

export const dateReads: Notice<{ value: string }> = {
  id: 'date-reads',
  severity: 'warning',
  says: ({ value }) => `“${value}” is no date that a catalogue reads, so it was passed over`,
  remedy: () =>
    'Write 2026-11-23, 2026-11 or 2026, or take it out; what is to be read in the book belongs into its text.',
  why: 'The front matter of other tools prints whatever stands for a date. Here the date of a book goes to catalogues and stores, which take a year, a month or a day.',
};

export const editionKnown: Notice<{ name: string; guess?: string | undefined; known: readonly string[] }> = {
  id: 'edition-known',
  severity: 'error',
  says: ({ name }) => `There is no edition “${name}”`,
  remedy: ({ name, guess, known }) => {
    const several = name.split(/[\s,]+/).filter((one) => known.includes(one));
    if (several.length > 1) return `Name each by itself: ${several.map((one) => `-e ${one}`).join(' ')}.`;
    return `${guess ? `Did you mean “${guess}”? ` : ''}Editions are ${known.join(', ')}.`;
  },
  why: 'An edition is a recipe for one kind of reader. Only the built-in editions and those of plugins can be made.',
};

export const bookFileRead: Notice<{ path: string; read?: string | undefined }> = {
  id: 'book-file-read',
  severity: 'warning',
  says: ({ path, read }) =>
    `${path} is not read${read ? `, for there is ${read}` : path.includes('/') ? ', for it lies below the folder of the book' : ', for its name is not book.yaml'}`,
  remedy: ({ path, read }) => {
    if (read) return 'Put all keys into one of them, and delete the other.';
    return path.includes('/')
      ? `Name its folder when you build, or put it beside the files of the book.`
      : 'Call it book.yaml, in small letters and with no other ending behind that.';
  },
  why: 'A book whose configuration is not found is made without it, in the order of its files and under the name of the first: nothing else would say so.',
};

export const themeKnown: Notice<{ name: string; guess?: string | undefined; known: readonly string[] }> = {
  id: 'theme-known',
  severity: 'error',
  says: ({ name }) => `There is no theme “${name}”`,
  remedy: ({ guess, known }) =>
    `${guess ? `Did you mean “${guess}”? ` : ''}Themes: ${known.join(', ')}. For a stylesheet of your own use “styles”.`,
  why: 'A theme sets the typefaces and measures of the whole book.',
};

export const wordsThere: Notice<{ lang: string }> = {
  id: 'words-there',
  severity: 'warning',
  says: ({ lang }) =>
    `Octavo has no words in ${nameOf(lang)}, so “Contents”, “Chapter” and the like stand in the book in English`,
  remedy: () => 'Give them in book.yaml: words: {contents: …, page: …, counters: {figure: …}}.',
  why: 'Every word that Octavo puts on a page itself comes from a table by language. Where it has none, your readers would meet English ones among their own.',
};

export const metadataSuffices: Notice<{ missing: readonly string[] }> = {
  id: 'metadata-suffices',
  severity: 'info',
  says: ({ missing }) =>
    `This book has an ISBN and is to be sold, and stores will ask for what it does not say: ${missing.join(', ')}`,
  remedy: ({ missing }) => `Add to book.yaml: ${missing.map((key) => `${key}: …`).join(', ')}.`,
  why: 'A store shows what stands in the file of a book beside its cover, and finds it by that; what is not there is asked for again at every upload, or is empty.',
};

export const configurationLoads: Notice<{ path: string; reason: string; remedy: string }> = {
  id: 'configuration-loads',
  severity: 'error',
  firm: true,
  says: ({ path, reason }) => `The configuration${path && ` ${path}`} cannot be used: ${reason}`,
  remedy: ({ remedy }) => remedy,
  why: 'Where the configuration that you name cannot be used, another book would be built than the one you asked for; so none is.',
};

export const pluginWorks: Notice<{ plugin: string; part: string; reason: string }> = {
  id: 'plugin-works',
  severity: 'error',
  firm: true,
  says: ({ plugin, part, reason }) => `The plugin “${plugin}” has failed in its ${part}: ${reason}`,
  remedy: () =>
    'Mend the plugin, or take it out of the configuration. --log-level debug shows where it was thrown.',
  why: 'A plugin is a program of yours that Octavo calls. Where it fails, nobody knows what it would have made of the book, so none is made.',
};

export const coverPrinterKnown: Notice<{ printers: readonly string[] }> = {
  id: 'cover-printer-known',
  severity: 'error',
  says: () => 'The edition “cover” is made for a printer, and book.yaml does not say for which',
  remedy: ({ printers }) =>
    `Say it: editions: {cover: {printer: kdp}}; there are ${printers.join(', ')}, where “shop” is a print shop of which you know the width of the spine.`,
  why: 'How wide a spine is, how far a cover goes beyond the cut and where its bar code stands is different from printer to printer. A cover of the wrong size is sent back.',
};

export const coverOrderFits: Notice<{ reason: string; remedy: string }> = {
  id: 'cover-order-fits',
  severity: 'error',
  says: ({ reason }) => `This cover cannot be ordered: ${reason}`,
  remedy: ({ remedy }) => remedy,
  why: 'Not every printer binds in every way or on every paper, cuts off as much as another, or takes a cover with marks. One that is made otherwise is sent back.',
};

export const spineKnown: Notice<{ printer: string }> = {
  id: 'spine-known',
  severity: 'error',
  says: ({ printer }) => `How wide the spine is cannot be known: ${printer} publishes no formula for it`,
  remedy: () =>
    'Ask the printer, or its cover template, for the width with your number of pages and your paper, and say it: editions: {cover: {spine: 14.2mm}}.',
  why: 'A spine that is a guess puts its text on the front of the book. IngramSpark tells the width only in its calculator and in the template that it makes for a book.',
};

export const variableKnown: Notice<{
  name: string;
  guess?: string | undefined;
  inText?: boolean;
  /** It is one, and would stand within itself. */
  itself?: boolean;
}> = {
  id: 'variable-known',
  severity: 'warning',
  says: ({ name, itself }) =>
    itself
      ? `“{{${name}}}” stands in what it stands for, so its braces are printed`
      : `There is no variable “${name}”, so its braces are printed`,
  remedy: ({ name, guess, inText = true, itself }) => {
    if (itself) return 'Write in its place what it is to say.';
    return guess
      ? `Did you mean “${guess}”?`
      : `Define it in book.yaml: variables: {${name}: …}${inText ? '; if the braces are meant, put a backslash before them' : ''}.`;
  },
  why: 'A variable is written once in book.yaml and stands in many places. One that is not known is printed as it was typed, in the middle of a sentence.',
};
