import type { LeafDirective } from 'mdast-util-directive';
import { setFieldLabel } from '../markdown/field-label.js';
import { lengthIn } from '../markdown/lengths.js';
import { attributeValid } from '../markdown/notices.js';
import type { Construct } from '../model/construct.js';
import { visit } from '../tree/visit.js';

const HEIGHT = { least: 5, most: 400 };
/** Of the squares, or between the dots. */
const SIZE = { least: 2, most: 50 };
const RULINGS = ['plain', 'squares', 'dots'];

/** `::box[What I saw]{height=40mm ruling=squares size=5mm}`: a frame to write or draw in, empty, with dots, or with as many whole squares as it has room for. */
export const writingBox: Construct = {
  name: 'writing-box',
  sample: '::box[What I saw]{height=30mm}\n\n::box{height=25mm ruling=dots size=5mm}\n',
  directives: ['::box'],
  attributes: ['height', 'ruling', 'size'],
  css: 'writing-box',
  mark: /::box/,
  remark(tree, file, say) {
    visit(tree, 'leafDirective', (node: LeafDirective, index, parent) => {
      if (node.name !== 'box' || node.data?.hName || !parent || index === undefined) return undefined;
      const { height, size, ruling = 'plain' } = node.attributes ?? {};
      const dataHeight = lengthIn(height, 'height', HEIGHT, file, node, say);
      const dataSpacing = lengthIn(size, 'size', SIZE, file, node, say);
      if (!RULINGS.includes(ruling ?? ''))
        say(
          attributeValid,
          { name: 'ruling', value: ruling ?? '', wants: 'plain, squares or dots' },
          { file, node },
        );
      node.data = {
        ...node.data,
        hName: 'div',
        hProperties: {
          className: [
            'writing-box',
            ...(ruling === 'squares' || ruling === 'dots' ? [`ruled-${ruling}`] : []),
          ],
          role: 'presentation',
          dataField: 'box',
          ...(dataHeight ? { dataHeight } : {}),
          ...(dataSpacing ? { dataSpacing } : {}),
        },
      };
      return setFieldLabel(node, index, parent) ? index + 1 : undefined;
    });
  },
};
