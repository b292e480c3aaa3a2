import type { Position } from 'unist';
import { VFile } from 'vfile';
import type { At } from '../model/notice.js';
import type { BookYaml } from './keys.js';

/** What a book's own configuration says, and the file that says it (none for a bare folder). */
export interface BookFile {
  readonly values: BookYaml;
  readonly file?: VFile | undefined;
  /** The file could not be read, so nobody knows what it says. */
  readonly unread?: boolean | undefined;
  /** Where the contents are listed, if they stand in a file or in words of another tool: the place of each entry. */
  readonly listing?: ReadonlyMap<string, At> | undefined;
  /** The place of a key, for later messages about its value. */
  at(...path: PropertyKey[]): Position | undefined;
  /** The place of a key's value, and none where there is no such key: `at` gives that of what would hold it. */
  valueAt?(...path: readonly PropertyKey[]): Position | undefined;
  /** The place of a name that a key holds, or of its value where names are listed. */
  nameAt?(...path: PropertyKey[]): Position | undefined;
}

/** For a message about what the book's own file says, of whoever does not hold that file. */
export function inBook(...key: PropertyKey[]): At {
  return { file: new VFile({ path: 'book.yaml' }), key };
}
