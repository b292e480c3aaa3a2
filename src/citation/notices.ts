import type { Notice } from '../model/notice.js';

export const bibliographyParses: Notice<{ reason: string; remedy: string }> = {
  id: 'bibliography-parses',
  severity: 'error',
  says: ({ reason }) => `This bibliography cannot be read: ${reason}`,
  remedy: ({ remedy }) => remedy,
  why: 'A work that cannot be read would be missing from the list, and its citations would be printed as they were typed.',
};

export const bibliographyKeyUnique: Notice<{ key: string }> = {
  id: 'bibliography-key-unique',
  severity: 'warning',
  says: ({ key }) => `The key “${key}” is given twice; the first work counts`,
  remedy: () => 'Give one of the two another key, or take it out.',
  why: 'A citation names one work. With two of the same key, the reader would be sent to whichever came first.',
};

export const entryFindsParent: Notice<{ key: string; parent: string }> = {
  id: 'entry-finds-parent',
  severity: 'warning',
  says: ({ key, parent }) => `“${key}” refers to “${parent}”, and this file has no entry of that key`,
  remedy: ({ parent }) => `Enter “${parent}” here, correct the key in crossref or xdata, or take it out.`,
  why: 'What an entry does not say itself, such as the title of the book that a chapter is of, is taken from the entry that it refers to. Without that, it is missing from the list of works.',
};

export const workHasWords: Notice<{ key: string; bare: boolean }> = {
  id: 'work-has-words',
  severity: 'error',
  says: ({ key, bare }) =>
    bare
      ? `“@${key}” is cited, and its entry has neither author, nor title, nor date, so there is nothing to print`
      : `“@${key}” is cited, and the style of citation prints nothing that its entry has`,
  remedy: ({ key, bare }) =>
    `Write in the bibliography what “${key}” is${bare ? '' : ', or choose another style'}.`,
  why: 'A citation is made of what the bibliography says of a work. Of an entry that says nothing, an empty pair of brackets or a gap in the sentence would remain.',
};

export const citationStyleKnown: Notice<{
  name: string;
  guess?: string | undefined;
  known: readonly string[];
}> = {
  id: 'citation-style-known',
  severity: 'error',
  says: ({ name }) => `There is no citation style “${name}”`,
  remedy: ({ guess, known }) =>
    `${guess ? `Did you mean “${guess}”? ` : ''}Styles are ${known.join(', ')}; for another, put its .csl file into the folder and name it.`,
  why: 'Citations and the bibliography look as a style of the Citation Style Language says: one that Octavo brings along, or a file of yours.',
};

export const citationStyleValid: Notice<{ reason: string }> = {
  id: 'citation-style-valid',
  severity: 'error',
  says: ({ reason }) => `This is no citation style that can be used: ${reason}`,
  remedy: () =>
    'Take the style anew from https://www.zotero.org/styles, an independent one, or use one that Octavo brings along.',
  why: 'A style is a program for citations. One that is broken, that only points to another, or that never ends would make no citations or wrong ones.',
};

export const citationResolves: Notice<{ key: string; guess?: string | undefined }> = {
  id: 'citation-resolves',
  severity: 'error',
  says: ({ key }) => `“@${key}” is cited, and no work of that key is in the bibliography`,
  remedy: ({ key, guess }) =>
    guess
      ? `Did you mean “@${guess}”?`
      : `Enter the work under the key “${key}”, or correct the key; if no citation is meant, put a backslash before the @.`,
  why: 'A citation that finds nothing would be printed as it was typed, in the middle of a sentence.',
};

export const citationNamesWork: Notice<{ key: string; guess: string }> = {
  id: 'citation-names-work',
  severity: 'warning',
  says: ({ key }) => `“@${key}” is no work of the bibliography, so it is printed as it stands`,
  remedy: ({ guess }) => `Did you mean “@${guess}”? If it is no citation, put a backslash before the @.`,
  why: 'In a sentence a name with an @ before it may be anybody’s. One that is nearly the key of a work is most often that work, mistyped.',
};

export const citationHasBibliography: Notice<{ key: string }> = {
  id: 'citation-has-bibliography',
  severity: 'warning',
  says: ({ key }) =>
    `“[@${key}]” looks like a citation, and this book names no bibliography, so it is printed as it stands`,
  remedy: () => 'Name the file with your works in book.yaml: “bibliography: refs.bib”.',
  why: 'Citations are looked up in a BibTeX or CSL file. Without one, brackets with an @ in them are text like any other.',
};

export const bibliographyPlacedOnce: Notice<{ because: 'again' | 'none' | 'style' }> = {
  id: 'bibliography-placed-once',
  severity: 'warning',
  says: ({ because }) =>
    ({
      again: 'The bibliography stands in this book already, so it is not repeated here',
      none: 'Nothing is cited, so no bibliography stands here',
      style: 'The style of citation has no list of works, so no bibliography stands here',
    })[because],
  remedy: ({ because }) =>
    ({
      again: 'Take one of the two “::bibliography” out.',
      none: 'Cite something, name works under “nocite”, or take “::bibliography” out.',
      style: 'Take “::bibliography” out, or choose a style that lists works.',
    })[because],
  why: 'There is one list of works for the book, so that a citation leads to one place.',
};
