import type { Role } from '../model/manuscript.js';
import type { Notice } from '../model/notice.js';

export const idUnique: Notice<{ id: string }> = {
  id: 'id-unique',
  severity: 'error',
  says: ({ id }) => `The id “${id}” is given twice`,
  remedy: () => 'Give one of the two another id.',
  why: 'A link can only lead to one place. With two of the same name, half the links lead to the wrong one, and an EPUB is invalid.',
};

export const partHasChapters: Notice<{ path: string; title: string }> = {
  id: 'part-has-chapters',
  severity: 'error',
  says: ({ path }) => `${path} opens a part, and nothing says which chapters are in it`,
  remedy: ({ path, title }) =>
    `Say so in book.yaml, under contents: {part: ${title}, file: ${path}, chapters: [one.md, two.md]}. If it is a chapter, take “role: part” out, or give the file another name.`,
  why: 'A part is its chapters. A page that opens one stands before them, and with none it would stand nowhere.',
};

export const fileStandsAsListed: Notice<{ path: string; role: Role; where: keyof typeof WHERE }> = {
  id: 'file-stands-as-listed',
  severity: 'info',
  says: ({ path, role, where }) =>
    `${where === 'ahead' ? path : `For its name, ${path}`} has the role “${role}”, and ${WHERE[where]}, not where it is listed`,
  remedy: ({ where }) =>
    where === 'ahead'
      ? 'List it above them: books have their front matter in this order.'
      : `Write “role: chapter” in its front matter to keep it where it is listed${where === 'apart' ? '' : `, or list it under “${where}:”`}.`,
  why: 'A few names of files say what they are, so that a folder needs no front matter. Who calls a chapter so by chance would look for it where he put it.',
};
const WHERE = {
  front: 'stands before the chapters',
  back: 'stands behind the chapters',
  apart: 'is printed as a handout',
  ahead: 'stands before others that are listed above it',
} as const;

export const linkResolves: Notice<{ url: string; guess?: string | undefined }> = {
  id: 'link-resolves',
  severity: 'warning',
  says: ({ url }) => `The link ${url} leads nowhere in this book, so its text is set without a link`,
  remedy: ({ guess }) =>
    guess
      ? `Did you mean ${guess}?`
      : 'Link to a chapter by its file name (chapter.md), to a heading by chapter.md#its-words, or to the web by https://.',
  why: 'A link that leads nowhere is a dead end for the reader, and makes an EPUB invalid.',
};

export const referenceResolves: Notice<{ name: string; guess?: string | undefined }> = {
  id: 'reference-resolves',
  severity: 'error',
  says: ({ name }) => `${name} points at nothing in this book`,
  remedy: ({ name, guess }) =>
    guess
      ? `Did you mean ${guess}?`
      : `Give what it means the id {#${name.slice(1)}}; if no reference is meant, put a backslash before the @.`,
  why: 'A reference that finds nothing would be printed as it was typed, in the middle of a sentence.',
};

export const referenceHasKind: Notice<{ name: string }> = {
  id: 'reference-has-kind',
  severity: 'warning',
  says: ({ name }) =>
    `“@${name}” does not say of what kind {#${name}} is, so it is no reference, and is printed as it stands`,
  remedy: ({ name }) => {
    const [, kind, rest] = /^(fig|tbl|eq|lst|sec|ex)[:_.](.+)$/.exec(name) ?? [];
    if (kind)
      return `Write both names with a hyphen behind the kind: {#${kind}-${rest}} and @${kind}-${rest}.`;
    if (/^(?:thm|lem|cor|prp|cnj|def|exm|exr|rem|sol|alg)-/.test(name))
      return `Theorems and the like are not counted here: say what it is in its own words, “Theorem 1”, and link to it: [Theorem 1](#${name}).`;
    return `Begin both names with the kind: {#fig-${name}} and @fig-${name} for a figure, and with tbl-, eq-, lst-, sec- or ex- for a table, an equation, a listing, a section or an exercise; or link to it: [its name](#${name}).`;
  },
  why: 'A name with an @ before it may be anybody’s. That it is a reference, and to what, Octavo knows by its beginning.',
};

export const numberStandsOnce: Notice<{ title: string; name: string; bare: string; mistaken: boolean }> = {
  id: 'number-stands-once',
  severity: 'warning',
  says: ({ title, name, mistaken }) =>
    `“number-chapters” has “${name}” printed above “${title}”, which ${mistaken ? 'is called an appendix' : 'says what it is already'}`,
  remedy: ({ bare, mistaken }) =>
    `${mistaken ? 'Say “role: appendix” in the front matter of its file, and ' : ''}${bare ? `${mistaken ? 'write' : 'Write'} “# ${bare}” and leave the number to Octavo` : `${mistaken ? 'give' : 'Give'} it a title without a number`}; or write {.unnumbered} behind the heading, or “number-chapters: false” in book.yaml.`,
  why: 'Chapters that are numbered by themselves stay right when one is moved. With a number typed as well both are printed, here, in the contents and in the running heads.',
};

