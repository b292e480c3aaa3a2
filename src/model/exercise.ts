/** An exercise of the book, and where its solutions stand. */
export interface Exercise {
  readonly id: string;
  /** “Exercise 3”. */
  readonly label: string;
  /** The author's title for it; empty if he gave none. */
  readonly title: string;
  /** What stands before a solution, in the language of the exercise. */
  readonly words: Readonly<Record<'solution' | 'page', string>>;
  /** Ids of its solutions, in order. */
  readonly solutions: readonly string[];
}

declare module 'mdast' {
  interface Data {
    /** What this node is to an exercise. */
    exercise?: 'exercise' | 'solution';
  }
}
