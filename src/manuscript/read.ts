import { VFile } from 'vfile';
import type { BookFile } from '../config/book-file.js';
import type { Part } from '../model/manuscript.js';
import type { At, Say } from '../model/notice.js';
import type { Folder } from '../model/workshop.js';
import { fileReadable } from './notices.js';
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
  const shownAs = (path: string): string => shown(folder, path);
  const { parts, listed } = orderOf(book, await folder.list(), say, shownAs);
  const readListed = (path: string, at: At | undefined): Promise<VFile | undefined> =>
    readText(folder, path, say, {
      at,
      missing() {
        const file = new VFile({ path, data: { shownPath: shownAs(path) } });
        const reason = 'it is a link that leads nowhere';
        const remedy = 'Put the file itself there, or take the link away.';
        say(fileReadable, { path, reason, remedy }, { file });
      },
    });
  const read = await Promise.all(
    listed.map(async ({ path, place, at }) => {
      const file = await readListed(path, at);
      if (file) file.data.place = place;
      return file;
    }),
  );
  const partTexts = new Map<number, VFile>();
  for (const [index, part] of parts.entries()) {
    const file = part.path ? await readListed(part.path, undefined) : undefined;
    if (file) {
      file.data.place = { role: 'part', matter: 'body', part: index };
      partTexts.set(index, file);
    }
  }
  return { parts, chapters: read.filter((file) => file !== undefined), partTexts };
}
