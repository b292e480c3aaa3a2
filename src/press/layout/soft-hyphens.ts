/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments, the DOM and what else was lent.
 */
import type { FinishedLines } from './line-ends.js';

/**
 * Takes out every soft hyphen that broke no line: left in, each would be written into the text of the PDF, and searching and copying
 * would fail. Lines that are filled as they come do not move, for an unused soft hyphen has no width.
 * @returns whether there was any
 */
export function dropHyphens({ texts, ends }: FinishedLines): boolean {
  const SOFT = '\u00ad';
  const used = new Map<Text, Set<number>>();
  const keep = (text: Text, at: number): void => {
    if (text.data[at] === SOFT) used.set(text, (used.get(text) ?? new Set()).add(at));
  };
  for (const { last, next } of ends) {
    keep(last.text, last.at + 1);
    keep(next.text, next.at - 1);
  }
  let isAny = false;
  for (const text of texts) {
    if (!text.data.includes(SOFT)) continue;
    const kept = used.get(text);
    const left = text.data.replaceAll(SOFT, (hyphen, at: number) => (kept?.has(at) ? hyphen : ''));
    isAny ||= left.length < text.length;
    text.data = left;
  }
  return isAny;
}
