/** Reads emphasis line by line, as far as it takes to see how deep it nests. */
export interface EmphasisDepth {
  /** Reads a line. Answers the column at which it nests deeper than the most, or 0. */
  read(line: string): number;
  /** A paragraph ends, and every emphasis with it. */
  reset(): void;
}

/**
 * Follows what opens and closes emphasis. What is never closed makes no depth, but the parser takes minutes over a chapter
 * in which thousands of them close.
 * @param most levels that are still read
 */
export function openEmphasisDepth(most: number): EmphasisDepth {
  /** For each run that is open, the depth of what stands in it. */
  let open: number[] = [];
  return {
    reset() {
      open = [];
    },
    read(line) {
      for (const { index, 0: run } of line.matchAll(/\*+|_+|~+/g)) {
        const end = index + run.length;
        const canOpen = end < line.length && !/\s/.test(line.charAt(end));
        const canClose = index > 0 && !/\s/.test(line.charAt(index - 1));
        const inside = canClose ? open.pop() : undefined;
        if (inside === undefined) {
          if (canOpen) open.push(0);
          continue;
        }
        if (inside + 1 > most) return index + 1;
        const around = open.pop();
        if (around !== undefined) open.push(Math.max(around, inside + 1));
      }
      return 0;
    },
  };
}
