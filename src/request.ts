import { VFile } from 'vfile';
import type { BookWritten } from './config/keys.js';
import type { Flags } from './config/resolve.js';
import type { Kept } from './kept.js';
import type { Plugin } from './model/plugin.js';
import type { Press } from './model/press.js';
import type { Workshop } from './model/workshop.js';

/** What to build. Every field may be left out. */
export interface BuildRequest extends Flags {
  /** Folder of the manuscript, from where the process is; `manuscript` by default. */
  readonly folder?: string | undefined;
  /** Folder for the finished editions; `dist` by default. */
  readonly output?: string | undefined;
  /** Path of a configuration, instead of the book's own: YAML, or a script, which is run. */
  readonly configFile?: string | undefined;
  /** A configuration that has been read already, instead of the book's own. */
  readonly config?: VFile | undefined;
  /** Keys of `book.yaml` as a configuration script gives them; they outweigh the book's own. */
  readonly settings?: Partial<BookWritten> | undefined;
  /** What extends Octavo; where `configFile` names a script, those that it brings along stand in place of these. */
  readonly plugins?: readonly Plugin[] | undefined;
  /** Path of the browser to print with; never taken from a manuscript, for it is run. */
  readonly browser?: string | undefined;
}

/** Where the mistakes of a flag are shown. */
export const COMMAND_LINE = new VFile({ path: 'command line' });

/** The world that a build works in. */
export interface World {
  readonly workshop: Workshop;
  /**
   * Opens the press; called once, disposed at the end.
   * @param browser path of a browser that the user named
   */
  press(browser?: string): Press;
  /** What may be taken again that was made before; nothing is, unless it is given. */
  readonly kept?: Kept | undefined;
  /** `SOURCE_DATE_EPOCH`, if it is set; an invalid date, if it is no date. */
  readonly sourceDate?: Date | undefined;
  /** Told how far it is, in a few words for a person. */
  progress?(text: string): void;
}
