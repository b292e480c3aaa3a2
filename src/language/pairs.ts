/** What of the marks of a text that come in pairs stands alone. */
export interface Unpaired {
  /** Where a mark opens what no other closes. */
  readonly open: readonly number[];
  /** How many close what was never opened. */
  readonly closed: number;
}

/**
 * Pairs marks that open with marks that close.
 * @param marks global; what it finds is one of the two
 */
export function unpairedIn(text: string, marks: RegExp, opening: string): Unpaired {
  const open: number[] = [];
  let closed = 0;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (mark === opening) open.push(index);
    else if (open.pop() === undefined) closed++;
  }
  return { open, closed };
}
