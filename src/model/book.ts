import type { List, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Counted, Counter } from './counter.js';
import type { Exercise } from './exercise.js';
import type { Handout } from './handout.js';
import type { IndexEntry } from './index-term.js';
import type { Asset, Matter, Part, Role } from './manuscript.js';
import type { Metadata } from './metadata.js';
import type { Words } from './words.js';

/** One heading of the book, with what lies under it. */
export interface Heading {
  readonly id: string;
  /** 1 for the top of the outline. */
  readonly depth: number;
  readonly title: string;
  /** Of a numbered chapter. */
  readonly number?: string | undefined;
  /** Who wrote the chapter that it is the title of, where it is not who wrote the book. */
  readonly authors?: string | undefined;
  /** Id of the section it stands in. */
  readonly section: string;
  readonly children: Heading[];
}

/** What is called by its number: “Figure 3”, “Appendix A”. */
export interface Numbered {
  readonly kind: Counter | 'chapter' | 'appendix';
  readonly number: string;
}

/** Something that can be pointed at. */
export interface Anchor {
  /** Unique in the book. */
  readonly id: string;
  readonly chapter: string;
  readonly title: string;
  /** What is numbered there, so that a reference can name it in its own language; absent for what has a title instead. */
  readonly numbered?: Numbered | undefined;
}

/** One file of the manuscript, understood. */
export interface Chapter {
  readonly id: string;
  readonly role: Role;
  readonly matter: Matter;
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** For running heads: the title, unless its author gave a short one. */
  readonly shortTitle: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** What Octavo itself writes in this chapter. */
  readonly words: Words;
  readonly class?: string | undefined;
  /** Nobody has said what it is called, so it is called as its file is. */
  readonly titledByFile: boolean;
  /** Listed in the contents? */
  readonly listed: boolean;
  readonly part?: number | undefined;
  /** The number of a chapter, counted through the book, or the letter of an appendix; absent where none is shown. */
  readonly number?: string | undefined;
  /** Who wrote it, where it is not who wrote the book; several as one part of a sentence. */
  readonly authors?: string | undefined;
  /** Editions that show it; all of them if not said. */
  readonly outputs?: readonly string[] | undefined;
  /** How many pages a handout may take. */
  readonly pages: number;
  /** A handout is made smaller until it fits on them. */
  readonly fit?: 'shrink' | undefined;
  /** How its paper lies. */
  readonly orientation?: 'portrait' | 'landscape' | undefined;
  readonly tree: Root;
  readonly file: VFile;
}

/** The manuscript, understood. It knows nothing of pages, formats or CSS. */
export interface Book {
  readonly metadata: Metadata;
  /** What Octavo itself writes in this book. */
  readonly words: Words;
  readonly parts: readonly (Part & {
    readonly id: string;
    /** Its title with the asterisks that slant some of its words. */
    readonly written: string;
    readonly chapter?: Chapter | undefined;
  })[];
  /** Reading order, handouts last. */
  readonly chapters: readonly Chapter[];
  /** Files that could not be read, which has been told: what is nowhere else may be in them. */
  readonly refused: ReadonlySet<string>;
  /** Those that files are made of, in every edition: it may point at them. */
  readonly handouts: readonly Handout[];
  readonly outline: readonly Heading[];
  readonly anchors: ReadonlyMap<string, Anchor>;
  /** The list of what is cited, for a page of its own; absent where nothing is, or where its author placed it himself. */
  readonly bibliography?: List | undefined;
  /** Empty if nothing is marked for it. */
  readonly index: readonly IndexEntry[];
  /** Figures, tables, equations, listings and exercises, each kind in reading order. */
  readonly counted: readonly Counted[];
  readonly exercises: readonly Exercise[];
  readonly assets: ReadonlyMap<string, Asset>;
}
