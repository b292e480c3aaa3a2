/** What an author marks for the index of the book. */
export interface IndexTerm {
  /** The entry and its sub-entries, from the outermost: `["fear", "at night"]`; empty for the marked words themselves. */
  readonly path: readonly string[];
  /** Another entry to look under instead, or as well. */
  readonly see?: string | undefined;
  readonly seeAlso?: string | undefined;
  /** The passage goes from a start to an end of the same entry. */
  readonly range?: 'start' | 'end' | undefined;
}

/** One entry of the index, with what stands below it. */
export interface IndexEntry {
  readonly term: string;
  /** Of words that are marked in another language than that of the book. */
  readonly lang?: string | undefined;
  /** Ids of the places, in reading order; a passage has an end. */
  readonly places: readonly { readonly from: string; readonly to?: string | undefined }[];
  readonly see: readonly string[];
  readonly seeAlso: readonly string[];
  readonly children: readonly IndexEntry[];
}

declare module 'mdast' {
  interface Data {
    indexTerms?: readonly IndexTerm[];
  }
}
