import { z } from 'zod';
import { codePoint } from '../language/code-point.js';
import { hyphenated, isLanguage } from '../language/tag.js';
import { ROLES } from '../model/manuscript.js';
import { guess } from './guess.js';
import { relatorCode, relatorFault } from './relators.js';
import { parseLength, parseTrim } from './trim.js';
import { STEPS } from './typography.js';

/** The longest text that a key takes, in characters: a description of three pages. */
const LONGEST = 10_000;

/**
 * Controls, but for tabs and line feeds, halves of signs and what is no sign, and signs that turn what follows around without an end:
 * pages and stores cannot show them.
 */
const UNSEEN = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\u202a-\u202e\ufffe\uffff]/u;

/** Text; a number is text where text is meant: the title 1984, the author 50. */
const written = z.union([z.string(), z.number().transform(String)], { error: 'must be text' }).pipe(
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .refine((value) => value.length <= LONGEST, 'must not be longer than 10,000 characters'),
);

/** The path of a file; whether there is one of that name is seen where it is read. */
export const path = written;

/** Text that is set, or that catalogues show. */
export const text = written.refine((value) => !UNSEEN.test(value), {
  error: ({ input }) =>
    `must not hold ${codePoint(UNSEEN.exec(String(input))?.[0] ?? '')}, a character that nobody sees`,
});

/** Text that is set on a line or two, at the head of pages and in the contents. */
export const line = text.refine((value) => value.length <= 1000, 'must not be longer than 1,000 characters');

export const texts = z.union([text.transform((one) => [one]), z.array(text)], {
  error: 'must be text or a list of texts',
});

export const paths = z.union([path.transform((one) => [one]), z.array(path)], {
  error: 'must be text or a list of texts',
});

/** A tag as BCP 47 writes it; the underscore of a system's locale is understood. */
export const language = z
  .string({ error: 'must be a language tag such as en, en-GB, de or pt-BR' })
  .transform(hyphenated)
  .refine(isLanguage, { error: 'must be a language tag such as en, en-GB, de or pt-BR' });

