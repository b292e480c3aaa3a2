import type { Root } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { FrontMatter } from '../config/keys.js';

/** One parsed file, before the book is known. */
export interface Draft {
  readonly file: VFile;
  readonly tree: Root;
  readonly frontMatter: FrontMatter;
  /** The place of a key of the front matter. */
  at(key: string): Position | undefined;
}
