import type { Rule } from '../model/rule.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

/** What the names of figures, tables, equations and sections are cut to, without a stop. */
const SHORT: ReadonlySet<string> = new Set(['fig', 'tab', 'abb', 'eq', 'sec', 'рис', 'табл']);

/** A reference says the name of what it points at, and nobody says it before. */
export const referenceNamesOnce: Rule<{ word: string; name: string; id: string }> = {
  id: 'reference-names-once',
  severity: 'warning',
  says: ({ word, name }) => `“${word}” stands before a reference that says “${name}” by itself`,
  remedy: ({ word, id }) => `Take “${word}” out; or write [-@${id}] for the number alone.`,
  why: 'A reference is printed as “Figure 1”, in the language of its sentence. With the word before it that would be “Figure Figure 1”.',
  examples: {
    good: '# One\n\nSee @tbl-a, and table [-@tbl-a].\n\n| A |\n| - |\n| 1 |\n\n: Cups {#tbl-a}\n',
    bad: '# One\n\nSee Table @tbl-a.\n\n| A |\n| - |\n| 1 |\n\n: Cups {#tbl-a}\n',
  },
  check(book, complain) {
    for (const { tree, file } of book.chapters)
      visit(tree, 'link', (node, index, parent) => {
        const reference = node.data?.reference;
        const before = parent?.children[(index ?? 0) - 1];
        if (!reference || reference.bare || before?.type !== 'text') return;
        const name = textOf(node);
        const [, word = '', stop] = /(\p{L}{2,})(\.?)[\s\u00a0]+$/u.exec(before.value) ?? [];
        const typed = word.toLowerCase();
        const [whole = ''] = /^\p{L}+/u.exec(name.toLowerCase()) ?? [];
        // “Ab” is no “Abbildung”: a word that is cut has a stop, or is one of those that go without.
        const isCut = whole.startsWith(typed) && (Boolean(stop) || SHORT.has(typed));
        if (typed && (typed === whole || isCut)) complain({ word, name, id: reference.id }, { file, node });
      });
  },
};
