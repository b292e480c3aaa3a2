import { posix } from 'node:path';
import { VFile } from 'vfile';
import type { BookFile } from '../config/book-file.js';
import { guessFile } from '../config/guess.js';
import type { ContentsEntry } from '../config/keys-contents.js';
import type { Part, Place } from '../model/manuscript.js';
import type { At, Say } from '../model/notice.js';
import { fileExists, fileInBook, fileListedOnce, folderIsNoLink } from './notices.js';
import { ABOUT, MARKDOWN, tellPassedOver } from './passed-over.js';

/** A file in its place. */
export interface Listed {
  readonly path: string;
  /** Where it stands, if anybody says so. */
  readonly place?: Place | undefined;
  /** Where it is listed, if it is. */
  readonly at?: At | undefined;
}

/** The book's files in reading order. */
export interface Order {
  readonly parts: readonly Part[];
  /** Files with the opening texts of parts. */
  readonly openings: readonly Listed[];
  readonly listed: readonly Listed[];
}

/** The page of a folder, which is a chapter unless it is that of the whole project; a book of bookdown begins with such a one. */
const PAGE = /(^|\/)(?:readme\.md|index\.rmd)$/i;
/** A folder that holds what chapters show, whose page is about that where there are no chapters beside it. */
const SHOWN =
  /(^|\/)(images?|img|pictures?|photos?|figures?|figs?|drawings|assets|media|attachments|resources|static|public|fonts|styles|css|data|scripts|templates)\/readme\.md$/i;
/** A drawing that Obsidian keeps as if it were text. */
const DRAWING = /\.excalidraw\.md$/i;
const HANDOUT = /^handouts\//;

/** Decides what is read, and in which order: the contents if there are any, else every Markdown file by name. */
export function orderOf(
  book: BookFile,
  files: readonly string[],
  say: Say,
  shownAs: (path: string) => string,
): Order {
  const written = files.filter(
    (path) =>
      MARKDOWN.test(path) &&
      !DRAWING.test(path) &&
      !path.split('/').some((segment) => segment.startsWith('_')),
  );
  const taker = createTaker(book, files, say);
  const { parts, openings, listed } = book.values.contents
    ? fromContents(book, taker)
    : { parts: [], openings: [], listed: byName(written) };
  const named = book.values.handouts?.flatMap((path, i) =>
    taker.take(path, 'handouts', i) ? handoutAt(path, taker.atEntry(path, 'handouts', i)) : [],
  );
  const handouts =
    named ??
    written
      .filter((path) => HANDOUT.test(path) && !taker.mentioned.has(path))
      .map((path) => handoutAt(path, undefined));
  const inFolder = (path: string): At => ({ file: new VFile({ path, data: { shownPath: shownAs(path) } }) });
  for (const path of files)
    if (path.endsWith('/')) say(folderIsNoLink, { path }, inFolder(path.slice(0, -1)));
  if (!book.values.contents) tellPassedOver(files, say, inFolder);
  // A summary lists what its author wants; our own contents are held to name everything.
  if (book.values.contents && !book.listing) {
    for (const path of written) {
      if (!taker.mentioned.has(path) && !HANDOUT.test(path) && !ABOUT.test(path))
        say(fileInBook, { path }, inFolder(path));
    }
  }
  return { parts, openings, listed: [...listed, ...handouts] };
}

function handoutAt(path: string, at: At | undefined): Listed {
  return { path: plainPath(path), place: HANDOUT_PLACE, at };
}

const HANDOUT_PLACE: Place = { role: 'handout', matter: 'back' };

/** A bare folder: every chapter by its name, without the files that are about the project. */
function byName(written: readonly string[]): Listed[] {
  const chapters = written.filter((path) => !HANDOUT.test(path));
  const isAlone = (path: string): boolean =>
    chapters.every((one) => one === path || !one.startsWith(path.replace(PAGE, '$1')));
  const isPage = (path: string): boolean =>
    path.includes('/') && PAGE.test(path) && !(SHOWN.test(path) && isAlone(path));
  const isAbout = (path: string): boolean => ABOUT.test(path.split('/').at(-1) ?? '');
  const story = chapters.filter((path) => isPage(path) || !isAbout(path));
  // Of a project that has nothing but such pages its own is one of them.
  return pagesFirst(story.every(isPage) ? chapters : story)
    .sort((a, b) => endOf(a) - endOf(b))
    .map((path) => ({ path }));
}

