import { UNSPACED } from '../language/scripts.js';
import type { Chapter } from '../model/book.js';
import type { Say } from '../model/notice.js';
import { numberStandsOnce } from './notices.js';
import { numberedAs, numberedName } from './numbered-name.js';

/** A number that ends with a sign; without one it may be what the title is about: 1984. */
const NUMBER = /^(\d{1,3}|[IVXLC]{1,7})[.):][ \t\u00a0]+/;
/** What parts a number, or the word itself, from the title. */
const SIGN = '[ \\t\\u00a0]*[.:)：、–—-]+[ \\t\\u00a0]*';
/** What a number is written with behind the word for a chapter. */
const FIGURES = '\\d{1,3}|[IVXLC]{1,7}|[A-Z]|[〇一二三四五六七八九十百]{1,5}';
/** A letter by itself may be a word, in Polish or Russian: it is a number where a sign follows it, or nothing. */
const LETTERS = `(?:[ivxlc]{1,7}|\\p{L}['’׳]?)(?=${SIGN}|$)`;

/** Says of chapters that are numbered that their authors have typed a number, or what they are, as well. */
export function holdTypedNumbers(chapters: readonly Chapter[], say: Say): void {
  const numbered = chapters.flatMap((chapter) => {
    const as = numberedAs(chapter);
    return as ? [{ chapter, number: as.number, name: numberedName(as, chapter.words) }] : [];
  });
  // One chapter may be called after a day, “7. Juni”; two are counted.
  const several = numbered.filter(({ chapter }) => NUMBER.test(chapter.title)).length > 1;
  for (const { chapter, number, name } of numbered) {
    const { title, file, tree, role, words } = chapter;
    const appendix = saysItself(title, words.openings.appendix, true);
    const named = appendix ?? (role === 'appendix' ? null : saysItself(title, words.openings.chapter, false));
    const typed = named ?? NUMBER.exec(title);
    if (!typed || (!named && typed[1] !== number && !several)) continue;
    const bare = title.slice(typed[0].length);
    const node = tree.children.find(({ type }) => type === 'heading');
    const mistaken = appendix !== null && role !== 'appendix';
    say(numberStandsOnce, { title, name, bare, mistaken }, { file, node });
  }
}

/**
 * The beginning of a title that has the number of a chapter in words: “Chapter 4: ”.
 * @param opening how such words are written, `Chapter {number}`
 * @param alone the word may have no number: “Appendix: ”
 */
function saysItself(title: string, opening: string, alone: boolean): RegExpExecArray | null {
  const [before = '', after = ''] = opening.split('{number}').map((words) => literally(words.trim()));
  if (!before) return null;
  const gap = new RegExp(`[${UNSPACED}]$`, 'u').test(before) ? '[ \\t\\u00a0]*' : '[ \\t\\u00a0]+';
  const number = `${gap}(?:(?:${FIGURES})${after || '(?![\\p{L}\\p{N}])'}|${LETTERS})(?:${SIGN}|[ \\t\\u00a0]+|$)`;
  const itself = alone ? `|${SIGN}|$` : '';
  return new RegExp(`^${before}(?:${number}${itself})`, 'u').exec(title);
}

/** A word as a pattern, in capital and small letters: what else is in the pattern knows the difference. */
function literally(word: string): string {
  return [...word]
    .map((sign) => {
      const [small, capital] = [sign.toLowerCase(), sign.toUpperCase()];
      return small === capital ? sign.replace(/[^\p{L}\p{N}\s]/u, '\\$&') : `[${small}${capital}]`;
    })
    .join('');
}
