/** Where a page of the printed book begins. */
export interface PageBreak {
  /** Its folio, as it is printed or would be: `xii`, `42`. */
  readonly label: string;
  /** Id of the section. */
  readonly section: string;
  /** How many letters of the section come before it: everything but white space, soft hyphens, notes and folios. */
  readonly before: number;
  /** The first of its letters, without white space; none where the section ends without one. */
  readonly letters: string;
  /** Something that is seen and not read, or a table, stands above them. */
  readonly picture: boolean;
  /** Behind the last letter: which image, drawing, table or field of the section it begins with, counted from the last, from 1. */
  readonly drawn?: number | undefined;
}

/** What is known of the printed book's pages. */
export interface PrintedBook {
  /** How many there are, with the empty ones at the end. */
  readonly pages: number;
  /** Where they begin, in reading order. */
  readonly breaks: readonly PageBreak[];
  /** Labels of the pages that numbers refer to, by the id of what is there. */
  readonly folios: ReadonlyMap<string, string>;
}

/** The pages of the printed book, for editions that point at them. */
export interface PrintedPages {
  /** Whether anybody asks. */
  readonly wanted: boolean;
  /** Called once, by the edition that is printed. */
  tell(book: PrintedBook): void;
  /** Whether the printed edition is made in this build. */
  readonly made: boolean;
  /** `undefined` where the printed edition is not made, or not whole. */
  readonly known: Promise<PrintedBook | undefined>;
  /** How many pages the printed edition had that was delivered last, and whether the book is still the same. */
  last(): Promise<{ readonly pages: number; readonly same: boolean } | undefined>;
}
