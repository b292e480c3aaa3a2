import type { Blockquote, Code, Paragraph } from 'mdast';
import { takeCaptions } from '../markdown/captions.js';
import type { Construct } from '../model/construct.js';
import { SKIP, visit } from '../tree/visit.js';

/** Code with an id that begins with `lst-` or with a caption is a listing: set as a figure, its caption above it. */
export const listing: Construct = {
  name: 'listing',
  sample: '```js {#lst-wait caption="Waiting."}\nwait(3600);\n```\n',
  css: 'listing',
  mark: /#lst-|caption=/,
  remark(tree) {
    visit(tree, 'code', (node: Code, index, parent) => {
      const attributes = node.data?.attributes;
      if (!attributes || !parent || index === undefined) return undefined;
      const { caption: _, ...values } = attributes.values;
      const { caption } = takeCaptions(node);
      const numbered = attributes.id?.startsWith('lst-') ?? false;
      if (!numbered && caption === undefined) return undefined;
      // Classes say how code is set, and stay with it.
      node.data = { ...node.data, attributes: { classes: attributes.classes, values: {} } };
      const place = node.position ? { position: node.position } : {};
      const line: Paragraph = {
        type: 'paragraph',
        data: { hName: 'figcaption', caption: true },
        children: caption ?? [],
        ...place,
      };
      const figure: Blockquote = {
        type: 'blockquote',
        data: {
          hName: 'figure',
          hProperties: { className: ['listing'] },
          attributes: { id: attributes.id, classes: [], values },
          ...(numbered ? { counter: 'listing' } : {}),
        },
        children: [line, node],
        ...place,
      };
      parent.children.splice(index, 1, figure);
      return [SKIP, index + 1];
    });
  },
};
