import { z } from 'zod';
import { ROLES } from '../model/manuscript.js';
import { parseTrim } from './trim.js';

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
export const FRONT_MATTER_ALIASES: Readonly<Record<string, string>> = {
  label: 'id',
  'short-title': 'short_title',
  formats: 'outputs',
  'epub:type': 'role',
  type: 'role',
  language: 'lang',
};

const text = z.string().trim().min(1, 'must not be empty');
/** Numbers are text where a title is meant: `title: 1984`. */
const title = z.union([text, z.number().transform(String)], { error: 'must be text' });
const texts = z.union([text.transform((one) => [one]), z.array(text)], {
  error: 'must be text or a list of texts',
});
const language = z
  .string()
  .refine(isLanguage, { error: 'must be a language tag such as en, en-GB, de or pt-BR' });
const date = z
  .union([z.string(), z.number().transform(String)], { error: 'must be a date such as 2026-11-23' })
  .refine(isDate, { error: 'must be a date such as 2026-11-23, 2026-11 or 2026' });
const direction = z.enum(['ltr', 'rtl'], { error: 'must be ltr or rtl' });
const person = z.union(
  [
    text.transform((name) => ({ name })),
    z.strictObject({ name: text, role: text.optional(), sort: text.optional() }),
  ],
  { error: 'must be a name, or {name, role, sort}' },
);
const people = z.union([person.transform((one) => [one]), z.array(person)], {
  error: 'must be a name, or a list of names or {name, role, sort}',
});
const flag = z.boolean({ error: 'must be true or false' });
const severity = z.enum(['error', 'warning', 'info', 'off'], {
  error: 'must be error, warning, info or off',
});
const isbn = z.string().refine(isIsbn, { error: 'must be an ISBN with a right check digit' });

const trim = z
  .union([z.string(), z.number().transform(String)], {
    error: 'must be a trim size such as 6x9 or 140mm x 210mm',
  })
  .transform((value, context) => {
    const parsed = parseTrim(value);
    if (typeof parsed !== 'string') return parsed;
    context.addIssue({ code: 'custom', message: parsed });
    return z.NEVER;
  });

const role = z
  .string()
  .transform((value) => ROLE_ALIASES[value] ?? value)
  .pipe(
    z.enum(Object.keys(ROLES) as [keyof typeof ROLES], {
      error: (issue) => `“${String(issue.input)}” is no role; roles are ${Object.keys(ROLES).join(', ')}`,
    }),
  );
const ROLE_ALIASES: Readonly<Record<string, string>> = {
  'half-title': 'halftitlepage',
  'half-title-page': 'halftitlepage',
  'title-page': 'titlepage',
  copyright: 'copyright-page',
  'dedication-page': 'dedication',
  'epigraph-page': 'epigraph',
  contents: 'toc',
  acknowledgements: 'acknowledgments',
  notes: 'endnotes',
  'about-author': 'about-the-author',
};

const file = z.strictObject({ file: text, title: text.optional(), role: role.optional() });
const chapter = z.union([text.transform((path) => ({ file: path })), file], {
  error: 'must be a file name, or {file, title, role}',
});
const part = z.strictObject({
  part: text,
  file: text.optional(),
  chapters: z.array(chapter, { error: 'must be a list of files' }),
});
const entry = z.union([text.transform((path) => ({ file: path })), part, file], {
  error: 'must be a file name, {file, title, role} or {part, chapters}',
});
export type ContentsEntry = z.infer<typeof entry>;
const entries = z.array(entry, { error: 'must be a list' });
const contents = z.union(
  [
    entries.transform((body) => ({ front: undefined, body, back: undefined })),
    z.strictObject({
      front: z.array(chapter).optional(),
      body: entries.optional(),
      back: z.array(chapter).optional(),
    }),
  ],
  {
    error: 'must be a list of files and parts, or {front, body, back}',
  },
);

const editionOptions = z.strictObject({ trim: trim.optional(), isbn: isbn.optional() });

