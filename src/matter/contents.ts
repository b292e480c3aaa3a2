import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Heading } from '../model/book.js';
import type { MatterPage } from '../model/edition.js';
import { listLine } from '../typeset/lists.js';
import { titleOf } from '../typeset/titles.js';
import { line, madeSection } from './section.js';

/**
 * The contents. Each line waits for its folio (`data-folio` names the heading); the layout writes it once it is known.
 */
export const contents: MatterPage = {
  role: 'toc',
  matter: 'front',
  make(book, config) {
    const title = book.words.contents;
    const parts = new Set(book.parts.map((part) => part.id));
    // A book of one chapter shows its sections: one line is no contents.
    const depth =
      book.outline.length === 1 && !parts.has(book.outline[0]?.section ?? '')
        ? Math.max(2, config.tocDepth)
        : config.tocDepth;
    const list = listOf(book.outline, depth, parts);
    return (
      list && madeSection(book, 'toc', 'front', title, [h('h1', { id: 'octavo-toc--title' }, title), list])
    );
  },
};

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
