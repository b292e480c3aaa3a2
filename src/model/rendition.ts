import type { Root } from 'hast';
import type { VFile } from 'vfile';
import type { Heading } from './book.js';
import type { EditionOptions, RunningHeads, TrimSize } from './config.js';
import type { ImageNeeds } from './darkroom.js';
import type { Asset, Matter, Role } from './manuscript.js';
import type { Metadata } from './metadata.js';
import type { Words } from './words.js';

/** `paged` is paper or a PDF, `reflowable` an e-reader, `screen` a web page. */
export type Medium = 'paged' | 'reflowable' | 'screen';

/** One section of the book as this edition shows it: a chapter, a part page, or a page nobody wrote. */
export interface Section {
  readonly id: string;
  readonly role: Role;
  readonly matter: Matter;
  readonly title: string;
  /** For the running head of a recto. */
  readonly shortTitle: string;
  /** Who wrote it, where its author says so. */
  readonly authors?: string | undefined;
  readonly lang: string;
  /** The side that its lines begin on, where it is not that of the book. */
  readonly dir?: 'ltr' | 'rtl' | undefined;
  /** Present in the contents and the outline? */
  readonly listed: boolean;
  readonly tree: Root;
  /** The author's file it came from; absent where nobody wrote it. */
  readonly file?: VFile | undefined;
  /** How many pages it may take (handouts). */
  readonly pages?: number | undefined;
  /** It is made smaller until it fits on them. */
  readonly fit?: 'shrink' | undefined;
  /** How the paper of a handout lies; upright unless it says. */
  readonly orientation?: 'portrait' | 'landscape' | undefined;
}

/** One stylesheet with the files it names, all resolved and read on demand. */
export interface Stylesheet {
  readonly path: string;
  readonly css: string;
  /** Its file, if it came with the book, and neither with Octavo nor with a plugin. */
  readonly own?: VFile | undefined;
}

/** A book dressed for one kind of reader. */
export interface Rendition {
  readonly edition: string;
  readonly medium: Medium;
  readonly metadata: Metadata;
  /** What Octavo writes by itself, in the language of the book. */
  readonly words: Words;
  readonly sections: readonly Section[];
  readonly outline: readonly Heading[];
  readonly styles: readonly Stylesheet[];
  /** The paths of those that the author brought along, and tokens that nobody could hold against a range. */
  readonly ownStyles: readonly string[];
  /** Images of the book, by path relative to the manuscript. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** Font files that the stylesheets name, by the URL they name them with; read when asked for. */
  readonly fonts: ReadonlyMap<string, () => Promise<Uint8Array>>;
  /** Families for scripts that the typefaces have no letters of. */
  readonly scriptFaces?: readonly string[] | undefined;
  /** The first family of each generic one, as the theme has it. */
  readonly typefaces: Readonly<Record<'serif' | 'sans-serif' | 'monospace' | 'math', string>>;
  readonly page: PageSetup;
  /** What is shown of images. */
  readonly images: ImageNeeds;
  /** What its author wants of the file. */
  readonly options: EditionOptions;
}

/** The page of a paged edition; lengths in CSS pixels (1/96 in). */
export interface PageSetup {
  /** The sizes it is made in: one trim size for a book, one for each paper for handouts. */
  readonly sizes: readonly TrimSize[];
  /** Inner is the binding side; on pages that are not mirrored it is the left. */
  readonly margins: Margins;
  /** Versos mirror rectos, and blank versos are inserted before a recto opening. */
  readonly mirrored: boolean;
  /** Chapters open on a recto. */
  readonly recto: boolean;
  readonly heads: RunningHeads;
  /** Notes stand at the foot of the page that calls them. */
  readonly footNotes: boolean;
  /** Figures and brief tables let text that follows them fill the page before theirs. */
  readonly floats: boolean;
}

export interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly inner: number;
  readonly outer: number;
}
