import type { Metadata } from './metadata.js';
import type { Severity } from './notice.js';
import type { BookletOptions, NUpOptions } from './sheets.js';
import type { Theme } from './theme.js';
import type { TrimSize } from './trim-size.js';
import type { Typography } from './typography.js';
import type { WordsOf } from './words.js';

export type { TrimSize };

/** A list of what is counted, as `book.yaml` names it. */
export type ListName = 'figures' | 'tables' | 'listings';

/** Pages that Octavo writes by itself and that a book may do without. */
export type OmittedPage = 'half-title' | 'copyright-page' | 'contents' | 'colophon';

/** How a drawn cover looks. */
export type CoverDesign = 'frame' | 'rules' | 'label' | 'block';

/** Options of one edition; what it does not name it takes from the book. */
export interface EditionOptions {
  readonly trim?: TrimSize | undefined;
  /** Of a PDF: `black` lets nothing be printed but black and greys, `cmyk` gives colours as the four inks of a press. */
  readonly ink?: 'black' | 'colour' | 'cmyk' | undefined;
  /** Path of that press's colour profile, relative to the manuscript. */
  readonly icc?: string | undefined;
  /** Of a PDF: `false` leaves links and the outline out. */
  readonly links?: boolean | undefined;
  /** Of a PDF for a screen, and of single handouts: what can be written in are fields of a form. */
  readonly fillable?: boolean | undefined;
  /** Of a PDF: its pages are made up to a multiple of this by empty ones at the end. */
  readonly multipleOf?: 2 | 4 | undefined;
  /** Of a PDF: another is made of it, to be printed at home, folded and stapled. */
  readonly booklet?: BookletOptions | undefined;
  /** Of a PDF: another is made of it with several pages to a side. */
  readonly nUp?: NUpOptions | undefined;
  /** Who prints it, as `config/printers.ts` names them: a book has what that asks, where it says nothing else. */
  readonly printer?: string | undefined;
  /** Of the cover: how it is bound, and the paper of the pages, by the same names. */
  readonly binding?: 'paperback' | 'hardcover' | undefined;
  readonly paper?: string | undefined;
  /** Of the cover: how many pages the book has, where that is not known from the printed edition. */
  readonly pages?: number | undefined;
  /** Of the cover: the width of the spine, in CSS pixels, as the printer's template has it. */
  readonly spine?: number | undefined;
  /** Of a PDF of pages: how far the bleed goes beyond the cut, in CSS pixels. */
  readonly bleed?: number | undefined;
  /** Of a PDF: marks where it is cut, and of a cover where it is folded. */
  readonly marks?: boolean | undefined;
  /** Of large print: the size of its text, in CSS pixels; all else goes by it. */
  readonly size?: number | undefined;
}

/** What a running head says. */
export type HeadKind = 'title' | 'author' | 'part' | 'chapter' | 'section' | 'none';
/** What stands above left and right pages; pages that do not face each other are all rectos. */
export interface RunningHeads {
  readonly verso: HeadKind;
  readonly recto: HeadKind;
}

/** Every decision about this build, made once and frozen. Defaults < theme < `book.yaml` < config file < flags. */
export interface ResolvedConfig {
  readonly metadata: Metadata;
  /** What Octavo itself writes, by language, with the author's own words. */
  readonly words: WordsOf;
  /** What `{{name}}` stands for. */
  readonly variables: ReadonlyMap<string, string>;
  /** Profiles that this build is made for. */
  readonly profiles: readonly string[];
  /** Files of the works that are cited, relative to the manuscript; empty for a book that cites none. */
  readonly bibliography: readonly string[];
  /** Name of a citation style, or a file of the manuscript. */
  readonly csl: string;
  /** Keys of works that are listed without being cited; `*` stands for all. */
  readonly nocite: readonly string[];
  /** Names of the editions to make, in order. */
  readonly editions: readonly string[];
  readonly editionOptions: Readonly<Record<string, EditionOptions>>;
  readonly theme: Theme;
  readonly trim: TrimSize;
  /** The design of a drawn cover; the theme's unless given. */
  readonly coverDesign: CoverDesign | undefined;
  /** The author's own stylesheets, paths relative to the manuscript, last in the cascade. */
  readonly styles: readonly string[];
  /** Overrides of `--book-*` properties, by name without the prefix. */
  readonly tokens: Readonly<Record<string, string>>;
  /** How deep the contents list headings: 1 chapters only, 2 their sections too. */
  readonly tocDepth: number;
  /** Lists of what is counted that are made after the contents, in this order. */
  readonly lists: readonly ListName[];
  /** Pages that nobody wrote and that the book does without. */
  readonly omitted: readonly OmittedPage[];
  /** What abbreviations stand for, in the whole book. */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** Whether chapters open on a recto in print. */
  readonly chapterStart: 'recto' | 'any';
  /** Chapters are numbered, and appendices lettered. */
  readonly numberChapters: boolean;
  readonly hyphenate: boolean;
  readonly justify: boolean;
  /** Where notes stand on paper: at the foot of the page that calls them, behind their chapter, or at the end of the book. */
  readonly notes: 'foot' | 'chapter' | 'book';
  /** Whether figures and brief tables on pages let text that follows them fill the page before theirs, or stand where they were written. */
  readonly figures: 'float' | 'here';
  readonly runningHeads: RunningHeads;
  /** Notes are numbered anew in each chapter, or through the book. */
  readonly noteNumbers: 'chapter' | 'book';
  /** Every chapter opens with a drop cap. */
  readonly dropCaps: boolean;
  /** What of the text is made typographic; a chapter may want it otherwise. */
  readonly typography: Typography;
  /** The text is spelt by dictionaries; these words are right in it. */
  readonly spelling: { readonly words: readonly string[] } | undefined;
  /** Paper sizes of the handouts. */
  readonly handoutPapers: readonly TrimSize[];
  /** Severity by notice id, as the author set it; `off` silences. */
  readonly severity: Readonly<Record<string, Severity | 'off'>>;
  /** Chapters marked `draft: true` are kept in. */
  readonly draft: boolean;
  /** Hosts that the book may load from; empty unless the user named them. */
  readonly allowHosts: readonly string[];
}
