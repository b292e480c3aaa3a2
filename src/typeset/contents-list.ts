import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { Book, Heading } from '../model/book.js';
import { EXIT, visit } from '../tree/visit.js';
import { line } from './line.js';
import { listLine } from './lists.js';
import { titleOf } from './titles.js';

/**
 * The list of the contents, if there is anything to list. Each line waits for its folio (`data-folio` names the heading); the layout
 * writes it once it is known.
 */
export function contentsList({ outline, parts }: Pick<Book, 'outline' | 'parts'>, tocDepth: number) {
  const ids = new Set(parts.map((part) => part.id));
  // A book of one chapter shows its sections: one line is no contents.
  const depth =
    outline.length === 1 && !ids.has(outline[0]?.section ?? '') ? Math.max(2, tocDepth) : tocDepth;
  return listOf(outline, depth, ids);
}

/** Ends the contents that an author wrote himself with the list of them, unless they have a list of his own. */
export function fillContents(tree: Root, book: Book, tocDepth: number): void {
  let listed = false;
  visit(tree, 'element', ({ tagName }) => {
    listed ||= tagName === 'ul' || tagName === 'ol';
    return listed ? EXIT : undefined;
  });
  const list = listed ? undefined : contentsList(book, tocDepth);
  if (list) tree.children.push(list);
}

function listOf(
  headings: readonly Heading[],
  depth: number,
  parts: ReadonlySet<string>,
): Element | undefined {
  if (!headings.length || depth < 1) return undefined;
  return h(
    'ol',
    headings.map((heading) => {
      const isPart = parts.has(heading.section);
      const below = listOf(heading.children, isPart ? depth : depth - 1, parts);
      return h('li', { className: isPart ? ['toc-part'] : [] }, [
        listLine(heading.id, [titleOf(heading.id, heading.title)], heading.number),
        ...line('toc-author', heading.authors),
        ...(below ? [below] : []),
      ]);
    }),
  );
}
