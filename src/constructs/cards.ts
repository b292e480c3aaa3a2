import type { ContainerDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import { countOf } from '../markdown/directives.js';
import type { Construct } from '../model/construct.js';

/** Cards that fit on one sheet and are still worth cutting out. */
const MOST = 16;

/** `:::cards{copies=4}`: its content several times on a sheet, to be cut apart. */
export const cards: Construct = {
  name: 'cards',
  sample: ':::cards{copies=4}\nWait an hour.\n:::\n',
  directives: [':::cards'],
  attributes: ['copies'],
  css: 'cards',
  remark(tree, file, say) {
    visit(tree, 'containerDirective', (node: ContainerDirective) => {
      if (node.name !== 'cards') return;
      const copies = countOf(node, 'copies', { otherwise: 1, most: MOST }, file, say);
      const content = node.children;
      node.data = { ...node.data, hName: 'div', hProperties: { className: ['cards'] } };
      node.children = Array.from(
        { length: copies },
        (_, i): ContainerDirective => ({
          type: 'containerDirective',
          name: 'card',
          attributes: {},
          // A copy says nothing new to a listener: only the first is read out.
          data: { hName: 'div', hProperties: { className: ['card'], ...(i ? { ariaHidden: 'true' } : {}) } },
          children: i ? structuredClone(content) : content,
        }),
      );
    });
  },
};
