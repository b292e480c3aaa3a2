import type { PhrasingContent } from 'mdast';
import type { Locator } from './context.js';

/** A work as it is cited at one place. */
export interface Cite {
  readonly key: string;
  readonly prefix: readonly PhrasingContent[];
  readonly suffix: readonly PhrasingContent[];
  readonly locator?: Locator | undefined;
  /** The names are in the sentence already. */
  readonly nameless: boolean;
}

/** What is cited together. */
export interface Cluster {
  readonly cites: readonly Cite[];
  /** The first author is a word of the sentence: “Doe (1999) says”. */
  readonly inSentence: boolean;
  /** In a style of notes: the number of the note that it is, or stands in, and whether the note has other text. */
  readonly note?: { readonly number: number; readonly own: boolean } | undefined;
  /** Where the counting of notes and “ibid.” begin anew. */
  readonly chapter: string;
}
