import type { Rule } from '../model/rule.js';

/** Somebody has said what a chapter is called. */
export const chapterHasTitle: Rule<{ title: string }> = {
  id: 'chapter-has-title',
  severity: 'warning',
  says: ({ title }) =>
    `This file has no heading of the first level, so the name of the file is printed as its title: “${title}”`,
  remedy: ({ title }) => `Begin it with “# ${title}”, or say “title: ${title}” in its front matter.`,
  why: 'What a file is called is seldom what its chapter is to be called. It stands above the text, in the contents and in the running heads all the same, and nobody wrote it.',
  examples: { good: '# One\n\nText.\n', bad: 'Text.\n' },
  check(book, complain) {
    // That a book has no title has been said.
    if (!book.metadata.title) return;
    for (const { title, titledByFile, role, tree, file } of book.chapters) {
      // The title is there by now; a part has the one of the contents, and that a file is empty has been said.
      const [, node] = tree.children;
      if (titledByFile && role !== 'part' && node) complain({ title }, { file, node });
    }
  },
};