export const indexRangeCloses: Notice<{ term: string; opens: boolean }> = {
  id: 'index-range-closes',
  severity: 'error',
  says: ({ term, opens }) =>
    opens
      ? `The passage on “${term}” begins here for the index and never ends`
      : `A passage on “${term}” ends here for the index, and none has begun`,
  remedy: ({ term, opens }) =>
    opens
      ? `Put []{.index entry="${term}" range=end} where it ends, or take “range=start” out.`
      : `Put []{.index entry="${term}" range=start} where it begins, or take “range=end” out.`,
  why: 'A range in an index has a first and a last page; with one of them missing it would say something untrue.',
};

export const indexEntryHasWords: Notice = {
  id: 'index-entry-has-words',
  severity: 'warning',
  says: () => 'This mark for the index has no words, so it makes no entry',
  remedy: () => 'Put the words into its brackets, [patience]{.index}, or say []{.index entry="patience"}.',
  why: 'A mark with nothing in its brackets shows nothing where it stands, and only what “entry” says can stand in the index for it.',
};

export const indexSeeResolves: Notice<{
  term: string;
  target: string;
  also: boolean;
  guess?: string | undefined;
}> = {
  id: 'index-see-resolves',
  severity: 'warning',
  says: ({ term, target, also }) =>
    `The index says “${term}, ${also ? 'see also' : 'see'} ${target}”, and has no entry “${target}”`,
  remedy: ({ guess }) => (guess ? `Did you mean “${guess}”?` : 'Mark a term of that name, or correct it.'),
  why: 'A reader who follows a pointer of the index to an entry that is not there has been sent away for nothing.',
};

export const linkIsSafe: Notice<{ url: string }> = {
  id: 'link-is-safe',
  severity: 'error',
  says: ({ url }) => `The link ${url} is refused`,
  remedy: () => 'Link to the web (https://), to an address (mailto:), or to a place in the book.',
  why: 'Links that run code or open files of the reader’s machine are a way to attack the reader of the book.',
};

export const handoutExists: Notice<{ name: string; guess?: string | undefined }> = {
  id: 'handout-exists',
  severity: 'error',
  says: ({ name }) => `There is no handout “${name}”`,
  remedy: ({ guess }) => (guess ? `Did you mean “${guess}”?` : 'Name a file in handouts/ without its .md.'),
  why: 'A pointer to a handout that is not there sends the reader looking for it.',
};

export const handoutIsOne: Notice<{ name: string; names: readonly string[] }> = {
  id: 'handout-is-one',
  severity: 'error',
  says: ({ name, names }) => `There are ${names.length} handouts that “${name}” may mean`,
  remedy: ({ names }) =>
    `Write more of the path: ${names.map((one) => `“${one}”`).join(' or ')}. Or give their files different names.`,
  why: 'Files in different folders can have one name, and a reader who is sent to the wrong sheet does not know it.',
};

export const handoutIsAlone: Notice<{ name: string }> = {
  id: 'handout-is-alone',
  severity: 'warning',
  says: ({ name }) => `A handout does not show another one small, so “${name}” is only named here`,
  remedy: () => 'Take “show=small” out, or show it in a chapter.',
  why: 'The small picture is taken of a handout that is finished; two that show each other would never be.',
};

export const chapterHasText: Notice<{ forOthers: boolean }> = {
  id: 'chapter-has-text',
  severity: 'warning',
  says: ({ forOthers }) =>
    `${forOthers ? 'All of this file is for readers with another profile' : 'This file has no text yet'}, so its page shows a title and nothing else`,
  remedy: ({ forOthers }) =>
    forOthers
      ? 'Write something for these readers, too, or move it into a chapter that has text for them.'
      : 'Write it, or leave it out for now with “draft: true” in its front matter.',
  why: 'A file that was begun and forgotten makes an empty page in the middle of a finished book.',
};

export const profileUsed: Notice<{ name: string; guess?: string | undefined; used: readonly string[] }> = {
  id: 'profile-used',
  severity: 'warning',
  says: ({ name }) => `Nothing in this book is written for the profile “${name}”`,
  remedy: ({ guess, used }) => {
    if (guess) return `Did you mean “${guess}”?`;
    return used.length
      ? `Its profiles are ${used.join(', ')}.`
      : 'Mark what is for it: :::when{profile="teacher"}, or “profiles: teacher” at the top of a chapter.';
  },
  why: 'A profile brings in what only some readers are to see. With a mistyped one the book comes out without it.',
};

export const glossaryTermKnown: Notice<{ term: string; guess?: string | undefined }> = {
  id: 'glossary-term-known',
  severity: 'error',
  says: ({ term }) => `No glossary of this book explains “${term}”`,
  remedy: ({ guess }) =>
    guess
      ? `Did you mean “${guess}”? Where the words in the text differ, name the entry: {.term term="${guess}"}.`
      : 'Explain it in a chapter with “role: glossary” or in a :::glossary, or take “.term” out.',
  why: 'A word that is marked as explained, and is not, sends the reader to the back of the book for nothing.',
};

export const glossaryEntryUnique: Notice<{ term: string }> = {
  id: 'glossary-entry-unique',
  severity: 'warning',
  says: ({ term }) => `“${term}” is explained twice`,
  remedy: () => 'Make one of the two; every word in the text leads to the first.',
  why: 'A term means one thing in a book. Of two explanations readers find one, and not the one that the author thinks of.',
};
