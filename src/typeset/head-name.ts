import type { Heading, InlineMath } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Chapter } from '../model/book.js';
import { visit } from '../tree/visit.js';

/**
 * What running heads call a chapter. Where its title holds a formula, it is what the formula shows, as in the heads of sections,
 * and not its TeX; a short title is what its author wrote.
 */
export function headName({ tree, title, shortTitle }: Chapter): string {
  const heading = tree.children.find((node): node is Heading => node.type === 'heading' && node.depth === 1);
  if (!heading || textOf(heading) !== title || shortTitle !== title) return shortTitle;
  const shown = structuredClone(heading);
  visit(shown, 'inlineMath', (formula: InlineMath) => {
    formula.value = textOf({ children: formula.data?.hChildren ?? [] });
  });
  return textOf(shown);
}
