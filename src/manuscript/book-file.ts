import { VFile } from 'vfile';
import type { BookFile } from '../config/book-file.js';
import { BOOK_ALIASES, bookSchema } from '../config/keys.js';
import { bookFileRead } from '../config/notices.js';
import { readYaml, type Source } from '../config/source.js';
import { validate } from '../config/validate.js';
import type { At, Say } from '../model/notice.js';
import type { Folder } from '../model/workshop.js';
import type { Foreign } from './foreign/foreign.js';
import { readHonKit } from './foreign/honkit.js';
import { readLeanpub } from './foreign/leanpub.js';
import { readMdBook } from './foreign/mdbook.js';
import { readMkDocs } from './foreign/mkdocs.js';
import { readQuarto } from './foreign/quarto.js';
import { readText, shown } from './text.js';

const NOWHERE = () => undefined;

/**
 * Finds out what the book is made of: `book.yaml` or `book.yml`, and what mdBook, HonKit, MkDocs, Leanpub or Quarto would read, so that
 * an existing book can be tried in a minute; else nothing, which is a bare folder. The first outweighs the other, which is looked for only
 * while it does not say what is in the book: an author gives a title or a size, and the chapters stay in their order.
 * @param named a configuration named by the user, instead of the one in the folder
 * @param settings keys that a configuration script gives; they outweigh the book's own
 */
export async function loadBook(
  folder: Folder,
  say: Say,
  named?: VFile,
  settings?: { readonly values: object; readonly file: VFile },
): Promise<BookFile> {
  const book = await findBook(folder, say, named);
  if (!named && !book.unread) tellUnread(await folder.list(), book.file?.path, folder, say);
  if (!settings) return book;
  const source = { value: settings.values, at: NOWHERE, keyAt: NOWHERE };
  return {
    ...book,
    file: book.file ?? settings.file,
    values: { ...book.values, ...validate(bookSchema, source, BOOK_ALIASES, settings.file, say) },
  };
}

/** Tells of what was meant to be the configuration of the book and is not. */
function tellUnread(files: readonly string[], read: string | undefined, folder: Folder, say: Say): void {
  const isOwn = read !== undefined && /^book\.ya?ml$/.test(read);
  for (const path of files) {
    const isNamed =
      /^book\.ya?ml(?:\.txt)?$/i.test(path) ||
      (!isOwn && !read && /\/book\.ya?ml$|^(?:metadata|octavo)\.ya?ml$/.test(path));
    // Where capitals make no difference, it was read by the name that it should have.
    if (!isNamed || path === read || (path.toLowerCase() === read && !files.includes(read))) continue;
    const at: At = { file: new VFile({ path, data: { shownPath: shown(folder, path) } }) };
    say(bookFileRead, { path, read: isOwn && /^book\.ya?ml$/.test(path) ? read : undefined }, at);
  }
}

async function findBook(folder: Folder, say: Say, named: VFile | undefined): Promise<BookFile> {
  if (named) return readBookYaml(named, say);
  for (const name of ['book.yaml', 'book.yml']) {
    let there = true;
    const missing = (): void => {
      there = false;
    };
    const file = await readText(folder, name, say, { missing });
    if (file) {
      const own = readBookYaml(file, say);
      if (own.unread || own.values.contents) return own;
      // What is wrong with the other is nothing to a book that has a file of its own.
      const { values, listing } = (await findForeign(folder, () => undefined)) ?? {};
      return { ...own, listing, values: { ...values, ...own.values } };
    }
    if (there) return { values: {}, unread: true, at: NOWHERE };
  }
  return { values: {}, ...(await findForeign(folder, say)), at: NOWHERE };
}

async function findForeign(folder: Folder, say: Say): Promise<Foreign | undefined> {
  return (
    (await readQuarto(folder, say)) ??
    (await readMdBook(folder, say)) ??
    (await readMkDocs(folder, say)) ??
    (await readHonKit(folder, say)) ??
    readLeanpub(folder, say)
  );
}

function readBookYaml(file: VFile, say: Say): BookFile {
  const source = readYaml(String(file.value), file, say);
  if (!source) return { values: {}, file, unread: true, at: NOWHERE };
  const asWritten = writtenIn(source);
  return {
    values: validate(bookSchema, source, BOOK_ALIASES, file, say),
    file,
    at: (...path) => source.at(asWritten(path)),
    valueAt: (...path) => source.keyAt(asWritten(path)) && source.at(asWritten(path)),
    nameAt: (...path) => source.keyAt(asWritten(path)) ?? source.at(asWritten(path)),
  };
}

/** A path with its key by the name that the author has given it, where that is not ours. */
function writtenIn(source: Source): (path: readonly PropertyKey[]) => PropertyKey[] {
  return ([first, ...rest]) => {
    if (first === undefined) return [];
    const names = Object.keys(BOOK_ALIASES).filter((alias) => BOOK_ALIASES[alias] === first);
    return [[first, ...names].find((name) => source.keyAt([name])) ?? first, ...rest];
  };
}
