import { z } from 'zod';
import { contents } from './keys-contents.js';
import { EDITION_KEYS, EDITION_OPTIONS, editionOptions } from './keys-editions.js';
import { metadataKeys } from './keys-metadata.js';
import { WORD_KEYS, words } from './keys-words.js';
import { STEPS } from './typography.js';
import {
  flag,
  line,
  path,
  paths,
  severity,
  spelling,
  text,
  texts,
  token,
  tokenName,
  trim,
  typography,
  variables,
} from './values.js';

/** Words that other tools use for the same key; understood, and turned into ours. */
export const BOOK_ALIASES: Readonly<Record<string, string>> = {
  authors: 'author',
  creator: 'author',
  contributors: 'contributor',
  language: 'lang',
  'text-direction': 'dir',
  'cover-image': 'cover',
  subjects: 'subject',
  size: 'trim',
};

/** The keys inside a value, by the key that holds it: for “did you mean”. */
export const NESTED_KEYS: Readonly<Record<string, readonly string[]>> = {
  author: ['name', 'role', 'sort'],
  contributor: ['name', 'role', 'sort'],
  series: ['name', 'position'],
  cover: ['src', 'alt', 'design'],
  contents: ['front', 'body', 'back', 'part', 'chapters', 'file', 'title', 'role'],
  editions: EDITION_KEYS,
  typography: STEPS,
  words: WORD_KEYS,
  spelling: ['words'],
  'running-heads': ['verso', 'recto'],
};

const head = z.enum(['title', 'author', 'part', 'chapter', 'section', 'none'], {
  error: 'must be title, author, part, chapter, section or none',
});

/** A file of works, by its ending. */
const work = path.refine((path) => /\.(?:bib|bibtex|json|ya?ml)$/i.test(path), {
  error: 'must be a file that ends in .bib, .json or .yaml',
});

/** Keys as Pandoc has them too: `@doe99, @smith04`. */
const keysOfWorks = texts.transform((keys) =>
  keys.flatMap((one) => one.split(/[\s,;]+/).filter(Boolean)).map((key) => key.replace(/^@/, '')),
);

