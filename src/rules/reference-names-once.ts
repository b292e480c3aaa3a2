import type { Rule } from '../model/rule.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

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
        const [, word = ''] = /(\p{L}{2,})\.?[\s\u00a0]+$/u.exec(before.value) ?? [];
        if (word && /^\p{L}/u.test(name) && name.toLowerCase().startsWith(word.toLowerCase()))
          complain({ word, name, id: reference.id }, { file, node });
      });
  },
};
