import type { Book } from './book.js';
import type { At, Notice } from './notice.js';

/** Says that the rule is broken at a place. */
export type Complain<Facts> = (facts: Facts, at: At) => void;

/** One thing that can be wrong with a book. A rule judges and never changes. */
export interface Rule<Facts = Record<string, never>> extends Notice<Facts> {
  readonly examples: { readonly good: string; readonly bad: string };
  check(book: Book, complain: Complain<Facts>): void;
}
