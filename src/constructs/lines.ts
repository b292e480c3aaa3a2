import type { LeafDirective } from 'mdast-util-directive';
import { countOf } from '../markdown/directives.js';
import type { Construct } from '../model/construct.js';
import { visit } from '../tree/visit.js';

/** A page of handwriting; more lines than this fit on no sheet. */
const MOST = 60;

/** `::lines{n=4}`: ruled lines to write on. */
export const lines: Construct = {
  name: 'lines',
  sample: '::lines{n=3}\n',
  directives: ['::lines'],
  attributes: ['n'],
  css: 'lines',
  mark: /::lines/,
  remark(tree, file, say) {
    visit(tree, 'leafDirective', (node: LeafDirective) => {
      if (node.name !== 'lines') return;
      const n = countOf(node, 'n', { otherwise: 3, most: MOST }, file, say);
      node.children = [];
      node.data = {
        hName: 'div',
        hProperties: { className: ['lines'], role: 'presentation' },
        hChildren: Array.from({ length: n }, () => ({
          type: 'element' as const,
          tagName: 'div',
          properties: { className: ['line'] },
          children: [],
        })),
      };
    });
  },
};
