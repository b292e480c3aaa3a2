import type { Heading, InlineMath } from 'mdast';
import type { Chapter } from '../model/book.js';
import { lineOf, textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

/**
 * What running heads call a chapter. Where its title holds a formula, it is what the formula shows, as in the heads of sections,
 * and not its TeX; a short title is what its author wrote.
 */
export function headName({ tree, title, shortTitle }: Chapter): string {
  const heading = tree.children.find((node): node is Heading => node.type === 'heading' && node.depth === 1);
  if (!heading || lineOf(heading) !== title || shortTitle !== title) return shortTitle;
  const shown = structuredClone(heading);
  visit(shown, 'inlineMath', (formula: InlineMath) => {
    formula.value = textOf(formula.data?.hChildren ?? []);
  });
  return lineOf(shown);
}
