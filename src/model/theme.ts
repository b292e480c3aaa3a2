/** A theme is one stylesheet that sets `--book-*` properties and may add rules of its own. */
export interface Theme {
  readonly name: string;
  readonly description: string;
  /** The typefaces of the text, as the colophon names them. */
  readonly typefaces: string;
  /** Its stylesheet: a path inside the package, or, for a plugin's, beside the configuration. */
  readonly path?: string;
  /** The stylesheet itself, instead of a file. */
  readonly cssText?: string;
}
