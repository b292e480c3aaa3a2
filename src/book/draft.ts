import type { Heading, Root } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { FrontMatter } from '../config/keys-front-matter.js';
import type { Place } from '../model/manuscript.js';

/** One parsed file, before the book is known. */
export interface Draft {
  readonly file: VFile;
  readonly tree: Root;
  readonly frontMatter: FrontMatter;
  /** What it is called, where it is one of several chapters in a file: the words of its heading. */
  readonly name?: string | undefined;
  /** Its heading, where that only says what it is: it is not in the tree, and whatever points at it means all of it. */
  readonly unshown?: Heading | undefined;
  /** Where it stands, if that is not where its file does. */
  readonly place?: Place | undefined;
  /** The place of a key of the front matter. */
  at(key: string): Position | undefined;
}
