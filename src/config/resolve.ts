import type { VFile } from 'vfile';
import { hasWords, wordsOf } from '../language/words.js';
import type { ResolvedConfig, TrimSize } from '../model/config.js';
import type { Metadata } from '../model/metadata.js';
import type { At, Known, Say } from '../model/notice.js';
import type { Plugin } from '../model/plugin.js';
import type { Theme } from '../model/theme.js';
import type { BookFile } from './book-file.js';
import { catalogueOf } from './catalogue.js';
import { holdOrder } from './cover-order.js';
import { asPrintersAsk, holdInside, holdOptions } from './edition-options.js';
import { guess } from './guess.js';
import { describe, factsOf } from './identity.js';
import {
  editionKnown,
  keyKnown,
  metadataSuffices,
  themeKnown,
  valueValid,
  variableKnown,
  wordsThere,
} from './notices.js';
import { editionNamed } from './other-tools.js';
import { type SheetFlags, settleSheets } from './sheets.js';
import { withUnits } from './tokens.js';
import { parseTrim, TRIM_SIZES } from './trim.js';
import { settled } from './typography.js';
import { withVariables } from './variables.js';

/** What the command line, or a caller of the library, asks for; it outweighs the book. */
export interface Flags extends SheetFlags {
  /** Names of the editions to make, `epub`, in place of those of the book; by default `print`, `screen`, `epub` and `handouts`. */
  readonly editions?: readonly string[] | undefined;
  /** Name of a theme, one of Octavo's or of a plugin's. */
  readonly theme?: string | undefined;
  /** Trim size as `book.yaml` has it: `6x9` (inches), `a5`, `140mm x 210mm`. */
  readonly trim?: string | undefined;
  /** With chapters that are marked as drafts; they are left out by default. */
  readonly draft?: boolean | undefined;
  /** Profiles that the book is made for; they stand in place of its own. */
  readonly profiles?: readonly string[] | undefined;
  /** Hosts that images may be loaded from, `example.org`; none by default. */
  readonly allowHosts?: readonly string[] | undefined;
}

const DEFAULT_EDITIONS = ['print', 'screen', 'epub', 'handouts'];

/**
 * Makes every decision once: defaults < the book's own file < flags. Pure.
 * @param fallbackTitle the first heading of the first chapter, for a book whose file names no title
 * @param wantedDate `SOURCE_DATE_EPOCH`, if it is set; an invalid date, if it is no date
 */
