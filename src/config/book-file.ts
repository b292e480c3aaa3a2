import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { BookYaml } from './keys.js';

/** What a book's own configuration says, and the file that says it (none for a bare folder). */
export interface BookFile {
  readonly values: BookYaml;
  readonly file?: VFile | undefined;
  /** The place of a key, for later messages about its value. */
  at(...path: PropertyKey[]): Position | undefined;
}
