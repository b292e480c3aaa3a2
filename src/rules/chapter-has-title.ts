import type { Root } from 'mdast';
import type { Rule } from '../model/rule.js';
import { textOf } from '../tree/text-of.js';
import { EXIT, visit } from '../tree/visit.js';

/** Somebody has said what a chapter is called. */
export const chapterHasTitle: Rule<{ title: string; within: string | undefined }> = {
  id: 'chapter-has-title',
  severity: 'warning',
  says: ({ title, within }) =>
    within === undefined
      ? `This file has no heading of the first level, so the name of the file is printed as its title: “${title}”`
      : `The heading “${within}” stands in a block or has a condition, so the name of the file is printed as the title above it: “${title}”`,
  remedy: ({ title, within }) =>
    within === undefined
      ? `Begin it with “# ${title}”, or say “title: ${title}” in its front matter.`
      : 'Take it out of the block. A chapter for some editions alone says so in its front matter, “outputs: [print, screen]”.',
  why: 'What a file is called is seldom what its chapter is to be called. It stands above the text, in the contents and in the running heads all the same, and nobody wrote it.',
  examples: { good: '# One\n\nText.\n', bad: 'Text.\n' },
  check(book, complain) {
    // That a book has no title has been said.
    if (!book.metadata.title) return;
    for (const { title, titledByFile, role, tree, file } of book.chapters) {
      // The title is there by now; a part has the one of the contents, and that a file is empty has been said.
      const [, node] = tree.children;
      if (titledByFile && role !== 'part' && node)
        complain({ title, within: headingWithin(tree) }, { file, node });
    }
  },
};

/** A heading of the first level that does not stand in the text itself, where a title does. */
function headingWithin(tree: Root): string | undefined {
  let found: string | undefined;
  visit(tree, 'heading', (heading, _, parent) => {
    if (heading.depth !== 1 || parent === tree) return undefined;
    found = textOf(heading);
    return EXIT;
  });
  return found;
}
