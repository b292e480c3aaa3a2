import type { Element } from 'hast';
import type { Artifact } from './artifact.js';
import type { Book, Heading } from './book.js';
import type { ResolvedConfig } from './config.js';
import type { Darkroom, ImageNeeds } from './darkroom.js';
import type { HandoutsToTell } from './handout.js';
import type { Matter, Role } from './manuscript.js';
import type { At, Ledger, Say } from './notice.js';
import type { PrintedPages } from './page-break.js';
import type { Press } from './press.js';
import type { Medium, PageSetup, Rendition, Section } from './rendition.js';
import type { Workshop } from './workshop.js';

/** What a bindery may use: the press, the darkroom, the ledger, and nothing else of the world. */
export interface Tools {
  readonly press: Press;
  readonly darkroom: Darkroom;
  readonly ledger: Ledger;
  readonly printed: PrintedPages;
  readonly handouts: HandoutsToTell;
  /** Does what nobody waits for; called while something else works for this process. */
  meanwhile(): void;
  /** Tells how far it is, for a progress line. */
  progress(text: string): void;
}

/** What a page that nobody wrote is made with. */
export interface Bench {
  /** Octavo's own files, for the typefaces of a cover. */
  readonly own: Workshop['own'];
  /** Values of `--book-*` properties, by name without the prefix. */
  readonly tokens: ReadonlyMap<string, string>;
  /** Where the book sets one of them, for messages about its value. */
  tokenAt(token: string): At;
  readonly say: Say;
}

/** A page nobody wrote: made from the metadata and the book, and replaced by a file with the same role. */
export interface MatterPage {
  readonly role: Role;
  readonly matter: Matter;
  make(book: Book, config: ResolvedConfig, bench: Bench): Section | undefined | Promise<Section | undefined>;
}

/** The kinds of chapters that an edition can show. */
export type Shows = 'chapters' | 'handouts' | 'all' | 'none';

/** What is solved in one section of the book. */
export interface Solved {
  readonly section: Section;
  /** Each exercise by its name, with its solutions. */
  readonly answers: readonly Element[];
}

/** Solutions that stand alone: the section that holds them, and what of it the outline lists. */
export interface AnswerKey {
  readonly section: Section;
  readonly outline: readonly Heading[];
}

/** A recipe: which pages, which styles, and how the result is bound. */
export interface Edition {
  readonly name: string;
  readonly description: string;
  readonly medium: Medium;
  /** Which chapters it shows; a cover shows none. */
  readonly shows: Shows;
  /** Name of an edition whose files come along with it, and which is made for that. */
  readonly brings?: 'handouts';
  readonly matter: readonly MatterPage[];
  /** What it can show of an image. */
  readonly images: ImageNeeds;
  /** Stylesheets in `styles/editions/`, without their ending. */
  readonly styles: readonly string[];
  /** `false`: no word is parted, whatever the book says. */
  readonly hyphens?: false;
  /** Solutions stay in their exercises, wherever the book gathers them. */
  readonly solutions?: 'in-place';
  /** What can be written in can be fields of a form; whether it is, unless its author says. */
  readonly fillable?: boolean | undefined;
  /** It shows solutions and nothing else: makes the one section that holds them. */
  key?(solved: readonly Solved[], book: Book): AnswerKey;
  /** Names of tokens that those of the book do not change. */
  readonly keeps?: RegExp;
  /** Tokens that its own options set, by name without the prefix; they outweigh those of the book. */
  tokens?(config: ResolvedConfig): Readonly<Record<string, string>>;
  /** The section that opens a part, with the author's own text for it if there is one. */
  part(part: Book['parts'][number], index: number, book: Book, text: Section | undefined): Section;
  /**
   * Its page.
   * @param tokens values of `--book-*` properties, by name without the prefix
   */
  page(config: ResolvedConfig, tokens: ReadonlyMap<string, string>): PageSetup;
  /** Its binder is loaded here, when it is needed: an EPUB waits for no PDF library, and a PDF is not packed. */
  bind(rendition: Rendition, tools: Tools): Promise<Artifact[]>;
}
