import type { EditionOptions } from '../model/config.js';
import type { Edition } from '../model/edition.js';
import type { At, Say } from '../model/notice.js';
import { valueValid } from './notices.js';
import { PRINTERS } from './printers.js';
import { INCH } from './trim.js';

type Option = keyof EditionOptions;

/** Editions that are books on pages. */
const BOOKS = ['print', 'large-print', 'teacher', 'answer-key', 'screen', 'archive', 'sample-pdf'] as const;
const PAGED = [...BOOKS, 'handouts'] as const;
const PDFS = [...PAGED, 'cover'] as const;
const COVER = ['cover'] as const;
/** Books that go to a printer. */
const PRINTED = ['print', 'large-print', 'teacher'] as const;
/** Editions that come along with Octavo. */
const BUILT_IN: readonly string[] = [...PDFS, 'epub', 'sample', 'web'];

/**
 * The built-in editions that an option changes something in. Whether one can be filled in, an edition says itself; an ISBN of any
 * stands on copyright pages.
 */
const TAKEN_BY: Readonly<Record<Exclude<Option, 'fillable'>, readonly string[]>> = {
  trim: [...BOOKS, 'cover'],
  ink: PDFS,
  icc: PDFS,
  links: PDFS,
  multipleOf: PAGED,
  booklet: PAGED,
  nUp: PAGED,
  printer: [...PRINTED, ...COVER],
  binding: COVER,
  paper: COVER,
  pages: COVER,
  spine: COVER,
  bleed: PDFS,
  marks: PDFS,
  size: ['large-print'],
};

/** Whether an option changes something in an edition. Of an edition of a plugin only what needs pages or fields is known. */
export function takes(option: Option, { name, medium, fillable }: Edition): boolean {
  if (option === 'fillable') return fillable !== undefined;
  if (BUILT_IN.includes(name)) return TAKEN_BY[option].includes(name);
  return medium === 'paged' || (option !== 'booklet' && option !== 'nUp');
}

/** Names of the editions that an option changes something in. */
export function takersOf(option: Option, known: readonly Edition[]): string[] {
  return known.filter((edition) => takes(option, edition)).map(({ name }) => name);
}

/** Tells of each option that its edition can do nothing with: its author would wait for what never comes. */
export function holdOptions(
  written: Readonly<Record<string, Readonly<Partial<Record<Option, unknown>>>>>,
  known: readonly Edition[],
  say: Say,
  at: (...path: PropertyKey[]) => At,
): void {
  for (const edition of known)
    for (const option of OPTIONS) {
      if (written[edition.name]?.[option] === undefined || takes(option, edition)) continue;
      const { name } = edition;
      const key = WRITTEN[option] ?? option;
      const reason = `does nothing in this edition; it is for ${takersOf(option, known).join(', ')}`;
      say(valueValid, { key: `editions › ${name} › ${key}`, reason }, at('editions', name, key));
    }
}

const OPTIONS: readonly Option[] = [...(Object.keys(TAKEN_BY) as (keyof typeof TAKEN_BY)[]), 'fillable'];

/** Options that are written otherwise than they are called here. */
const WRITTEN: Readonly<Partial<Record<Option, string>>> = { multipleOf: 'multiple-of', nUp: 'n-up' };

type Written = Pick<EditionOptions, 'printer' | 'links' | 'multipleOf' | 'bleed' | 'marks'>;

/** Somebody who writes 3 mm for an eighth of an inch means it, in inches. */
const NEAR = 0.201 / 25.4;

/** The options of editions, with what the printer of a book asks where nothing else is said. */
export function asPrintersAsk<Options extends Written>(
  written: Readonly<Record<string, Options>>,
): Readonly<Record<string, Options>> {
  return Object.fromEntries(
    Object.entries(written).map(([name, options]) => {
      const asked = name === 'cover' ? undefined : PRINTERS[options.printer ?? '']?.inside;
      if (!asked) return [name, options];
      const { links = asked.links, multipleOf = asked.multipleOf } = options;
      const bleed = options.bleed && asked.bleed * INCH;
      return [name, { ...options, links, multipleOf, bleed }];
    }),
  );
}

/** Tells of pages that their printer would send back: cut in another place than it cuts, or with marks around them. */
export function holdInside(
  written: Readonly<Record<string, Written>>,
  say: Say,
  at: (...path: PropertyKey[]) => At,
): void {
  for (const [edition, { printer, bleed, marks }] of Object.entries(written)) {
    const { name, inside } = PRINTERS[printer ?? ''] ?? {};
    if (!inside || edition === 'cover') continue;
    const refuse = (key: 'bleed' | 'marks', reason: string): void =>
      say(valueValid, { key: `editions › ${edition} › ${key}`, reason }, at('editions', edition, key));
    if (bleed && Math.abs(bleed / INCH - inside.bleed) > NEAR)
      refuse('bleed', `must be ${inside.bleed}in, for so much is cut off by ${name}`);
    if (marks) refuse('marks', `cannot be: ${name} refuses pages that have marks`);
  }
}
