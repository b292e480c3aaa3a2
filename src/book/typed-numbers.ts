import type { Chapter } from '../model/book.js';
import type { Say } from '../model/notice.js';
import { numberStandsOnce } from './notices.js';
import { numberedAs, numberedName } from './numbered-name.js';

/** A number that ends with a sign; without one it may be what the title is about: 1984. */
const NUMBER = /^(\d{1,3}|[IVXLC]{1,7})[.):][ \t\u00a0]+/;
/** What parts the name of a chapter from its title. */
const NAME =
  '[ \\t\\u00a0]+(?:\\d{1,3}|[IVXLC]{1,7}|[A-Z])(?![\\p{L}\\p{N}])[ \\t\\u00a0]*[.:)–—-]*[ \\t\\u00a0]*';

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
    const word = name.replace(number, '').trim();
    const named = word
      ? new RegExp(`^${word.replace(/[^\p{L}\p{N}]/gu, '\\$&')}${NAME}`, 'iu').exec(title)
      : null;
    const typed = named ?? NUMBER.exec(title);
    if (!typed || (!named && typed[1] !== number && !several)) continue;
    const node = tree.children.find(({ type }) => type === 'heading');
    say(numberStandsOnce, { title, name, bare: title.slice(typed[0].length) }, { file, node });
  }
}
