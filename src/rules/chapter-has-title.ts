import type { Root } from 'mdast';
import type { Rule } from '../model/rule.js';
import { textOf } from '../tree/text-of.js';
import { EXIT, visit } from '../tree/visit.js';

/** A heading that gives the chapter no title, and why. */
interface Other {
  readonly words: string;
  readonly where: 'within' | 'html';
}

/** Somebody has said what a chapter is called. */
export const chapterHasTitle: Rule<{ title: string; other: Other | undefined }> = {
  id: 'chapter-has-title',
  severity: 'warning',
  says: ({ title, other }) =>
    other?.where === 'within'
      ? `The heading “${other.words}” stands in a block or has a condition, so the name of the file is printed as the title above it: “${title}”`
      : `This file has no heading of the first level, so the name of the file is printed as its title: “${title}”`,
  remedy: ({ title, other }) => {
    if (other?.where === 'html')
      return `Write “# ${other.words}” in place of the <h1>: HTML is no heading of the book.`;
    return other
      ? 'Take it out of the block. A chapter for some editions alone says so in its front matter, “outputs: [print, screen]”.'
      : `Begin it with “# ${title}”, or say “title: ${title}” in its front matter.`;
  },
  why: 'What a file is called is seldom what its chapter is to be called. It stands above the text, in the contents and in the running heads all the same, and nobody wrote it.',
  examples: { good: '# One\n\nText.\n', bad: 'Text.\n' },
  check(book, complain) {
    // That a book has no title has been said.
    if (!book.metadata.title) return;
    for (const { title, titledByFile, role, tree, file } of book.chapters) {
      // The title is there by now; a part has the one of the contents, and that a file is empty has been said.
      const [, node] = tree.children;
      if (titledByFile && role !== 'part' && node)
        complain({ title, other: headingWithin(tree) ?? headingInHtml(tree) }, { file, node });
    }
  },
};

/** A heading of the first level that does not stand in the text itself, where a title does. */
function headingWithin(tree: Root): Other | undefined {
  let found: Other | undefined;
  visit(tree, 'heading', (heading, _, parent) => {
    if (heading.depth !== 1 || parent === tree) return undefined;
    found = { words: textOf(heading), where: 'within' };
    return EXIT;
  });
  return found;
}

/** One that is written in HTML, as READMEs have it. */
function headingInHtml({ children }: Root): Other | undefined {
  for (const node of children) {
    if (node.type !== 'html') continue;
    const shown = node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
    const [, inner = ''] = /<h1\b[^<>]*>([\s\S]*?)<\/h1>/i.exec(shown) ?? [];
    const words = inner
      .replace(/<[^<>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (words) return { words, where: 'html' };
  }
  return undefined;
}