/** `book.yaml`. Descriptions are shown by editors through the JSON Schema and by the handbook. */
export const bookSchema = z.strictObject({
  ...metadataKeys,
  contents: contents
    .optional()
    .describe('What the book is made of, in order. Default: every .md file, by name.'),
  handouts: paths.optional().describe('Handouts, in order. Default: every .md file in handouts/.'),
  editions: z
    .union(
      [
        texts.transform((names) => Object.fromEntries(names.map((name) => [name, {}]))),
        z.record(
          z.string(),
          z.union([editionOptions, z.null().transform(() => ({}))], {
            error: `must be options: {${EDITION_OPTIONS.join(', ')}}`,
          }),
        ),
      ],
      { error: 'must be a list of editions, or options by edition' },
    )
    .optional()
    .describe(
      'Editions to make: print, screen, epub, handouts, web, sample, archive, cover, large-print, teacher, answer-key, sample-pdf. Default: the first four. Each may have options: a trim size and an ISBN of its own; ink: black makes all of a PDF grey, ink: cmyk gives it the four inks of the press whose profile is icc; links: false leaves links and bookmarks out, which some printers refuse; multiple-of: 4 adds empty pages at the end. A printed book whose printer is named is made as that asks. Two more make another PDF of its pages: booklet: a4 one to be folded, n-up: 4 one with so many on a side. What is to be written in can be filled in on a screen where fillable is true, as it is for screen; for handouts it makes each single sheet so. bleed: 3mm and marks: true put paper with marks around the pages, for a print shop. The cover takes trim, printer, binding, paper, pages and spine, and for a print shop bleed and marks. size: 18pt is the text of large-print, from 16pt to 24pt, and all else in it goes by that. What an edition can do nothing with is told.',
    ),
  bibliography: z
    .union([work.transform((one) => [one]), z.array(work)], { error: 'must be a file, or a list of files' })
    .optional()
    .describe('Works that are cited: files of BibTeX (.bib), CSL-JSON (.json) or CSL-YAML (.yaml).'),
  csl: text
    .optional()
    .describe(
      'Citation style: apa, chicago-author-date, chicago-notes, chicago-short-notes, harvard, ieee, mla, vancouver, or a .csl file of yours. Default: chicago-author-date.',
    ),
  nocite: keysOfWorks
    .optional()
    .describe('Works that are listed without being cited, by their keys; "*" for all of them.'),
  theme: text.optional().describe('Name of a theme. Default: classic.'),
  styles: paths.optional().describe('Stylesheets of your own, last in the cascade.'),
  tokens: z
    .record(tokenName, token)
    .optional()
    .describe('Values for `--book-*` properties: {text-size: 12pt}.'),
  variables: variables
    .optional()
    .describe(
      'What {{name}} stands for in the text, and in title, subtitle, description and rights: {version: 2.1}.',
    ),
  profile: texts
    .optional()
    .describe('Profiles that the book is made for, for what only some readers are to see.'),
  words: words
    .optional()
    .describe(
      'Words that Octavo itself writes, in your own: {contents: In this book, callouts: {tip: Try}}.',
    ),
  trim: trim
    .optional()
    .describe('Trim size: 6x9, 5x8, 5.5x8.5, a6, a5, b5, a4, letter, or width x height. Default: 6x9.'),
  'toc-depth': z
    .int({ error: 'must be a whole number from 1 to 6' })
    .min(1, { error: 'must be a whole number from 1 to 6' })
    .max(6, { error: 'must be a whole number from 1 to 6' })
    .optional()
    .describe(
      'How deep the contents list headings, on paper and on the web; an EPUB lists all, and a book of one chapter its sections; contents of one line have no page. Default: 1 for chapters only.',
    ),
  lists: z
    .array(z.enum(['figures', 'tables', 'listings'], { error: 'must be figures, tables or listings' }), {
      error: 'must be a list of figures, tables and listings: [figures, tables]',
    })
    .optional()
    .describe('Lists that are made after the contents: [figures, tables, listings]. Default: none.'),
  omit: z
    .array(
      z.enum(['half-title', 'copyright-page', 'contents', 'colophon'], {
        error: 'must be half-title, copyright-page, contents or colophon',
      }),
      {
        error: 'must be a list of pages: [contents, colophon]',
      },
    )
    .optional()
    .describe(
      'Pages that Octavo writes by itself and that the book is to do without: [half-title, copyright-page, contents, colophon]. An EPUB and web pages keep their contents, which lead through them. Default: none.',
    ),
  abbreviations: z
    .record(
      line.refine((term) => term.length <= 100, 'must not be longer than 100 characters'),
      line,
      { error: 'must be a word and what it stands for, one a line: {HTML: HyperText Markup Language}' },
    )
    .refine((all) => Object.keys(all).length <= 1000, 'must not be more than 1,000')
    .optional()
    .describe('What abbreviations stand for, in the whole book: {HTML: HyperText Markup Language}.'),
  'chapter-start': z
    .enum(['recto', 'any'], { error: 'must be recto or any' })
    .optional()
    .describe('Where chapters open in print. Default: recto.'),
  'number-chapters': flag
    .optional()
    .describe('Number chapters, and letter appendices: Chapter 1, Appendix A. Default: false.'),
  hyphenate: flag.optional().describe('Hyphenate in PDF. Default: true.'),
  notes: z
    .enum(['foot', 'chapter', 'book'], { error: 'must be foot, chapter or book' })
    .optional()
    .describe(
      'Where notes stand in PDF: at the foot of the page, behind their chapter, or at the end of the book. Default: foot.',
    ),
  figures: z
    .enum(['float', 'here'], { error: 'must be float or here' })
    .optional()
    .describe(
      'Where a figure or a brief table with a caption goes in PDF if the rest of its page has no room for it: behind so much of the text that follows it as fills that page, or to the next page with a gap before it. One alone stays with `{.here}`. Default: float.',
    ),
  'running-heads': z
    .strictObject({ verso: head.optional(), recto: head.optional() })
    .optional()
    .describe(
      'What stands above the pages: {verso: title, recto: chapter}. Either is title, author (of the chapter, if it names one), part, chapter, section or none.',
    ),
  'note-numbers': z
    .enum(['chapter', 'book'], { error: 'must be chapter or book' })
    .optional()
    .describe('Number notes anew in each chapter, or through the book. Default: chapter.'),
  justify: flag.optional().describe('Justify text in PDF. Default: true.'),
  'drop-caps': flag
    .optional()
    .describe(
      'Open every chapter with a drop cap whose first paragraph is long enough for one. Default: false.',
    ),
  typography: typography
    .optional()
    .describe(
      'Make the text typographic: true, false, or {quotes, dashes, ellipses …: false}. Default: true.',
    ),
  spelling: spelling
    .optional()
    .describe(
      'Spell the text by dictionaries: true, or {words: [names and words of your own]}. Default: false.',
    ),
  'handout-paper': z
    .union(
      [
        // Several on one line are as good as a list.
        z
          .string()
          .regex(/,/)
          .transform((papers): (string | number)[] => papers.split(/\s*,\s*/))
          .pipe(z.array(trim)),
        trim.transform((one) => [one]),
        z.array(trim).min(1, { error: 'must name at least one paper' }),
      ],
      {
        error: 'must be a paper such as a4 or letter, or a list of them',
      },
    )
    .optional()
    .describe('Papers of the handouts. Default: [a4, letter].'),
  rules: z.record(z.string(), severity).optional().describe('Severity by message id: {image-alt: error}.'),
});
export type BookYaml = z.infer<typeof bookSchema>;
/** The same as an author may write it: a name for an author, a list of names for editions. */
export type BookWritten = z.input<typeof bookSchema>;