/** The page of a folder stands before all else that is in it. */
function pagesFirst(paths: readonly string[]): string[] {
  const placeOf = (path: string, own: number): number => {
    if (!PAGE.test(path)) return own;
    const folder = path.replace(PAGE, '$1');
    const first = paths.findIndex((one) => one.startsWith(folder));
    return first - 1 / (1 + folder.split('/').length);
  };
  const places = new Map(paths.map((path, i) => [path, placeOf(path, i)]));
  return [...paths].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

/** What stands first and last in the story. */
const ENDS = [
  /^prologue\.\w+$/i,
  /^(?!(?:conclusion|epilogue)\.\w+$)/i,
  /^conclusion\.\w+$/i,
  /^epilogue\.\w+$/i,
];

/** A prologue begins the story and an epilogue ends it; the alphabet, where no number says otherwise, would have it the other way about. */
function endOf(path: string): number {
  return ENDS.findIndex((end) => end.test(path));
}

function fromContents(book: BookFile, { take, atEntry }: Taker): Order {
  const contents = book.values.contents;
  const parts: Part[] = [];
  const openings: Listed[] = [];
  const listed: Listed[] = [];
  const list = (file: string, place: Place, ...keys: PropertyKey[]): void => {
    const path = plainPath(file);
    if (take(file, 'contents', ...keys)) listed.push({ path, place, at: atEntry(file, 'contents', ...keys) });
  };
  contents?.front?.forEach(
    (entry, i) => void list(entry.file, { matter: 'front', ...detail(entry) }, 'front', i),
  );
  // The body stands under its own key, or is all that there is.
  const [whole, body] = [book.at('contents')?.start, book.at('contents', 'body')?.start];
  const hasKey = whole?.line !== body?.line || whole?.column !== body?.column;
  contents?.body?.forEach((entry: ContentsEntry, i) => {
    const key = hasKey ? ['body', i] : [i];
    if (!('part' in entry)) {
      list(entry.file, detail(entry), ...key);
      return;
    }
    const index = parts.length;
    const { part: title, file } = entry;
    parts.push({ title, path: file && plainPath(file) });
    if (file && take(file, 'contents', ...key, 'file'))
      openings.push({
        path: plainPath(file),
        place: { role: 'part', matter: 'body', part: index },
        at: atEntry(file, 'contents', ...key, 'file'),
      });
    entry.chapters.forEach(
      (one, k) => void list(one.file, { matter: 'body', part: index, ...detail(one) }, ...key, 'chapters', k),
    );
  });
  contents?.back?.forEach(
    (entry, i) => void list(entry.file, { matter: 'back', ...detail(entry) }, 'back', i),
  );
  return { parts, openings, listed };
}

/** In a plain list the role decides the matter: an appendix is back matter wherever it is listed. */
function detail(entry: {
  file?: unknown;
  title?: string | undefined;
  role?: Place['role'];
}): Pick<Place, 'title' | 'role'> {
  return { title: entry.title, role: entry.role };
}

/** Takes files into the book, each once. */
interface Taker {
  /** Whether a listed file can be taken: it is there, and for the first time; says so if it is not. */
  take(path: string, ...keys: PropertyKey[]): boolean;
  /** Where an entry stands. */
  atEntry(path: string, ...keys: PropertyKey[]): At | undefined;
  /** Files that were taken, or that a mistyped entry seems to mean. */
  readonly mentioned: ReadonlySet<string>;
}

function createTaker(book: BookFile, files: readonly string[], say: Say): Taker {
  const known = new Set(files);
  const texts = files.filter((file) => MARKDOWN.test(file));
  const links = files.filter((file) => file.endsWith('/'));
  const mentioned = new Set<string>();
  const taken = new Set<string>();
  const atEntry: Taker['atEntry'] = (path, ...keys) =>
    book.listing?.get(path) ?? (book.file && { file: book.file, node: book.at(...keys) });
  return {
    mentioned,
    atEntry,
    take(path, ...keys) {
      const plain = plainPath(path);
      const at = atEntry(path, ...keys) ?? { file: new VFile({ path: plain }) };
      // What lies outside the folder is left to the reader, who refuses it; so is what lies behind a link.
      const outside = plain.startsWith('/') || plain === '..' || plain.startsWith('../');
      const linked = links.some((folder) => plain.startsWith(folder));
      if (!known.has(plain) && !outside && !linked) {
        const meant = guessFile(plain, texts);
        say(fileExists, { path, guess: meant }, at);
        if (meant) mentioned.add(meant);
        return false;
      }
      if (taken.has(plain)) say(fileListedOnce, { path: plain }, at);
      const first = !taken.has(plain);
      taken.add(plain);
      mentioned.add(plain);
      return first;
    },
  };
}

/** A path as the folder lists it: without `./` and detours, its letters composed. */
function plainPath(path: string): string {
  return posix.normalize(path).normalize('NFC');
}
