import type { ElementContent } from 'hast';

/** Marks the words of code by what they are, while something else goes on. */
export interface CodeMarker {
  /** Says that a piece of code is going to be asked for. */
  begin(code: string, lang: string): void;
  /**
   * The marks of a piece of code, to be put into a tree: of each answer there is one.
   * @returns nothing for a language that is not known
   */
  mark(code: string, lang: string): Promise<ElementContent[] | undefined>;
  /** Ends it; what was begun never comes. */
  [Symbol.asyncDispose](): Promise<void>;
}
