import type { VFile } from 'vfile';

/** A stretch of lines of a chapter that was put together from several files, and where they come from. */
export interface Origin {
  /** Its first line in the chapter, from 1. */
  readonly line: number;
  readonly file: VFile;
  /** The same line in its own file. */
  readonly from: number;
  /** How many columns the place where it stands in puts before each of its lines. */
  readonly shift: number;
}

declare module 'vfile' {
  interface DataMap {
    /** Of a chapter that includes others: where its lines come from, in order. */
    origins: readonly Origin[];
    /** Texts that its code is to be filled with, by the line that asks for them. */
    excerpts: ReadonlyMap<number, string>;
  }
}
