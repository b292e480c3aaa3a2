import type { Role } from './manuscript.js';
import type { Medium } from './rendition.js';
import type { Typography } from './typography.js';
import type { Words, WordsOf } from './words.js';

/** What the build knows before it has read the chapters, and their constructs may ask for. */
export interface Setting {
  /** Language of chapters that name none, BCP 47. */
  readonly lang: string;
  readonly words: WordsOf;
  /** What of the text is made typographic. */
  readonly typography: Typography;
  /** What `{{name}}` stands for: facts of the book, and what its author defined. */
  readonly variables: ReadonlyMap<string, string>;
  /** What the abbreviations of the whole book stand for. */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** Profiles that this build is made for. */
  readonly profiles: readonly string[];
  /** The files of the folder, by their paths. */
  readonly files: readonly string[];
  /** Names of the editions that there are, with what each is made for. */
  readonly editions: ReadonlyMap<string, Medium>;
}

/** The same for one chapter. */
export interface Context extends Omit<Setting, 'words'> {
  readonly words: Words;
  /** What it is in the book, if its author says so. */
  readonly role?: Role | undefined;
}
