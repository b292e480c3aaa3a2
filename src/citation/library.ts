import type { Position } from 'unist';
import { VFile } from 'vfile';
import type { BookFile } from '../config/book-file.js';
import { guess, guessFile } from '../config/guess.js';
import { fileExists } from '../manuscript/notices.js';
import { readText } from '../manuscript/text.js';
import type { ResolvedConfig } from '../model/config.js';
import type { At, Say } from '../model/notice.js';
import type { Reference } from '../model/reference.js';
import type { Folder, Workshop } from '../model/workshop.js';
import { type Locale, localeOf, ofLanguage } from './csl/locale.js';
import { readStyle, type Style } from './csl/style.js';
import { isFault, readXml } from './csl/xml.js';
import { citationStyleKnown, citationStyleValid } from './notices.js';
import { localeFor, STYLE_ALIASES, STYLES } from './styles.js';
import { enterWorks } from './works.js';

/** Everything that a book is cited with. */
export interface Library {
  readonly works: ReadonlyMap<string, Reference>;
  /** A file of works could not be read, so nobody knows what is missing. */
  readonly partial?: boolean;
  readonly style: Style;
  readonly locale: Locale;
  /** Works that are listed without being cited, with the places where they are named. */
  readonly uncited: readonly { readonly key: string; readonly at: At }[];
  /** All works are listed. */
  readonly all: boolean;
  /** Where a style that turns out to be of no use is named. */
  readonly at: At;
}

/**
 * Reads the bibliography that a book names, its style and the words of its language. Nothing is read for a book that
 * names none.
 * @param keep told of each of the author's files that was read
 */
export async function readLibrary(
  folder: Folder,
  book: BookFile,
  config: Pick<ResolvedConfig, 'metadata' | 'bibliography' | 'csl' | 'nocite'>,
  own: Workshop['own'],
  keep: (file: VFile) => void,
  say: Say,
): Promise<Library | undefined> {
  if (!config.bibliography.length) return undefined;
  const file = book.file ?? new VFile({ path: 'configuration' });
  const at = (...path: PropertyKey[]): At => ({ file, node: book.at(...path) });
  const { lang } = config.metadata;
  const read = async (path: string, place: At): Promise<VFile | undefined> => {
    const known = await folder.list();
    const missing = (): void => say(fileExists, { path, guess: guessFile(path, known) }, place);
    const found = await readText(folder, path, say, { at: place, missing });
    if (found) keep(found);
    return found;
  };
  /** The key in the list, with or without the @ that it may be written with; else the whole list. */
  const nocited = (key: string): Position | undefined => {
    const whole = book.at('nocite');
    const found = [key, `@${key}`].map((one) => book.at('nocite', one));
    return (
      found.find(
        (place) => place?.start.column !== whole?.start.column || place?.start.line !== whole?.start.line,
      ) ?? whole
    );
  };
  const works = new Map<string, Reference>();
  const places = new Map<string, At>();
  let partial = false;
  for (const path of config.bibliography) {
    const found = await read(path, at('bibliography', path));
    partial ||= !found;
    if (found) enterWorks(found, works, places, lang, say);
  }
  const style = await styleOf(config.csl, at('csl'), read, own, say);
  return {
    works,
    partial,
    style,
    locale: await locale(lang, style, own),
    uncited: config.nocite
      .filter((key) => key !== '*')
      .map((key) => ({ key, at: { file, node: nocited(key) } })),
    all: config.nocite.includes('*'),
    at: at('csl'),
  };
}

/** A style of the author's or of ours. Where it cannot be used the build has failed, and ours finds the other mistakes. */
async function styleOf(
  name: string,
  at: At,
  read: (path: string, at: At) => Promise<VFile | undefined>,
  own: Workshop['own'],
  say: Say,
): Promise<Style> {
  if (/\.csl$/i.test(name)) {
    const file = await read(name, at);
    const style = file && readStyle(String(file.value));
    if (style && !('reason' in style)) return style;
    if (style) say(citationStyleValid, { reason: style.reason }, { file, node: style });
  } else {
    const known = Object.keys(STYLES);
    const path = STYLES[STYLE_ALIASES[name] ?? name];
    if (path) return ours(path, own);
    const meant = guess(name, [...known, ...Object.keys(STYLE_ALIASES)]);
    say(citationStyleKnown, { name, guess: meant && (STYLE_ALIASES[meant] ?? meant), known }, at);
  }
  return ours('chicago-author-date', own);
}

async function ours(path: string, own: Workshop['own']): Promise<Style> {
  const style = readStyle(await textOf(`csl/styles/${path}.csl`, own));
  if ('reason' in style) throw new Error(`${path}: ${style.reason}`);
  return style;
}

async function locale(lang: string, style: Style, own: Workshop['own']): Promise<Locale> {
  const names = [...new Set([localeFor(lang, style.options['default-locale']), 'en-US'])];
  const layers = await Promise.all(
    names.map(async (name) => {
      const read = readXml(await textOf(`csl/locales/locales-${name}.xml`, own));
      if (isFault(read)) throw new Error(`${name}: ${read.reason}`);
      return read;
    }),
  );
  return localeOf(lang, [...ofLanguage(style.locales, names[0] ?? lang), ...layers]);
}

async function textOf(path: string, own: Workshop['own']): Promise<string> {
  return new TextDecoder().decode(await own.read(path));
}
