import type { RootContent } from 'mdast';
import { namesChapter } from '../language/chapter-names.js';
import type { Rule } from '../model/rule.js';
import { textOf } from '../tree/text-of.js';

/** A paragraph that only says “Chapter Two” was meant to open it. */
export const chapterIsMarked: Rule<{ words: string }> = {
  id: 'chapter-is-marked',
  severity: 'warning',
  says: ({ words }) => `“${words}” is a paragraph here, and begins no chapter`,
  remedy: ({ words }) => `Write it as a heading: # ${words.replace(/\.$/, '')}.`,
  why: 'A manuscript that comes out of a word processor often has its chapters in bold or capitals. Only a heading begins a page, is in the contents and stands above its pages.',
  examples: {
    good: '# Chapter One\n\nHe opened the book at chapter two.\n',
    bad: '# Chapter One\n\nIt rained.\n\nCHAPTER TWO\n\nIt stopped.\n',
  },
  check(book, complain) {
    for (const { tree, file, lang } of book.chapters) {
      const isOne = (node: RootContent | undefined): boolean =>
        node?.type === 'paragraph' &&
        !node.data?.hName &&
        // A link says where another one begins.
        !node.children.some(({ type }) => type === 'link' || type === 'linkReference') &&
        namesChapter(textOf(node).trim(), lang);
      const found = [...tree.children.entries()].filter(([i, node]) => {
        const next = tree.children[i + 1];
        // Several of them in a row are contents that somebody typed.
        return isOne(node) && next && !isOne(next) && !isOne(tree.children[i - 1]);
      });
      // Alone below a heading it says which chapter that begins.
      if (found.length === 1 && tree.children[(found[0]?.[0] ?? 0) - 1]?.type === 'heading') continue;
      for (const [, node] of found)
        complain({ words: textOf(node).trim().replace(/\s+/g, ' ') }, { file, node });
    }
  },
};
