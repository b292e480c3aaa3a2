import { VFile } from 'vfile';
import type { BookFile } from '../config/book-file.js';
import { titleGiven } from '../manuscript/notices.js';
import { firstTitle } from '../manuscript/title.js';
import type { Ledger } from '../model/notice.js';
import { byHeading, givenRole } from './roles.js';
import { SILENT } from './silent.js';

/** The title that a book has in its files: on a page of its own, or at the beginning of the first that is nothing but a chapter. */
export function titleInFiles(files: readonly VFile[]): string | undefined {
  const roles = files.map((file) => givenRole({ file, frontMatter: {} }));
  const chapter = files[roles.findIndex((role) => !role || role === 'chapter')];
  return firstTitle(files[roles.indexOf('titlepage')]) ?? firstTitle(chapter ?? files[0]);
}

/** The same in a manuscript of one file, which may begin with a page that shows no heading, such as “Copyright”. */
export const titleInFile = (file: VFile): string | undefined =>
  firstTitle(file, (heading, text) => {
    const role = byHeading(heading, text);
    return role !== undefined && SILENT.has(role);
  });

/** Says that there is no title, unless one was given that is wrong or could not be read: that has been said. */
export function missTitle(path: string, book: BookFile, first: VFile | undefined, ledger: Ledger): void {
  const spokenOf =
    book.unread ||
    (book.at('title') && ledger.count('error')) ||
    first?.messages.some((message) => message.fatal);
  if (spokenOf) return;
  const file = book.file ?? first ?? new VFile({ path });
  ledger.say(titleGiven, { path }, { file, node: book.at('title') });
}
