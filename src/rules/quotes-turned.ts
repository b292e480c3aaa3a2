import { proseOf } from '../markdown/prose.js';
import { placeIn, wordsIn } from '../markdown/prose-text.js';
import type { Rule } from '../model/rule.js';

const STRAIGHT = /["']/u;

/** No straight quotation mark is left on the page. */
export const quotesTurned: Rule<{ mark: string }> = {
  id: 'quotes-turned',
  severity: 'info',
  says: ({ mark }) => `A straight ${mark} is left here`,
  remedy: () =>
    'Let Octavo turn it (typography: {quotes: true}), or type the mark that you want. If it is meant, mark it: ["]{.verbatim}.',
  why: 'Straight marks come from the typewriter, which had room for one only; in a book they look like a draft.',
  examples: {
    good: '# One\n\n"So," she said, and `"code"`.\n',
    bad: '---\ntypography: {quotes: false}\n---\n\n# One\n\n"So he said.\n',
  },
  check(book, complain) {
    for (const { tree, file, lang } of book.chapters) {
      const source = String(file.value);
      for (const prose of proseOf(tree, lang)) {
        const { 0: mark, index } = STRAIGHT.exec(wordsIn(prose)) ?? {};
        if (mark === undefined || index === undefined) continue;
        complain({ mark }, { file, node: placeIn(prose, index, index + 1, source) });
        // One says enough of a chapter that is straight throughout.
        break;
      }
    }
  },
};
