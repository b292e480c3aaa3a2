import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { gather } from '../../src/book/gather.js';
import type { Library } from '../../src/citation/library.js';
import { factsOf } from '../../src/config/identity.js';
import { settled } from '../../src/config/typography.js';
import { core } from '../../src/core.js';
import { type OwnWords, wordsOf } from '../../src/language/words.js';
import { createParser } from '../../src/markdown/parse.js';
import type { Book } from '../../src/model/book.js';
import type { ListName } from '../../src/model/config.js';
import type { Construct } from '../../src/model/construct.js';
import type { Asset, Place } from '../../src/model/manuscript.js';
import type { Medium } from '../../src/model/rendition.js';
import { openLedger } from '../../src/report/ledger.js';
import { setFormulas } from '../../src/typeset/formulas.js';
import { shownIn } from '../../src/typeset/shown.js';
import { toHast } from '../../src/typeset/to-hast.js';
import { METADATA } from './renditions.js';

const EDITIONS = new Map((core.editions ?? []).map(({ name, medium }) => [name, medium]));
const EDITION_OF: Readonly<Record<Medium, string>> = { paged: 'print', reflowable: 'epub', screen: 'web' };
const stringifier = unified().use(rehypeStringify).freeze();

/** One chapter as an edition would show it. */
export interface Dressed {
  readonly tree: Root;
  readonly html: string;
}

/** A book made from texts alone, and what was said about it. */
export interface Understood {
  readonly book: Book;
  /** `id file:line:column` of each message, in order; without a place, `id file`. */
  said(): string[];
  /** Each message with its remedy, for people. */
  words(): string[];
  /** Translates its formulas, as a build does before it dresses anything. */
  setFormulas(): Promise<void>;
  /** Dresses a chapter, by its path; the first one if none is named. */
  dress(medium?: Medium, path?: string): Dressed;
}

export const MEDIA: readonly Medium[] = ['paged', 'reflowable', 'screen'];

/**
 * Takes Markdown the way of a build, from the parser to HTML, without disk or browser.
 * @param chapters text by path; what lies in `handouts/` is a handout
 * @param assets images that are there, by path
 */
export function understand(
  chapters: string | Readonly<Record<string, string>>,
  {
    lang = 'en',
    assets = [],
    constructs = core.constructs ?? [],
    words: ownWords = {},
    profiles = [],
    numbered = false,
    abbreviations = {},
    lists = [],
    typography = true,
    library,
  }: {
    lang?: string;
    assets?: readonly string[];
    constructs?: readonly Construct[];
    words?: OwnWords;
    profiles?: readonly string[];
    numbered?: boolean;
    abbreviations?: Readonly<Record<string, string>>;
    lists?: readonly ListName[];
    typography?: boolean;
    /** What it cites with. */
    library?: Library | undefined;
  } = {},
): Understood {
  const ledger = openLedger();
  const words = wordsOf(lang, ownWords);
  const variables = factsOf(METADATA);
  const texts = typeof chapters === 'string' ? { 'chapter.md': chapters } : chapters;
  const files = [...Object.keys(texts), ...assets];
  const parse = createParser(
    constructs,
    {
      lang,
      words,
      typography: settled(typography),
      variables,
      abbreviations,
      profiles,
      files,
      editions: EDITIONS,
    },
    ledger.say,
  );
  const drafts = Object.entries(texts).flatMap(([path, value]) => {
    const file = new VFile({ path, value });
    const handout: Place = { role: 'handout', matter: 'back' };
    file.data.place = path.startsWith('handouts/') ? handout : {};
    const parsed = parse(file);
    return parsed ? [{ file, ...parsed }] : [];
  });
  const images = new Map(assets.map((path) => [path, imageAt(path)]));
  const wishes = {
    words,
    numberChapters: numbered,
    lists,
    notes: 'foot' as const,
    abbreviations,
    typography: settled(typography),
  };
  const book = gather({ ...METADATA, lang }, [], drafts, images, wishes, ledger.say, library);
  return {
    book,
    said: () => ledger.messages().map((message) => `${message.ruleId} ${placed(message)}`),
    words: () => ledger.messages().map(inWords),
    setFormulas: () => setFormulas(book, ledger.say),
    dress(medium = 'paged', path = drafts[0]?.file.path) {
      const shows = path?.startsWith('handouts/') ? 'handouts' : 'chapters';
      const seen = shownIn(book, {
        name: shows === 'handouts' ? shows : EDITION_OF[medium],
        shows,
        matter: [],
      });
      const chapter = seen.chapters.find((one) => one.file.path === path);
      if (!chapter) throw new Error(`there is no chapter ${path}`);
      const tree = toHast(chapter, seen, medium, constructs, ledger.say);
      return { tree, html: stringifier.stringify(tree).trim() };
    },
  };
}

function imageAt(path: string): Asset {
  return { path, mediaType: 'image/png', bytes: new Uint8Array(), width: 40, height: 30 };
}

type Placed = { file?: string | undefined; line?: number | undefined; column?: number | undefined };
const placed = ({ file, line, column }: Placed): string | undefined =>
  line ? `${file}:${line}:${column}` : file;

/** What a message says, with its remedy and the other place that it names. */
export function inWords({ reason, remedy, also }: VFileMessage): string {
  return `${reason}. ${remedy}${also ? ` ${also.says} ${placed(also)}` : ''}`;
}
