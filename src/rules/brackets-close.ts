import { type Unpaired, unpairedIn } from '../language/pairs.js';
import { proseIn } from '../markdown/prose.js';
import { placeIn, wordsIn } from '../markdown/prose-text.js';
import { beginsOpenAddress } from '../markdown/spaced-address.js';
import type { Rule } from '../model/rule.js';

/** A bracket that is opened in a paragraph is closed in it. */
export const bracketsClose: Rule = {
  id: 'brackets-close',
  severity: 'info',
  says: () => 'The bracket that opens here is not closed in this paragraph',
  remedy: () => 'Close it where the aside ends.',
  why: 'A reader who meets no closing bracket goes back to look for what he has missed.',
  examples: {
    good: '# One\n\nIt rained (as always) :) and: a) more.\n',
    bad: '# One\n\nIt rained (as always, and we went home.\n',
  },
  check(book, complain) {
    for (const chapter of book.chapters) {
      const { file } = chapter;
      const source = String(file.value);
      const all = proseIn(chapter);
      for (const [i, prose] of all.entries()) {
        if (prose.node.type !== 'paragraph') continue;
        const words = wordsIn(prose);
        const [at] = bracketsIn(words).open;
        if (at === undefined) continue;
        // One that an address stands in is told as that.
        if (words[at - 1] === ']' && beginsOpenAddress(words.slice(at + 1))) continue;
        const next = all[i + 1];
        // An aside may go on in the next paragraph.
        if (next && bracketsIn(wordsIn(next)).closed) continue;
        complain({}, { file, node: placeIn(prose, at, at + 1, source) });
      }
    }
  },
};

/** A face, :( or ;-(, and what counts a list, a) or 1), are no pairs. */
function bracketsIn(text: string): Unpaired {
  return unpairedIn(text, /(?<![:;=]-?)[()]/g, '(');
}
