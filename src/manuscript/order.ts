import { posix } from 'node:path';
import { VFile } from 'vfile';
import type { BookFile } from '../config/book-file.js';
import { guess } from '../config/guess.js';
import type { ContentsEntry } from '../config/keys.js';
import type { Part, Place } from '../model/manuscript.js';
import type { At, Say } from '../model/notice.js';
import { fileExists, fileInBook, fileListedOnce } from './notices.js';

/** A file in its place. */
export interface Listed {
  readonly path: string;
  readonly place: Place;
}

/** The book's files in reading order. */
export interface Order {
  readonly parts: readonly Part[];
  readonly listed: readonly Listed[];
}

/** Files of a project that are about it and not of the book; left out of a bare folder unless they are all there is. */
const ABOUT = /^(readme|changelog|contributing|license|licence|code_of_conduct|security|summary|todo)\.md$/i;
const MARKDOWN = /\.(md|markdown|qmd)$/i;
const HANDOUT = /^handouts\//;

/** Decides what is read, and in which order: the contents if there are any, else every Markdown file by name. */
export function orderOf(
  book: BookFile,
  files: readonly string[],
  say: Say,
  shownAs: (path: string) => string,
): Order {
  const written = files.filter(
    (path) => MARKDOWN.test(path) && !path.split('/').some((segment) => segment.startsWith('_')),
  );
  const chapters = written.filter((path) => !HANDOUT.test(path));
  const handouts = handoutsOf(book, written, files, say);
  if (!book.values.contents) {
    const story = chapters.filter((path) => !ABOUT.test(path.split('/').at(-1) ?? ''));
    return {
      parts: [],
      listed: [...(story.length ? story : chapters).map((path) => ({ path, place: {} })), ...handouts],
    };
  }
  const order = fromContents(book, files, say);
  // A summary lists what its author wants; our own contents are held to name everything.
  if (book.file?.basename?.startsWith('book.y')) {
    const named = new Set(order.listed.map(({ path }) => path));
    for (const part of order.parts) if (part.path) named.add(part.path);
    for (const path of chapters) {
      if (!named.has(path) && !ABOUT.test(path))
        say(fileInBook, { path }, { file: new VFile({ path, data: { shownPath: shownAs(path) } }) });
    }
  }
  return { parts: order.parts, listed: [...order.listed, ...handouts] };
}

function fromContents(book: BookFile, files: readonly string[], say: Say): Order {
  const contents = book.values.contents;
  const parts: Part[] = [];
  const listed: Listed[] = [];
  const taken = new Set<string>();
  const there = checker(book, files, say);
  const take = (path: string, place: Place, ...keys: PropertyKey[]): void => {
    const plain = posix.normalize(path);
    if (taken.has(plain)) {
      if (book.file)
        say(fileListedOnce, { path: plain }, { file: book.file, node: book.at('contents', ...keys) });
    } else if (there(plain, 'contents', ...keys)) {
      taken.add(plain);
      listed.push({ path: plain, place });
    }
  };
  contents?.front?.forEach(
    (entry, i) => void take(entry.file, { matter: 'front', ...detail(entry) }, 'front', i),
  );
  contents?.body?.forEach((entry: ContentsEntry, i) => {
    const key = contents.front || contents.back ? ['body', i] : [i];
    if (!('part' in entry)) {
      take(entry.file, detail(entry), ...key);
      return;
    }
    const index = parts.length;
    const path = entry.file && there(entry.file, 'contents', ...key, 'file') ? entry.file : undefined;
    if (path) taken.add(path);
    parts.push({ title: entry.part, path });
    entry.chapters.forEach(
      (one, k) => void take(one.file, { matter: 'body', part: index, ...detail(one) }, ...key, 'chapters', k),
    );
  });
  contents?.back?.forEach(
    (entry, i) => void take(entry.file, { matter: 'back', ...detail(entry) }, 'back', i),
  );
  return { parts, listed };
}

/** In a plain list the role decides the matter: an appendix is back matter wherever it is listed. */
function detail(entry: {
  file?: unknown;
  title?: string | undefined;
  role?: Place['role'];
}): Pick<Place, 'title' | 'role'> {
  return { title: entry.title, role: entry.role };
}

function handoutsOf(
  book: BookFile,
  written: readonly string[],
  files: readonly string[],
  say: Say,
): Listed[] {
  const there = checker(book, files, say);
  const named = book.values.handouts?.filter((path, i) => there(path, 'handouts', i));
  return (named ?? written.filter((path) => HANDOUT.test(path))).map((path) => ({
    path,
    place: { role: 'handout', matter: 'back' },
  }));
}

/** Whether a listed file is there; says so if it is not. What lies outside the folder is left to the reader, who refuses it. */
function checker(book: BookFile, files: readonly string[], say: Say) {
  const known = new Set(files);
  return (path: string, ...keys: PropertyKey[]): boolean => {
    const plain = posix.normalize(path);
    if (known.has(plain) || plain.startsWith('/') || plain.startsWith('..')) return true;
    const at: At | undefined = book.file && { file: book.file, node: book.at(...keys) };
    if (at)
      say(
        fileExists,
        {
          path,
          guess: guess(
            path,
            files.filter((file) => MARKDOWN.test(file)),
          ),
        },
        at,
      );
    return false;
  };
}
