import type { Point } from 'unist';

/** A stretch of a file, as offsets. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A piece of text as Markdown has it: what must be found again in every edition that shows its chapter. */
export interface WrittenPiece extends Stretch {
  readonly at: Point;
  /** What it says, without what only instructs. */
  readonly words: string;
}

declare module 'vfile' {
  interface DataMap {
    /** Every piece of text that was read in the file, in its order. */
    written: readonly WrittenPiece[];
    /** Where text is that is for other readers than those of this build. */
    leftOut: Stretch[];
  }
}
