import type { Nodes } from 'mdast';
import { educate } from '../language/educate.js';
import { callsBehindStop } from '../language/note-place.js';
import { settleNoteCalls } from '../markdown/note-calls.js';
import { type Prose, proseOf } from '../markdown/prose.js';
import { wordsIn } from '../markdown/prose-text.js';
import type { Construct } from '../model/construct.js';
import type { Typography } from '../model/typography.js';
import { typedLineOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

/**
 * Quotation marks, dashes, ellipses, signs and spaces by the language of the text; never in code or addresses.
 * `[as "typed" -- here]{.verbatim}` stays as it is.
 */
export const typography: Construct = {
  name: 'typography',
  phase: 'marks',
  sample: '"Well," she said, "it\'s the \'90s..." -- and left.',
  remark(tree, _file, _say, { lang, typography: wanted }) {
    if (!Object.values(wanted).includes(true)) return;
    for (const prose of proseOf(tree, lang)) {
      const typed = prose.node.type === 'heading' ? typedLineOf(prose.node) : undefined;
      set(prose, wanted);
      if (typed !== undefined) prose.node.data = { ...prose.node.data, typed };
      if (wanted.notes) settleNoteCalls(prose.node, callsBehindStop(prose.tag));
    }
    visit(tree, (node) => setIndexTerms(node, lang, wanted));
  },
};

function set(prose: Prose, wanted: Typography): void {
  const { runs, tag } = prose;
  const text = wordsIn(prose);
  if (!/["'.…\- \n–—⸺⸻%«»]/.test(text)) return;
  const cells = educate(text, tag, wanted);
  let at = 0;
  for (const run of runs) {
    const { length } = typeof run === 'string' ? run : run.value;
    if (typeof run !== 'string') run.value = cells.slice(at, at + length).join('');
    at += length;
  }
}

/** Entries of the index are words of the text, so that both are one entry; their spaces are ordinary ones. */
function setIndexTerms({ data }: Nodes, tag: string, wanted: Typography): void {
  if (!data?.indexTerms) return;
  const set = (words: string): string => educate(words, tag, wanted).join('').replace(/\s+/g, ' ');
  data.indexTerms = data.indexTerms.map((term) => ({
    ...term,
    path: term.path.map(set),
    see: term.see && set(term.see),
    seeAlso: term.seeAlso && set(term.seeAlso),
  }));
}
