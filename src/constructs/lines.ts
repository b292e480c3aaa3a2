import type { LeafDirective } from 'mdast-util-directive';
import { countOf } from '../markdown/directives.js';
import { setFieldLabel } from '../markdown/field-label.js';
import { lengthIn } from '../markdown/lengths.js';
import type { Construct } from '../model/construct.js';
import { visit } from '../tree/visit.js';

/** A page of handwriting; more lines than this fit on no sheet. */
const MOST = 60;
/** From the narrowest that a pen can use to what a child learns on. */
const SPACING = { least: 4, most: 30 };

/** `::lines[What I felt]{n=4 spacing=9mm}`: ruled lines to write on, with what belongs there above them. */
export const lines: Construct = {
  name: 'lines',
  sample: '::lines[What I felt]{n=3 spacing=8mm}\n',
  directives: ['::lines'],
  attributes: ['n', 'spacing'],
  css: 'lines',
  mark: /::lines/,
  remark(tree, file, say) {
    visit(tree, 'leafDirective', (node: LeafDirective, index, parent) => {
      if (node.name !== 'lines' || node.data?.hName || !parent || index === undefined) return undefined;
      const n = countOf(node, 'n', { otherwise: 3, most: MOST }, file, say);
      const dataSpacing = lengthIn(node.attributes?.spacing, 'spacing', SPACING, file, node, say);
      node.data = {
        ...node.data,
        hName: 'div',
        hProperties: {
          className: ['lines'],
          role: 'presentation',
          dataField: 'lines',
          ...(dataSpacing ? { dataSpacing } : {}),
        },
        hChildren: Array.from({ length: n }, () => ({
          type: 'element' as const,
          tagName: 'div',
          properties: { className: ['line'] },
          children: [],
        })),
      };
      return setFieldLabel(node, index, parent) ? index + 1 : undefined;
    });
  },
};
