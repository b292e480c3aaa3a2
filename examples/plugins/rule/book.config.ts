// A rule: says where the text leans on “very”. A rule judges and never changes.
import { defineConfig, defineRule } from 'octavo';
import { visit } from 'unist-util-visit';

const wordsCarry = defineRule<{ word: string }>({
  id: 'words-carry',
  severity: 'warning',
  says: ({ word }) => `“${word}” adds nothing here`,
  remedy: () => 'Take it out, or find the word that needs no help.',
  why: 'A word that leans on another is weaker than one that stands by itself; this is for `octavo explain`, and for you.',
  examples: { good: 'It was ancient.\n', bad: 'It was very old.\n' },
  check(book, complain) {
    for (const { tree, file } of book.chapters)
      visit(tree, 'text', (node) => {
        for (const [word] of node.value.matchAll(/\b(?:very|really|quite)\b/g))
          complain({ word }, { file, node });
      });
  },
});

export default defineConfig({ plugins: [{ name: 'style', rules: [wordsCarry] }] });
