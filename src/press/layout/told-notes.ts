/*
 * What is told of notes when those of a section have been placed.
 */

/** Where a note is called. */
export interface Called {
  readonly section: string;
  /** `line:column` */
  readonly at: string;
  /** Page of its section, from 0. */
  readonly page: number;
}

/** A note that begins on a page after the one of its call. */
export interface Late extends Called {
  /** Whether what it is called in is not parted: a table, a figure or a box. */
  readonly boxed: boolean;
}

/** A note that stands behind the text of its section, for no page has room for it; or all of them, because of one. */
export interface Behind extends Called {
  /** Ids of the note and of those that it calls; without them all notes of the section stand there. */
  readonly ids?: readonly string[];
}

/** What came of the notes of one section. */
export interface SectionNotes {
  /** Whether they stand where they were put once all of the section is laid out. */
  readonly stand: boolean;
  readonly behind: readonly Behind[];
  readonly late: readonly Late[];
  /** Whether gaps were changed for the lines of the page. */
  readonly aligned: boolean;
}