export function resolveConfig(
  book: BookFile,
  flags: Flags,
  fallbackTitle: string | undefined,
  wantedDate: Date | undefined,
  plugins: readonly Plugin[],
  say: Say,
  flagFile: VFile,
): ResolvedConfig {
  const { values } = book;
  const atFlags: At = { file: flagFile };
  const isDate = wantedDate === undefined || !Number.isNaN(wantedDate.getTime());
  const sourceDate = isDate ? wantedDate : undefined;
  if (!isDate)
    say(valueValid, { key: 'SOURCE_DATE_EPOCH', reason: 'must be a number of seconds since 1970' }, atFlags);
  const at = (...path: PropertyKey[]): At =>
    book.file ? { file: book.file, node: book.at(...path) } : atFlags;
  const atName = (...path: PropertyKey[]): At =>
    book.file ? { file: book.file, node: book.nameAt?.(...path) } : atFlags;

  const all = plugins.flatMap((plugin) => plugin.editions ?? []);
  const editionsKnown = all.map((edition) => edition.name);
  const isKnown = (name: string, place: At): boolean => {
    if (editionsKnown.includes(name)) return true;
    const meant = editionNamed(name) ?? guess(name, editionsKnown);
    say(editionKnown, { name, guess: meant, known: editionsKnown }, place);
    return false;
  };
  // What the book says is held to be right even where a flag outweighs it.
  const ofBook = Object.keys(values.editions ?? {}).filter((name) => isKnown(name, atName('editions', name)));
  const ofFlags = [...new Set(flags.editions)].filter((name) => isKnown(name, atFlags));
  if (typeof values.isbn === 'object')
    for (const name of Object.keys(values.isbn)) isKnown(name, atName('isbn', name));
  const listed = Object.keys(values.editions ?? {}).length;
  const editions = flags.editions?.length ? ofFlags : listed ? ofBook : DEFAULT_EDITIONS;
  holdRules(values.rules ?? {}, catalogueOf(plugins), say, (id) => atName('rules', id));

  const themes = plugins.flatMap((plugin) => plugin.themes ?? []);
  const themesKnown = themes.map((one) => one.name);
  const theme = flags.theme ?? values.theme ?? 'classic';
  const themeFound = themes.find((one) => one.name === theme);
  if (!themeFound)
    say(
      themeKnown,
      { name: theme, guess: guess(theme, themesKnown), known: themesKnown },
      flags.theme ? atFlags : at('theme'),
    );

  holdOptions(values.editions ?? {}, all, say, at);
  holdInside(values.editions ?? {}, say, at);
  if (editions.includes('cover')) {
    const spoilt = values.editions === undefined && book.at('editions') !== undefined;
    if (!spoilt) holdOrder(values.editions?.cover ?? {}, say, (...key) => at('editions', 'cover', ...key));
  }

  const typography = settled(values.typography);
  const variablesOf = (known: Metadata): Map<string, string> =>
    new Map([...factsOf(known), ...Object.entries(values.variables ?? {})]);
  const typed = variablesOf(describe(values, fallbackTitle, sourceDate, typography));
  const filled = withVariables(values, typed, (name, key) =>
    say(
      variableKnown,
      { name, guess: guess(name, [...typed.keys()]), inText: false, itself: typed.has(name) },
      at(key),
    ),
  );
  const metadata = describe(filled, fallbackTitle, sourceDate, typography);
  const missing = values.isbn ? FOR_STORES.filter((key) => values[key] === undefined) : [];
  if (missing.length) say(metadataSuffices, { missing }, at('isbn'));
  if (!hasWords(metadata.lang) && !values.words) say(wordsThere, { lang: metadata.lang }, at('lang'));
  return Object.freeze({
    metadata,
    words: wordsOf(metadata.lang, values.words),
    variables: variablesOf(metadata),
    profiles: flags.profiles?.length ? [...new Set(flags.profiles)] : (values.profile ?? []),
    bibliography: values.bibliography ?? [],
    csl: values.csl ?? 'chicago-author-date',
    nocite: values.nocite ?? [],
    editions,
    editionOptions: settleSheets(
      asPrintersAsk(values.editions ?? {}),
      editions,
      all,
      flags,
      say,
      at,
      atFlags,
    ),
    theme: themeFound ?? NO_THEME,
    trim: trimOf(flags.trim, say, atFlags) ?? values.trim ?? DEFAULT_TRIM,
    coverDesign: values.cover && 'design' in values.cover ? values.cover.design : undefined,
    styles: values.styles ?? [],
    tokens: withUnits(values.tokens ?? {}),
    tocDepth: values['toc-depth'] ?? 1,
    lists: values.lists ?? [],
    omitted: values.omit ?? [],
    abbreviations: values.abbreviations ?? {},
    chapterStart: values['chapter-start'] ?? 'recto',
    numberChapters: values['number-chapters'] ?? false,
    hyphenate: values.hyphenate ?? true,
    justify: values.justify ?? true,
    notes: values.notes ?? 'foot',
    figures: values.figures ?? 'float',
    runningHeads: {
      verso: values['running-heads']?.verso ?? 'title',
      recto: values['running-heads']?.recto ?? 'chapter',
    },
    noteNumbers: values['note-numbers'] ?? 'chapter',
    dropCaps: values['drop-caps'] ?? false,
    typography,
    spelling: values.spelling,
    handoutPapers: values['handout-paper'] ?? HANDOUT_PAPERS,
    severity: values.rules ?? {},
    draft: flags.draft ?? false,
    allowHosts: flags.allowHosts ?? [],
  });
}

/** What KDP, IngramSpark, Kobo, Apple Books and Google Play want to know of a book, and can read in its file. */
const FOR_STORES = ['author', 'publisher', 'date', 'description', 'subject'] as const;

/** A severity is set for a message that there is, and that is not about there being nothing to make. */
function holdRules(
  rules: Readonly<Record<string, unknown>>,
  catalogue: ReadonlyMap<string, Known>,
  say: Say,
  at: (id: string) => At,
): void {
  for (const id of Object.keys(rules)) {
    const notice = catalogue.get(id);
    if (!notice) say(keyKnown, { key: id, guess: guess(id, [...catalogue.keys()]), known: [] }, at(id));
    else if (notice.firm)
      say(
        valueValid,
        { key: `rules › ${id}`, reason: 'cannot be set: where it is said nothing can be made' },
        at(id),
      );
  }
}

/** Stands in where the theme is unknown: the build has failed then, and only goes on to find other mistakes. */
const NO_THEME: Theme = { name: '', description: '', typefaces: '', path: 'styles/themes/classic/theme.css' };

function named(name: string): TrimSize {
  const found = TRIM_SIZES.find((trim) => trim.name === name);
  if (!found) throw new Error(`no trim size ${name}`);
  return found;
}
const DEFAULT_TRIM = named('6x9');
const HANDOUT_PAPERS = [named('a4'), named('letter')];

function trimOf(flag: string | undefined, say: Say, at: At): TrimSize | undefined {
  if (flag === undefined) return undefined;
  const parsed = parseTrim(flag);
  if (typeof parsed !== 'string') return parsed;
  say(valueValid, { key: '--trim', reason: parsed }, at);
  return undefined;
}
