import type { Position } from 'unist';
import { settled } from '../config/typography.js';
import { educate } from '../language/educate.js';
import { offsetsOf, placesIn } from '../markdown/places.js';
import { type Prose, proseIn } from '../markdown/prose.js';
import { wordsIn } from '../markdown/prose-text.js';
import type { Mend } from '../model/notice.js';
import type { Rule } from '../model/rule.js';

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
    for (const chapter of book.chapters) {
      const { file } = chapter;
      const mends: Mend[] = [];
      let first: { mark: string; place: Position } | undefined;
      for (const prose of proseIn(chapter))
        for (const { mark, place, turned } of straightIn(prose, String(file.value))) {
          first ??= { mark, place };
          if (turned !== mark) mends.push({ place, text: turned });
        }
      // One says enough of a chapter that is straight throughout.
      if (first) complain({ mark: first.mark }, { file, node: first.place, mends });
    }
  },
};

/** The straight marks of a prose that are typed as such, each with the one that it stands for. */
function* straightIn(
  prose: Prose,
  source: string,
): Generator<{ mark: string; place: Position; turned: string }> {
  const words = wordsIn(prose);
  if (!/["']/.test(words)) return;
  const cells = educate(words, prose.tag, QUOTES_ONLY);
  let start = 0;
  for (const run of prose.runs) {
    const text = typeof run === 'string' ? run : run.value;
    const offsets = typeof run === 'string' ? undefined : offsetsOf(run, source);
    if (typeof run !== 'string' && offsets) {
      const placeOf = placesIn(run, offsets, source);
      for (const { 0: mark, index } of text.matchAll(/["']/g)) {
        const offset = offsets[index] ?? 0;
        const place = placeOf(index, index + 1);
        if (place && source[offset] === mark && source[offset - 1] !== '\\')
          yield { mark, place, turned: cells[start + index] ?? mark };
      }
    }
    start += text.length;
  }
}

const QUOTES_ONLY = { ...settled(false), quotes: true };