/** `book.yaml`. Descriptions are shown by editors through the JSON Schema and by the handbook. */
export const bookSchema = z.strictObject({
  title: title.optional().describe('Title of the book.'),
  subtitle: title.optional().describe('Subtitle.'),
  author: people.optional().describe('Author or authors: a name, or {name, role, sort}.'),
  contributor: people
    .optional()
    .describe('Others who made the book, with a MARC relator code as role (edt, ill, trl …).'),
  lang: language.optional().describe('Language of the book, a BCP 47 tag. Default: en.'),
  dir: direction.optional().describe('Direction of the text. Default: from the language.'),
  description: text.optional().describe('Two or three sentences for catalogues and stores.'),
  date: date.optional().describe('Date of publication: YYYY, YYYY-MM or YYYY-MM-DD.'),
  publisher: text.optional().describe('Publisher.'),
  rights: text.optional().describe('A sentence on rights, for the copyright page.'),
  license: text.optional().describe('Licence, best as an SPDX identifier: CC-BY-SA-4.0.'),
  isbn: z
    .union([isbn, z.record(z.string(), isbn)], {
      error: 'must be an ISBN, or one by edition: {print: …, epub: …}',
    })
    .optional()
    .describe('ISBN, or one by edition.'),
  identifier: text
    .optional()
    .describe(
      'A URI that names the book. Default: from the ISBN, else derived from title, author and language.',
    ),
  subject: texts.optional().describe('Subjects, as catalogues word them.'),
  keywords: texts.optional().describe('Words that readers search for.'),
  series: z
    .union(
      [text.transform((name) => ({ name })), z.strictObject({ name: text, position: z.number().optional() })],
      { error: 'must be a name, or {name, position}' },
    )
    .optional()
    .describe('Series: a name, or {name, position}.'),
  cover: z
    .union([text.transform((src) => ({ src })), z.strictObject({ src: text, alt: text.optional() })], {
      error: 'must be a path, or {src, alt}',
    })
    .optional()
    .describe('Cover image: a path, or {src, alt}. Default: drawn from title and author.'),
  url: z
    .url({ protocol: /^https?$/, error: 'must be an address that starts with https:// or http://' })
    .optional()
    .describe('Address of the book on the web.'),
  contents: contents
    .optional()
    .describe('What the book is made of, in order. Default: every .md file, by name.'),
  handouts: z.array(text).optional().describe('Handouts, in order. Default: every .md file in handouts/.'),
  editions: z
    .union(
      [
        z.array(text).transform((names) => Object.fromEntries(names.map((name) => [name, {}]))),
        z.record(z.string(), z.union([editionOptions, z.null().transform(() => ({}))])),
      ],
      { error: 'must be a list of editions, or options by edition' },
    )
    .optional()
    .describe('Editions to make. Default: print, screen, epub, handouts.'),
  theme: text.optional().describe('Name of a theme. Default: classic.'),
  styles: texts.optional().describe('Stylesheets of your own, last in the cascade.'),
  tokens: z
    .record(z.string(), z.union([z.string(), z.number().transform(String)]))
    .optional()
    .describe('Values for --book-* properties: {text-size: 12pt}.'),
  trim: trim
    .optional()
    .describe('Trim size: 6x9, 5x8, 5.5x8.5, a5, b5, a4, letter, or width x height. Default: 6x9.'),
  'toc-depth': z
    .int()
    .min(1)
    .max(6)
    .optional()
    .describe('How deep the contents list headings. Default: 1 for chapters only.'),
  'chapter-start': z
    .enum(['recto', 'any'], { error: 'must be recto or any' })
    .optional()
    .describe('Where chapters open in print. Default: recto.'),
  hyphenate: flag.optional().describe('Hyphenate in PDF. Default: true.'),
  justify: flag.optional().describe('Justify text in PDF. Default: true.'),
  typography: flag.optional().describe('Make quotes, dashes and ellipses typographic. Default: true.'),
  'handout-paper': z
    .union([trim.transform((one) => [one]), z.array(trim)])
    .optional()
    .describe('Papers of the handouts. Default: [a4, letter].'),
  rules: z.record(z.string(), severity).optional().describe('Severity by message id: {image-alt: error}.'),
});
export type BookYaml = z.infer<typeof bookSchema>;

/** The front matter of one chapter. */
export const frontMatterSchema = z.strictObject({
  title: title.optional().describe('Title, if the file has no first heading.'),
  subtitle: title.optional().describe('Subtitle, under the title.'),
  short_title: title.optional().describe('Title for running heads.'),
  author: people.optional().describe('Author of this chapter.'),
  date: date.optional().describe('Date of this chapter.'),
  lang: language.optional().describe('Language of this chapter.'),
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/i, {
      error: 'must be a word of letters, digits and hyphens that starts with a letter',
    })
    .optional()
    .describe('Name to link to.'),
  class: text.optional().describe('Class for styles.'),
  description: text.optional().describe('One sentence about this chapter.'),
  draft: flag.optional().describe('Left out unless --draft is given.'),
  unnumbered: flag.optional().describe('Takes no chapter number.'),
  toc: flag.optional().describe('false: not in the contents.'),
  outputs: texts.optional().describe('Editions that show it. Default: all.'),
  role: role.optional().describe('What it is in the book: chapter, preface, appendix …'),
  pages: z.int().min(1).optional().describe('Handouts: how many pages it may take. Default: 1.'),
});
export type FrontMatter = z.infer<typeof frontMatterSchema>;

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function isDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!match) return false;
  const [year, month, day] = [match[1], match[2] ?? '01', match[3] ?? '01'];
  const parsed = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** Check digits of ISO 2108: ISBN-13 weighs 1 and 3, ISBN-10 weighs 10 down to 1. */
function isIsbn(value: string): boolean {
  const digits = value.replace(/^isbn[:\s]*/i, '').replace(/[-\s]/g, '');
  if (/^97[89]\d{10}$/.test(digits))
    return [...digits].reduce((sum, digit, i) => sum + Number(digit) * (i % 2 ? 3 : 1), 0) % 10 === 0;
  if (/^\d{9}[\dX]$/i.test(digits))
    return (
      [...digits].reduce(
        (sum, digit, i) => sum + (digit.toUpperCase() === 'X' ? 10 : Number(digit)) * (10 - i),
        0,
      ) %
        11 ===
      0
    );
  return false;
}
