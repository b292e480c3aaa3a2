import type { RootContent } from 'mdast';
import type { VFile } from 'vfile';
import type { Rule } from '../model/rule.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

/** In a manuscript in one file the first heading stands above all of its text. */
export const textHasHeading: Rule = {
  id: 'text-has-heading',
  severity: 'warning',
  says: () =>
    'This text stands before the first heading, so it is printed above the title of the first chapter',
  remedy: () =>
    'Give it a heading of its own, such as “# Preface”, or put it below the first one. Title and author of the book go into its front matter, between two lines of three dashes.',
  why: 'A manuscript in one file is cut into chapters at its headings of the first level. What comes before them belongs to none, and has no place of its own in the book.',
  examples: {
    good: '> A saying.\n\n# One\n\nText.\n\n# Two\n\nText.\n',
    bad: 'This is how it came about.\n\n# One\n\nText.\n\n# Two\n\nText.\n',
  },
  check(book, complain) {
    const counts = new Map<VFile, number>();
    for (const { file } of book.chapters) counts.set(file, (counts.get(file) ?? 0) + 1);
    for (const { file, tree } of book.chapters) {
      if (counts.get(file) === 1) continue;
      const heading = tree.children.findIndex((node) => node.type === 'heading' && node.depth === 1);
      const node = tree.children.slice(0, Math.max(heading, 0)).find(isText);
      if (node) complain({}, { file, node });
    }
  },
};

/** A command of another tool, which is told as that. */
const COMMAND = /^\s*(?:\[toc\]|\\[a-z]+\b.*|\{[{%].*\}|:{2,3}[a-z].*)\s*$/i;

/** A motto may stand above a title, and so may an ornament. */
function isText(node: RootContent): boolean {
  if (node.type !== 'paragraph' || COMMAND.test(textOf(node))) return false;
  let speaks = false;
  visit(node, (one) => {
    if ('value' in one && /[\p{L}\p{N}]/u.test(one.value)) speaks = true;
  });
  return speaks;
}
