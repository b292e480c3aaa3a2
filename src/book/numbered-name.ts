import { filled } from '../language/words.js';
import type { Chapter } from '../model/book.js';

/** What a numbered chapter is called: “Chapter 3”, “Appendix A”; `undefined` for one that has no number. */
export function numberedName({
  number,
  role,
  words,
}: Pick<Chapter, 'number' | 'role' | 'words'>): string | undefined {
  if (number === undefined) return undefined;
  return filled(words.openings[role === 'appendix' ? 'appendix' : 'chapter'], { number });
}
