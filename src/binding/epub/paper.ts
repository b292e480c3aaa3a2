import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { hasClass } from '../../tree/classes.js';
import { elements, idOf, rewrite } from '../documents/rewrite.js';

/** What paper is told of itself: pages to be named, fields to be filled in, and how large they are. */
const TOLD = ['dataFolio', 'dataField', 'dataWidth', 'dataHeight'] as const;
/** What is there to be written on or cut along. */
const BLANK = ['lines', 'sheet-line'] as const;

/** Content without what only paper has a use for; where a page of the printed book begins in it, the place stays. */
export function withoutPaper(nodes: readonly ElementContent[]): ElementContent[] {
  return rewrite(nodes, (node) => {
    if (node.type !== 'element') return [node];
    if (isBlank(node)) return [];
    for (const name of TOLD) delete node.properties[name];
    return [node];
  });
}

function isBlank(element: Element): boolean {
  if (!BLANK.some((name) => hasClass(element, name)) || textOf(element).trim()) return false;
  return ![element, ...elements(element)].some(idOf);
}
