import type { CodeMarker } from './code-marker.js';

/** What came of asking for a file. A manuscript may only be answered with what lies inside its own folder. */
export type Found =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' | 'outside' | 'not-a-file' | 'unreadable' | 'too-big' };

/** A folder that can be read and not left: every path is relative to it, with `/`. */
export interface Folder {
  /** The folder as the user named it, for messages. */
  readonly path: string;
  /**
   * Whatever lies below it and is no folder, in a stable order, letters composed (NFC); hidden ones and `node_modules` left
   * out. A link to a folder is not entered, and ends with a slash.
   */
  list(): Promise<readonly string[]>;
  /** Reads one file; never follows a link or a `..` out of the folder, nor a file larger than the limit (bytes). */
  read(path: string, limit?: number): Promise<Found>;
  /**
   * Puts another text in the place of one that was read; its byte order mark, its rights and what links to it stay.
   * @returns whether it was done; it is not if the file holds another text by now
   */
  rewrite(path: string, before: string, after: string): Promise<boolean>;
}

export interface NextManifest {
  readonly text: string;
  readonly remove: readonly string[];
}

/** The output folder: a set of files replaces the one before it at once, or not at all. */
export interface Output {
  readonly path: string;
  /**
   * Delivers a set of files (path to bytes) with its manifest. `manifest` is called under the folder's lock with the
   * manifest that is there now; it answers the new one and the files that are to go.
   */
  deliver(
    set: ReadonlyMap<string, Uint8Array>,
    manifest: (previous: string | undefined) => NextManifest,
  ): Promise<void>;
  /** The manifest that is there now. */
  manifest(): Promise<string | undefined>;
  /** Removes every file that the manifest lists, and the manifest; answers which. */
  clean(): Promise<readonly string[]>;
}

/** The world as an argument. */
export interface Workshop {
  /** Opens a folder, or says why it cannot be. */
  folder(path: string): Promise<Folder | 'missing' | 'not-a-folder' | 'unreadable'>;
  output(path: string): Output;
  /** Writes new text files into a folder, unless one of them is there already: then none, and the answer names them. */
  plant(folder: string, files: ReadonlyMap<string, string>): Promise<readonly string[]>;
  /** Reads a file that the user named himself, wherever it lies. */
  read(path: string): Promise<Found>;
  /** The default export of a script that the user named himself. It runs. */
  load(path: string): Promise<unknown>;
  /**
   * What changes in folders and files from now on: paths that begin as they were given, together where they change together. What changes while
   * nobody asks is answered when somebody does. Nothing is watched in a workshop without it.
   * @throws the system's error, if it lets no more be watched
   */
  changes?(paths: readonly string[], signal: AbortSignal): Promise<AsyncIterable<readonly string[]>>;
  /** Loads a file from the network, from a host that the user named; or says why it cannot. */
  download(url: string): Promise<Uint8Array | string>;
  /** Marks code beside all else, where there are threads for it. */
  marker?(): CodeMarker;
  /** Octavo's own files: styles and fonts. */
  readonly own: {
    /** A file of the package, relative to its root. */
    read(path: string): Promise<Uint8Array>;
    /** A file of a package that Octavo depends on: `@fontsource/eb-garamond/400.css`. */
    dependency(specifier: string): Promise<Uint8Array>;
    /** Puts bytes aside for as long as a library needs them that takes nothing but the path of a file. */
    aside(bytes: Uint8Array): Promise<{ readonly path: string; remove(): Promise<void> }>;
  };
}
