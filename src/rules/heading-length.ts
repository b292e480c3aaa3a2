import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Rule } from '../model/rule.js';

/** A long title of an old book has less, in characters. */
const LONGEST = 500;

/** A heading is a line or two. */
export const headingLength: Rule<{ characters: number }> = {
  id: 'heading-length',
  severity: 'warning',
  says: ({ characters }) => `This heading has ${characters.toLocaleString('en')} characters`,
  remedy: () => 'Make a paragraph of it, under a heading of a few words.',
  why: 'A heading stands in the contents, in the outline of a PDF and at the top of every page. A paragraph that became one by a slip would fill them.',
  examples: { good: '# One\n\n## Two\n', bad: `# One\n\n## ${'word '.repeat(120)}\n` },
  check(book, complain) {
    for (const { tree, file } of book.chapters) {
      visit(tree, 'heading', (node) => {
        const { length } = textOf(node);
        if (length > LONGEST) complain({ characters: length }, { file, node: node.position?.start });
      });
    }
  },
};
