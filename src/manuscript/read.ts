import type { VFile } from 'vfile';
import type { BookFile } from '../config/book-file.js';
import type { Part } from '../model/manuscript.js';
import type { Say } from '../model/notice.js';
import type { Folder } from '../model/workshop.js';
import { orderOf } from './order.js';
import { readText, shown } from './text.js';

/** The files of a book, in reading order, each with its place; parts' own texts by part. */
export interface Files {
  readonly parts: readonly Part[];
  readonly chapters: readonly VFile[];
  readonly partTexts: ReadonlyMap<number, VFile>;
}

/** Reads the files of a book. What is wrong with one is said, and the others are read all the same. */
export async function readChapters(folder: Folder, book: BookFile, say: Say): Promise<Files> {
  const { parts, listed } = orderOf(book, await folder.list(), say, (path) => shown(folder, path));
  const read = await Promise.all(
    listed.map(async ({ path, place, at }) => {
      const file = await readText(folder, path, say, at);
      if (file) file.data.place = place;
      return file;
    }),
  );
  const partTexts = new Map<number, VFile>();
  for (const [index, part] of parts.entries()) {
    const file = part.path ? await readText(folder, part.path, say) : undefined;
    if (file) {
      file.data.place = { role: 'part', matter: 'body', part: index };
      partTexts.set(index, file);
    }
  }
  return { parts, chapters: read.filter((file) => file !== undefined), partTexts };
}
