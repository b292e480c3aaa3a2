import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { hasClass } from '../../tree/classes.js';
import { elements, idOf, rewrite } from '../documents/rewrite.js';

/** What paper is told of itself: pages to be named, fields to be filled in, and how large they are. */
const TOLD = ['dataFolio', 'dataField', 'dataWidth', 'dataHeight', 'dataSpacing'] as const;

/** Content without what only paper has a use for; where a page of the printed book begins in it, the place stays. */
export function withoutPaper(nodes: readonly ElementContent[]): ElementContent[] {
  return rewrite(nodes, (node) => {
    if (node.type !== 'element') return [node];
    if (hasClass(node, 'sheet-line') && isBlank(node)) return [];
    if (hasClass(node, 'lines')) node.children = oneLine(node.children);
    for (const name of TOLD) delete node.properties[name];
    return [node];
  });
}

/** Of the lines to write on one, which says that there is something to write. */
function oneLine(children: readonly ElementContent[]): ElementContent[] {
  const isFree = (child: ElementContent) =>
    child.type === 'element' && hasClass(child, 'line') && isBlank(child);
  const kept = children.find(isFree);
  return children.filter((child) => child === kept || !isFree(child));
}

function isBlank(element: Element): boolean {
  return !textOf(element).trim() && ![element, ...elements(element)].some(idOf);
}
