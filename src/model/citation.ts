import type { Emphasis, Parent, PhrasingContent } from 'mdast';
import type { Point } from 'unist';

/** What an author cites, before the bibliography is asked; its children are what he wrote. */
export interface Citation extends Parent {
  type: 'citation';
  /** The first work is a word of the sentence: `@doe99` outside of brackets. */
  readonly inSentence: boolean;
  readonly works: readonly CitedWork[];
  children: PhrasingContent[];
}

/** One work of it. */
export interface CitedWork {
  readonly key: string;
  /** `-@doe99`: without the names. */
  readonly nameless: boolean;
  /** What stands before and behind it; both are among the children of the citation. */
  readonly prefix: Emphasis;
  readonly suffix: Emphasis;
  /** Where its key stands. */
  readonly at?: Point | undefined;
}

declare module 'mdast' {
  interface Data {
    /** A link that leads to an entry of the bibliography. */
    work?: boolean;
  }
  interface PhrasingContentMap {
    citation: Citation;
  }
  interface RootContentMap {
    citation: Citation;
  }
}