/** A date; the time of the day that other tools write behind it says nothing of a book. */
export const date = z
  .union([z.string(), z.number().transform(String)], { error: 'must be a date such as 2026-11-23' })
  .transform((value) => value.replace(/^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*$/, '$1'))
  .refine(isDate, { error: 'must be a date such as 2026-11-23, 2026-11 or 2026' })
  .meta({ pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' });

export const direction = z.enum(['ltr', 'rtl'], { error: 'must be ltr or rtl' });

/** Three letters, or the name that they stand for. */
const relator = text.transform(relatorCode).refine((code) => /^[a-z]{3}$/.test(code), {
  error: ({ input }) => relatorFault(String(input)),
});

const person = z.union(
  [
    text.transform((name) => ({ name })),
    z.strictObject({ name: text, role: relator.optional(), sort: text.optional() }),
  ],
  { error: 'must be a name, or {name, role, sort}' },
);
export const people = z.union([person.transform((one) => [one]), z.array(person)], {
  error: 'must be a name, or a list of names or {name, role, sort}',
});

export const flag = z.boolean({ error: 'must be true or false' });

/** What `{{name}}` stands for, by name. */
export const variables = z.record(
  z.string().regex(/^[\p{L}_][\p{L}\p{N}_.-]*$/u, {
    error: 'must be a word of letters, digits, hyphens, dots and underscores',
  }),
  text,
  { error: 'must be names with their values: {version: 2.1}' },
);

export const typography = z.union(
  [flag, z.strictObject(Object.fromEntries(STEPS.map((step) => [step, flag.optional()])))],
  { error: `must be true, false, or {${STEPS.join(', ')}: false}` },
);

export const severity = z.enum(['error', 'warning', 'info', 'off'], {
  error: 'must be error, warning, info or off',
});

export const isbn = z
  .union([z.string(), z.number().transform(String)], { error: 'must be an ISBN' })
  .refine(isIsbn, { error: 'must be an ISBN with a right check digit' });

export const trim = z
  .union([z.string(), z.number().transform(String)], {
    error: 'must be a trim size such as 6x9 or 140mm x 210mm',
  })
  .transform((value, context) => {
    const parsed = parseTrim(value);
    if (typeof parsed !== 'string') return parsed;
    context.addIssue({ code: 'custom', message: parsed });
    return z.NEVER;
  });

/** A length as a printer's template gives it, in CSS pixels: `14.2mm`, `0.56in`. */
export const length = z
  .union([z.string(), z.number().transform(String)], { error: 'must be a length such as 14.2mm or 0.56in' })
  .transform((value, context) => {
    const pixels = parseLength(value);
    if (pixels !== undefined) return pixels;
    context.addIssue({ code: 'custom', message: 'must be a length with its unit: 14.2mm or 0.56in' });
    return z.NEVER;
  });

const ROLE_ALIASES: Readonly<Record<string, string>> = {
  'half-title': 'halftitlepage',
  'half-title-page': 'halftitlepage',
  'title-page': 'titlepage',
  copyright: 'copyright-page',
  'dedication-page': 'dedication',
  'epigraph-page': 'epigraph',
  contents: 'toc',
  'list-of-figures': 'loi',
  'list-of-illustrations': 'loi',
  'list-of-tables': 'lot',
  acknowledgements: 'acknowledgments',
  notes: 'endnotes',
  'about-author': 'about-the-author',
};
const ROLE_NAMES = Object.keys(ROLES) as [keyof typeof ROLES];

/** The words of `enum` are for editors: the JSON Schema cannot see through the aliases. */
export const role = z
  .string({ error: 'must be a role such as chapter, preface or appendix' })
  .transform((value) => (Object.hasOwn(ROLE_ALIASES, value) && ROLE_ALIASES[value]) || value)
  .pipe(z.enum(ROLE_NAMES, { error: ({ input }) => noRole(String(input)) }))
  .meta({ enum: [...ROLE_NAMES, ...Object.keys(ROLE_ALIASES)] });

function noRole(name: string): string {
  const meant = guess(name, [...ROLE_NAMES, ...Object.keys(ROLE_ALIASES)]);
  return `is “${name}”, which is no role; ${meant ? `did you mean “${meant}”?` : `roles are ${ROLE_NAMES.join(', ')}`}`;
}

/** The name of a `--book-*` property, without the prefix. */
export const tokenName = z.string().regex(/^[a-z][a-z0-9-]*$/, {
  error: 'must be the name of a property without “--book-”: text-size',
});

/** A value of a stylesheet that can stand in a declaration and neither ends it nor loads anything. */
export const token = z
  .union([z.string(), z.number().transform(String)], {
    error: ({ input }) =>
      input === null
        ? 'must be a value such as 12pt; a colour stands between quotation marks, "#1f4e5f", for elsewhere # begins a remark'
        : 'must be a value such as 12pt',
  })
  .refine(isPlainCss, { error: 'must be a plain CSS value such as 12pt or "EB Garamond", serif' });

function isPlainCss(value: string): boolean {
  const bare = value.replace(/"[^"\n]*"|'[^'\n]*'/g, '');
  const opened = [...bare].filter((char) => char === '(').length;
  const closed = [...bare].filter((char) => char === ')').length;
  const loads = /(url|image|image-set|src|cross-fade|element|paint|expression)\s*\(/i.test(bare);
  return (
    value.trim() !== '' &&
    !/["'{};:!@[\]]|\/\*/.test(bare) &&
    !/[\\<>]/.test(value) &&
    opened === closed &&
    !loads
  );
}

/** What of the spelling is wanted: words that are right in this book; `undefined` if none of it is. */
export const spelling = z.union(
  [
    flag.transform((on) => (on ? { words: [] } : undefined)),
    z.strictObject({ words: texts.optional() }).transform(({ words = [] }) => ({ words })),
  ],
  { error: 'must be true, or {words: [a list of words that are right]}' },
);

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
