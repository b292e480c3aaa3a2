import type { LeafDirective } from 'mdast-util-directive';
import { setFieldLabel } from '../markdown/field-label.js';
import { attributeValid } from '../markdown/notices.js';
import type { Construct } from '../model/construct.js';
import { visit } from '../tree/visit.js';

/** Where a line divides its page, whatever the text does. */
const PLACES = ['half', 'thirds'];

/**
 * `::fold` and `::cut`: a line from edge to edge of the page, dashed where it is to be folded and dotted where it is to be cut, at
 * this place in the text. `{at=half}` and `{at=thirds}` divide the page into equal parts instead, whatever the text does. Only paper
 * has them.
 */
export const fold: Construct = {
  name: 'fold',
  sample: 'Above.\n\n::fold\n\nBelow.\n\n::cut{at=half}\n',
  directives: ['::fold', '::cut'],
  attributes: ['at'],
  css: 'fold',
  mark: /::(?:fold|cut)/,
  remark(tree, file, say) {
    visit(tree, 'leafDirective', (node: LeafDirective, index, parent) => {
      if ((node.name !== 'fold' && node.name !== 'cut') || node.data?.hName) return undefined;
      const at = node.attributes?.at ?? undefined;
      const isPlace = at !== undefined && PLACES.includes(at);
      if (at !== undefined && !isPlace)
        say(attributeValid, { name: 'at', value: at, wants: 'half or thirds' }, { file, node });
      const className = ['sheet-line', `${node.name}-line`, ...(isPlace ? [`line-${at}`] : [])];
      node.data = { ...node.data, hName: 'div', hProperties: { className, role: 'presentation' } };
      return parent && index !== undefined && setFieldLabel(node, index, parent) ? index + 1 : undefined;
    });
  },
};
