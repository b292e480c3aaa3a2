/** A sign of another tool that is none here. */
export interface ForeignSign {
  /** As a pattern with the flags `m` and `u`. */
  readonly sign: string;
  readonly called: string;
  /** What is written here, which what was written may say. */
  readonly instead: string | ((written: string) => string);
  /** What of it is shown, where the rest differs from one to the next: such messages are told together. */
  readonly brief?: (written: string) => string;
  /** Whether such signs on lines in a row are those of one list or table, which is told once. */
  readonly runs?: true;
}

export const AS_IT_IS = 'A backslash before it keeps it as it is.';
