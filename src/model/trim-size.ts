/** The cut size of a page; lengths in CSS pixels (1/96 in). */
export interface TrimSize {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}
