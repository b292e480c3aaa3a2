/** How much there is of a chapter, or of a whole book. */
export interface Statistics {
  readonly words: number;
  /** Sentences of its paragraphs; a heading is none. */
  readonly sentences: number;
  /** About how many pages of the print edition, notes and pictures not counted. */
  readonly pages: number;
  /** How long it takes to read, silently and once. */
  readonly minutes: number;
  readonly notes: number;
  readonly figures: number;
  readonly tables: number;
  /**
   * How hard its sentences are to read: words in a sentence, and long words in a hundred (C.-H. Björnsson, *Läsbarhet*, 1968).
   * It needs no syllables, and so no language of its own. 0 where there is no sentence.
   */
  readonly lix: number;
}

export interface ChapterStatistics extends Statistics {
  /** The author's file. */
  readonly path: string;
  readonly title: string;
}
