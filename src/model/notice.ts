import type { Node, Point, Position } from 'unist';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';

/** How much a notice weighs: an `error` stops the build, a `warning` does not, an `info` is only told when asked. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * One thing that can be said about a book. Its id is permanent, kebab-case, and states the fact that should hold
 * (`image-exists`), so that `octavo explain image-exists`, a suppression and a setting in `book.yaml` all name it.
 */
export interface Notice<Facts = Record<string, never>> {
  readonly id: string;
  readonly severity: Severity;
  /** Where this is said nothing can be made, so its severity is not for a book to set. */
  readonly firm?: boolean;
  /** The fact, in one sentence for the author. */
  says(facts: Facts): string;
  /** What to do about it, in one sentence. */
  remedy(facts: Facts): string;
  /** Why it matters: a paragraph for `octavo explain`. */
  readonly why: string;
}

/** What a message is, whatever facts it speaks of. */
export interface Known extends Pick<Notice, 'id' | 'severity' | 'why' | 'firm'> {
  /** Of a rule: Markdown that keeps it, and Markdown that breaks it. */
  readonly examples?: { readonly good: string; readonly bad: string };
}

/** Where something is: a file of the author's, and a node, range or point in it if that is known. */
export interface Place {
  readonly file: VFile;
  readonly node?: Node | Position | Point | undefined;
}

/** What a message is said of. */
export interface At extends Place {
  /** The path of a key, where it is the book's own file that says this: `['tokens', 'serif']`. */
  readonly key?: readonly PropertyKey[] | undefined;
  /** Another place that this has to do with: the first of two, what disagrees with it. */
  readonly also?: (Place & { readonly says: string }) | undefined;
  /** What does what the remedy says, where that needs no author. */
  readonly mends?: readonly Mend[] | undefined;
  /** What was thrown, for whoever looks for the fault in a plugin. */
  readonly cause?: unknown;
}

/** A change of the source: what stands at a place becomes another text. */
export interface Mend {
  /** Lines and columns are counted from 1; the end is behind the last character. */
  readonly place: Position;
  readonly text: string;
}

/** The same with the file that it is a change of. */
export interface FileMend extends Mend {
  readonly file: VFile;
}

/** Another place that a message has to do with, as it is shown. Lines and columns are counted from 1. */
export interface Also {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly says: string;
}

/** The one mouth of the program: everything an author is told goes through it. */
export type Say = <Facts>(notice: Notice<Facts>, facts: Facts, at: At) => void;

/** What was said so far, and how much of it was an error. */
export interface Ledger {
  readonly say: Say;
  /** From now on, notices have the severities that the author set. */
  heed(levels: Readonly<Record<string, Severity | 'off'>>): void;
  /**
   * From now on, files that do not know their folder are told by these paths.
   * @param keyAt the place of a key in the book's own file
   */
  locate(
    shown: ReadonlyMap<string, string>,
    keyAt?: (...path: readonly PropertyKey[]) => Position | undefined,
  ): void;
  /** Changes that mend what was said, each of the file that it is in. */
  mends(): readonly FileMend[];
  /** Every message, ordered by file and place. */
  messages(): VFileMessage[];
  /** How many messages of this severity there are. */
  count(severity: Severity): number;
}

declare module 'vfile-message' {
  interface VFileMessage {
    /** What the author can do about it. */
    remedy?: string;
    /** The severity by name; `fatal` is derived from it. */
    severity?: Severity;
    /** Another place that it has to do with. */
    also?: Also;
  }
}
