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
  /** For each run that is open, how many signs it has, and the depth of what stands in it. */
  let open: { readonly signs: number; depth: number }[] = [];
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
        if (!inside) {
          if (canOpen) open.push({ signs: run.length, depth: 0 });
          continue;
        }
        // Two signs are strong, and each two more stand around it.
        const depth = inside.depth + Math.ceil(Math.min(inside.signs, run.length) / 2);
        if (depth > most) return index + 1;
        const around = open.at(-1);
        if (around) around.depth = Math.max(around.depth, depth);
      }
      return 0;
    },
  };
}
