/** What a press prints: one HTML document and everything it may ask for. */
export interface Sheet {
  /** The whole document, a string only here at the right edge. */
  readonly html: string;
  /** Answers a request for a file of the book by its path; `undefined` refuses it. */
  resource(path: string): Promise<{ bytes: Uint8Array; mediaType: string } | undefined>;
  /** Called with each address that was asked for and refused. */
  refused(url: string): void;
}

/** A document that stands open in the press, measured and changed by our own layout code only. */
export interface OpenSheet {
  /**
   * Runs one of our own functions in a world of its own inside the page; content scripts never run, and timers and animation
   * frames never come: await only what the browser itself fulfils (fonts, images).
   */
  run<Args extends unknown[], Result>(fn: (...args: Args) => Result, ...args: Args): Promise<Awaited<Result>>;
  /** Lets what is run call these functions of ours by the names that they are given here. */
  lend(functions: Readonly<Record<string, (...args: never[]) => unknown>>): Promise<void>;
  /** Prints the document as it stands: a tagged PDF with an outline. */
  print(): Promise<Uint8Array>;
  /**
   * Takes a picture, a PNG, of the upper left corner of the document as it stands on the screen.
   * @param area how much of it, in CSS pixels
   * @param scale dots for each of them
   */
  picture(area: { readonly width: number; readonly height: number }, scale: number): Promise<Uint8Array>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A browser that prints; opened lazily, one a build, always disposed. */
export interface Press {
  /** `Chromium 147.0.7727.0`. Starts the browser if need be. */
  version(): Promise<string>;
  open(sheet: Sheet): Promise<OpenSheet>;
  [Symbol.asyncDispose](): Promise<void>;
}
