import type { LeafDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import type { Construct } from '../model/construct.js';

/** A page of handwriting; more lines than this fit on no sheet. */
const MOST = 60;

/** `::lines{n=4}`: ruled lines to write on. */
export const lines: Construct = {
  name: 'lines',
  sample: '::lines{n=3}\n',
  directives: ['::lines'],
  css: 'lines',
  remark(tree) {
    visit(tree, 'leafDirective', (node: LeafDirective) => {
      if (node.name !== 'lines') return;
      const wanted = Number(node.attributes?.n ?? 3);
      const n = Number.isInteger(wanted) ? Math.min(MOST, Math.max(1, wanted)) : 3;
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
