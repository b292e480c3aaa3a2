import type { LeafDirective } from 'mdast-util-directive';
import { setFieldLabel } from '../markdown/field-label.js';
import type { Construct } from '../model/construct.js';
import { visit } from '../tree/visit.js';

/** `::fold` and `::cut`: a line over the whole sheet, where it is to be folded or cut. Only paper has one. */
export const fold: Construct = {
  name: 'fold',
  sample: 'Above.\n\n::fold\n\nBelow.\n\n::cut\n',
  directives: ['::fold', '::cut'],
  css: 'fold',
  mark: /::(?:fold|cut)/,
  remark(tree) {
    visit(tree, 'leafDirective', (node: LeafDirective, index, parent) => {
      if ((node.name !== 'fold' && node.name !== 'cut') || node.data?.hName) return undefined;
      const hProperties = { className: ['sheet-line', `${node.name}-line`], role: 'presentation' };
      node.data = { ...node.data, hName: 'div', hProperties };
      return parent && index !== undefined && setFieldLabel(node, index, parent) ? index + 1 : undefined;
    });
  },
};
