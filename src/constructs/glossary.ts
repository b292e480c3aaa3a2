import type { ContainerDirective } from 'mdast-util-directive';
import type { Construct } from '../model/construct.js';
import type { Notice } from '../model/notice.js';
import { visit } from '../tree/visit.js';

const glossaryHasEntries: Notice = {
  id: 'glossary-has-entries',
  severity: 'error',
  says: () => 'This glossary holds no list of terms',
  remedy: () => 'Write each term on a line, and below it, on a line that begins with “: ”, what it means.',
  why: 'Terms that are explained in another form than a definition list cannot be found by the words that lead to them.',
};

/**
 * Terms that are explained once: `[window of tolerance]{.term}` leads to its entry, and `term="…"` names the entry where
 * the words differ. Entries are the definition lists of a chapter with `role: glossary`, and of `:::glossary`.
 */
export const glossary: Construct = {
  name: 'glossary',
  sample:
    'Stay in your [window of tolerance]{.term}.\n\n:::glossary\nWindow of tolerance\n: Where one can feel and think at once.\n\nFlooding\n: Too much at once.\n:::\n',
  directives: [':::glossary'],
  css: 'glossary',
  notices: [glossaryHasEntries],
  mark: /:::|\.term\b/,
  remark(tree, file, say, { words }) {
    visit(tree, 'emphasis', (node) => {
      const attributes = node.data?.attributes;
      if (!attributes?.classes.includes('term')) return;
      const { term, ...values } = attributes.values;
      node.data = { ...node.data, attributes: { ...attributes, values }, glossaryTerm: { entry: term } };
    });
    visit(tree, 'containerDirective', (node: ContainerDirective) => {
      if (node.name !== 'glossary') return;
      if (!node.children.some(({ type }) => (type as string) === 'defList'))
        say(glossaryHasEntries, {}, { file, node });
      const hProperties = { className: ['glossary'], role: 'doc-glossary', ariaLabel: words.glossary };
      node.data = { ...node.data, glossary: true, hName: 'section', hProperties };
    });
  },
};

declare module 'mdast' {
  interface Data {
    /** These words are explained in the glossary; under another entry, if one is named. */
    glossaryTerm?: { readonly entry?: string | undefined };
    /** What stands in it explains terms. */
    glossary?: boolean;
  }
}
