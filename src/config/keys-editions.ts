import { z } from 'zod';
import { guess } from './guess.js';
import { booklet, nUp, SHEET_KEYS } from './keys-sheets.js';
import { PAPERS, PRINTERS } from './printers.js';
import { INCH } from './trim.js';
import { flag, isbn, length, text, trim } from './values.js';

/** One of some names; told which there are, and which is meant. */
const oneOf = (names: readonly string[]) =>
  z
    .string({ error: `must be one of ${names.join(', ')}` })
    .refine((name) => names.includes(name), {
      error: ({ input }) => {
        const meant = guess(String(input), names);
        return `is “${input}”; ${meant ? `did you mean “${meant}”?` : `it must be one of ${names.join(', ')}`}`;
      },
    })
    .meta({ enum: [...names] });

/** What is cut off is a few millimetres; more is a mistake of the unit. */
const bleed = length.refine((pixels) => pixels <= 96, {
  error: 'must be a length from 0mm to 25mm, as a rule 3mm or 0.125in',
});

const POINT = INCH / 72;
/** From what guidelines call large print to what still has some words to a line. */
const largeSize = length.refine((pixels) => pixels >= 16 * POINT - 0.01 && pixels <= 24 * POINT + 0.01, {
  error: 'must be a length from 16pt to 24pt',
});

const keys = z.strictObject({
  trim: trim.optional(),
  isbn: isbn.optional(),
  ink: z.enum(['black', 'colour', 'cmyk'], { error: 'must be black, colour or cmyk' }).optional(),
  icc: text
    .refine((path) => /\.ic[cm]$/i.test(path), { error: 'must be a file that ends in .icc or .icm' })
    .optional(),
  links: flag.optional(),
  fillable: flag.optional(),
  'multiple-of': z.literal([2, 4], { error: 'must be 2 or 4' }).optional(),
  booklet: booklet.optional(),
  'n-up': nUp.optional(),
  printer: oneOf(Object.keys(PRINTERS)).optional(),
  binding: z.enum(['paperback', 'hardcover'], { error: 'must be paperback or hardcover' }).optional(),
  paper: oneOf(PAPERS).optional(),
  pages: z
    .int({ error: 'must be a whole number of pages' })
    .min(1, { error: 'must be a whole number of pages' })
    .max(3000, { error: 'must not be more than 3,000' })
    .optional(),
  spine: length.optional(),
  bleed: bleed.optional(),
  marks: flag.optional(),
  size: largeSize.optional(),
});

/** Names of the options of an edition. */
export const EDITION_OPTIONS: readonly string[] = Object.keys(keys.shape);

/** The same with those that stand in an option: for “did you mean”. Some are those of a cover and of sheets. */
export const EDITION_KEYS: readonly string[] = [
  ...new Set(EDITION_OPTIONS.flatMap((key) => (key === 'n-up' ? [key, ...SHEET_KEYS] : [key]))),
];

/** Options of one edition. */
export const editionOptions = keys
  .superRefine(({ ink, icc }, { addIssue }) => {
    if (ink === 'cmyk' && !icc)
      addIssue({
        code: 'custom',
        path: ['ink'],
        message: 'wants the profile of the press, which the printer has: {ink: cmyk, icc: coated.icc}',
      });
    if (icc && ink !== 'cmyk')
      addIssue({
        code: 'custom',
        path: ['icc'],
        message: 'goes with four inks: {ink: cmyk, icc: coated.icc}',
      });
  })
  .transform(({ 'multiple-of': multipleOf, 'n-up': up, ...options }) => ({
    ...options,
    multipleOf,
    nUp: up,
  }));
