import { filled } from '../language/words.js';
import type { Chapter, Numbered } from '../model/book.js';
import type { Words } from '../model/words.js';

/** What a numbered chapter is called by; `undefined` for one that has no number. */
export function numberedAs({ number, role }: Pick<Chapter, 'number' | 'role'>): Numbered | undefined {
  return number === undefined ? undefined : { kind: role === 'appendix' ? 'appendix' : 'chapter', number };
}

/** The name of what is numbered, in some words: “Chapter 3”, “Appendix A”, “Figure 2”. */
export function numberedName({ kind, number }: Numbered, words: Words): string {
  if (kind === 'chapter' || kind === 'appendix') return filled(words.openings[kind], { number });
  return `${kind === 'exercise' ? words.exercises.exercise : words.counters[kind]} ${number}`;
}
