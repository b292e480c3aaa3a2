/** What of the typed text is made typographic; each can be switched off for a book or a chapter. */
export interface Typography {
  /** Quotation marks, apostrophes and primes. */
  readonly quotes: boolean;
  /** `--`, `---` and ranges of numbers. */
  readonly dashes: boolean;
  /** `...`, and its place behind a word. */
  readonly ellipses: boolean;
  /** Minus before a number, times between two. */
  readonly signs: boolean;
  /** ½, ¼, ¾. */
  readonly fractions: boolean;
  /** Spaces at which no line breaks. */
  readonly spaces: boolean;
  /** Where the call of a note stands: without a space, and in English behind the stop. */
  readonly notes: boolean;
}

declare module 'mdast' {
  interface Data {
    /** The words of a heading as they were typed, if they are not as they were: its address is made of these. */
    typed?: string;
  }
}
