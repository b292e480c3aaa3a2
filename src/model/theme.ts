/** A theme is one stylesheet that sets `--book-*` properties and may add rules of its own. */
export interface Theme {
  readonly name: string;
  readonly description: string;
  /** The typefaces of the text, as the colophon names them. */
  readonly typefaces: string;
  /** Path of its stylesheet inside the package. */
  readonly path: string;
}
