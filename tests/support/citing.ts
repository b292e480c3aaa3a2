import type { VFile } from 'vfile';
import { type Library, readLibrary } from '../../src/citation/library.js';
import { openLedger } from '../../src/report/ledger.js';
import { memoryWorkshop } from '../../src/workshop/memory.js';
import { thisWorld } from '../../src/world.js';
import { inWords, type Understood, understand } from './chapter.js';
import { METADATA } from './renditions.js';

/** How a book cites. */
export interface Citing {
  readonly csl?: string;
  readonly lang?: string;
  readonly nocite?: readonly string[];
  /** Files of the folder besides the bibliography, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** The bibliography's name, which says what it is. */
  readonly name?: string;
}

const { own } = thisWorld().workshop;

/** Reads a bibliography as a build does, and tells what was said: `id file:line:column`. */
export async function libraryOf(
  bibliography: string,
  { csl = 'chicago-author-date', lang = 'en', nocite = [], files = {}, name = 'refs.bib' }: Citing = {},
): Promise<{ library: Library; said: string[]; words: string[]; kept: VFile[] }> {
  const folder = await memoryWorkshop(
    { [`book/${name}`]: bibliography, 'book/a.md': '', ...files },
    own,
  ).folder('book');
  if (typeof folder === 'string') throw new Error(folder);
  const ledger = openLedger();
  const kept: VFile[] = [];
  const library = await readLibrary(
    folder,
    { values: {}, at: () => undefined },
    { metadata: { ...METADATA, lang }, bibliography: [name], csl, nocite },
    own,
    (file) => void kept.push(file),
    ledger.say,
  );
  if (!library) throw new Error('no library');
  return {
    library,
    kept,
    said: ledger
      .messages()
      .map(({ ruleId, file, line, column }) => `${ruleId} ${file}${line ? `:${line}:${column}` : ''}`),
    words: ledger.messages().map(inWords),
  };
}

/** A chapter that cites. */
export interface Cited {
  readonly book: Understood;
  /** Its paragraphs, as text; in notes the number of the note stands in brackets. */
  readonly text: string;
  /** Its notes. */
  readonly notes: readonly string[];
  /** The entries of the list, as text. */
  readonly works: readonly string[];
}

/** What a chapter comes to that cites by a style. */
export async function cite(markdown: string, bibliography: string, citing: Citing = {}): Promise<Cited> {
  const { library } = await libraryOf(bibliography, citing);
  const book = understand(`# T\n\n${markdown}`, { lang: citing.lang ?? 'en', library });
  const html = book.dress('reflowable').html.replace('<h1 id="chapter--t">T</h1>', '');
  const [text = '', notes = ''] = html.split('<section data-footnotes');
  return {
    book,
    text: plain(text.replace(/<sup><a[^>]*data-footnote-ref[^>]*>(\d+)<\/a><\/sup>/g, '[$1]')),
    notes: [...notes.matchAll(/<li[^>]*>([\s\S]*?)<\/li>/g)].map(([, one = '']) =>
      plain(one).replace(/ ↩$/, ''),
    ),
    works: book.book.bibliography?.children.map((one) => textOfMdast(one)) ?? [],
  };
}

/** Text with emphasis between asterisks. */
function plain(html: string): string {
  return decode(
    html
      .replace(/<\/?em>/g, '*')
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

function decode(text: string): string {
  return text.replace(/&#x([0-9A-F]+);/gi, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

function textOfMdast(node: unknown): string {
  const { type, value, children, data } = node as {
    type: string;
    value?: string;
    children?: unknown[];
    data?: { hName?: string };
  };
  const inner = value ?? (children ?? []).map(textOfMdast).join('');
  return type === 'emphasis' && !data?.hName ? `*${inner}*` : inner;
}
