import { unpairedIn } from '../language/pairs.js';
import { marksOf } from '../language/quotes.js';
import { proseIn } from '../markdown/prose.js';
import { ownWordsIn, placeIn } from '../markdown/prose-text.js';
import type { Rule } from '../model/rule.js';

/** A quotation that is opened in a paragraph is closed in it, unless the next paragraph goes on with it. */
export const quotationsClose: Rule<{ mark: string }> = {
  id: 'quotations-close',
  severity: 'info',
  says: ({ mark }) => `The quotation that “${mark}” opens here is not closed in this paragraph`,
  remedy: () =>
    'Close it where it ends. Of speech that goes on, every paragraph begins with a mark and only the last ends with one.',
  why: 'From a mark that is missing on, a reader takes what is told for what is said.',
  examples: {
    good: '# One\n\n"It goes on,\n\n"and ends."\n',
    bad: '# One\n\n"It begins, and does not end.\n',
  },
  check(book, complain) {
    for (const chapter of book.chapters) {
      const { file } = chapter;
      const source = String(file.value);
      const all = proseIn(chapter);
      const texts = all.map(ownWordsIn);
      for (const [i, prose] of all.entries()) {
        const { node, tag } = prose;
        const [open, close] = marksOf(tag).map((mark) => mark.trim()) as [string, string];
        // Where both marks are one, nothing says which of them is missing; a heading is no speech.
        if (open === close || node.type !== 'paragraph') continue;
        const goesOn = texts[i + 1]?.trimStart().startsWith(open) ?? false;
        const left = unpairedIn(texts[i] ?? '', new RegExp(`${open}|${close}`, 'gu'), open);
        const at = left.open[0];
        if (!goesOn && at !== undefined && left.open.length > left.closed)
          complain({ mark: open }, { file, node: placeIn(prose, at, at + open.length, source) });
      }
    }
  },
};
