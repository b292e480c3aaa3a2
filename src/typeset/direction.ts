import type { Root } from 'hast';
import { SKIP, visit } from '../tree/visit.js';

const CODE: ReadonlySet<string> = new Set(['pre', 'code', 'kbd', 'samp']);

/** Code is read from the left in every language; stylesheets of an EPUB may not say so, and an attribute may. */
export function codeFromTheLeft(tree: Root): void {
  visit(tree, 'element', ({ tagName, properties }) => {
    if (!CODE.has(tagName)) return undefined;
    properties.dir ??= 'ltr';
    return SKIP;
  });
}
