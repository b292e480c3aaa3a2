import { VFile } from 'vfile';
import type { BookFile } from '../config/book-file.js';
import type { Part } from '../model/manuscript.js';
import type { At, Say } from '../model/notice.js';
import type { Folder } from '../model/workshop.js';
import { fileReadable } from './notices.js';
import { type Listed, orderOf } from './order.js';
import { readText, shown } from './text.js';

/** The files of a book, in reading order, each with its place; parts' own texts by part. */
export interface Files {
  readonly parts: readonly Part[];
  readonly chapters: readonly VFile[];
  readonly partTexts: ReadonlyMap<number, VFile>;
  /** Those that cannot be read, which has been told. */
  readonly refused: readonly string[];
}

/** Reads the files of a book. What is wrong with one is said, and the others are read all the same. */
export async function readChapters(folder: Folder, book: BookFile, say: Say): Promise<Files> {
  const shownAs = (path: string): string => shown(folder, path);
  const { parts, openings, listed } = orderOf(book, await folder.list(), say, shownAs);
  const refused: string[] = [];
  const readListed = (path: string, at: At | undefined): Promise<VFile | undefined> =>
    readText(folder, path, say, {
      at,
      missing() {
        const file = new VFile({ path, data: { shownPath: shownAs(path) } });
        // What is no UTF-8 in a name is listed as this sign, by which nothing is found.
        const why = path.includes('\ufffd')
          ? { reason: 'its name is not written in UTF-8', remedy: 'Give it another name.' }
          : {
              reason: 'it is a link that leads nowhere',
              remedy: 'Put the file itself there, or take the link away.',
            };
        say(fileReadable, { path, ...why }, { file });
      },
    });
  const read = async ({ path, place, at }: Listed): Promise<VFile | undefined> => {
    const file = await readListed(path, at);
    if (file) file.data.place = place;
    else refused.push(path);
    return file;
  };
  const chapters = await Promise.all(listed.map(read));
  const partTexts = new Map<number, VFile>();
  for (const opening of openings) {
    const file = await read(opening);
    if (file && opening.place?.part !== undefined) partTexts.set(opening.place.part, file);
  }
  return { parts, chapters: chapters.filter((file) => file !== undefined), partTexts, refused };
}
