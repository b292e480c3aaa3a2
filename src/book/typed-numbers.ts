import type { Chapter } from '../model/book.js';
import type { Say } from '../model/notice.js';
import { numberStandsOnce } from './notices.js';
import { numberedAs, numberedName } from './numbered-name.js';

/** A number that ends with a sign; without one it may be what the title is about: 1984. */
const NUMBER = /^(\d{1,3}|[IVXLC]{1,7})[.):][ \t\u00a0]+/;
/** The same behind the word for a chapter, with what parts it from the title. */
const NAMED =
  /^[ \t\u00a0]+(?:\d{1,3}|[IVXLC]{1,7}|[A-Z])(?![\p{L}\p{N}])[ \t\u00a0]*[.:)–—-]*[ \t\u00a0]*/iu;

/** Says of chapters that are numbered that their authors have typed a number as well. */
export function holdTypedNumbers(chapters: readonly Chapter[], say: Say): void {
  const numbered = chapters.flatMap((chapter) => {
    const as = numberedAs(chapter);
    return as ? [{ chapter, number: as.number, name: numberedName(as, chapter.words) }] : [];
  });
  // One chapter may be called after a day, “7. Juni”; two are counted.
  const several = numbered.filter(({ chapter }) => NUMBER.test(chapter.title)).length > 1;
  for (const { chapter, number, name } of numbered) {
    const { title, file, tree } = chapter;
    const word = wordOf(chapter);
    const begins = word !== '' && title.toLowerCase().startsWith(word.toLowerCase());
    const named = begins ? NAMED.exec(title.slice(word.length)) : null;
    const typed = named ?? NUMBER.exec(title);
    if (!typed || (!named && typed[1] !== number && !several)) continue;
    const bare = title.slice(typed[0].length + (named ? word.length : 0));
    const node = tree.children.find(({ type }) => type === 'heading');
    say(numberStandsOnce, { title, name, bare }, { file, node });
  }
}

/** The word that stands before the number of a chapter, in its language; nothing where the number comes first. */
function wordOf({ words, role }: Chapter): string {
  return words.openings[role === 'appendix' ? 'appendix' : 'chapter'].split('{number}')[0]?.trim() ?? '';
}
