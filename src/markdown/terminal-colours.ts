import type { Root } from 'mdast';
import { visit } from '../tree/visit.js';

/** What makes a terminal write in colours, bold or underlined (ECMA-48, 8.3.117). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the sign that such a sequence begins with is what is looked for
const COLOURS = /\u001b\[[\d;:]*m/g;

/** Takes out of code what only a terminal understands: what programs print, notebooks export with it. */
export function dropColours(tree: Root): void {
  visit(tree, 'code', (node) => {
    node.value = node.value.replace(COLOURS, '');
  });
}
