import type { Position } from 'unist';

/** What an author wants to hear no more of, and why. */
export interface Allowance {
  /** Ids of messages. */
  readonly ids: readonly string[];
  /** Its lines in the file, from 1. */
  readonly from: number;
  readonly to: number;
  /** Where it is written. */
  readonly position: Position | undefined;
  /** Those of its ids that there was something to hush of. */
  readonly used: Set<string>;
}

declare module 'vfile' {
  interface DataMap {
    allowances: readonly Allowance[];
  }
}
