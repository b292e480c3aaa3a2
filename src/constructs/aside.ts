import type { ContainerDirective } from 'mdast-util-directive';
import { takeLabel } from '../markdown/directives.js';
import type { Construct } from '../model/construct.js';
import { visit } from '../tree/visit.js';

/** What e-readers call each; there is no name for a remark that is true of it. */
const KINDS: Readonly<Record<string, { readonly epubType?: string }>> = {
  aside: {},
  sidebar: { epubType: 'sidebar' },
};

/**
 * `:::aside[Title]`, a remark beside the text, and `:::sidebar[Title]`, a longer piece in a box, which runs over pages where it would
 * leave much of one empty.
 */
export const aside: Construct = {
  name: 'aside',
  sample:
    ':::aside\nHe never knew.\n:::\n\n:::sidebar[The harbour in winter]\nNo ship came in before *March*.\n:::\n',
  directives: Object.keys(KINDS).map((name) => `:::${name}`),
  css: 'aside',
  mark: /:::/,
  remark(tree) {
    visit(tree, 'containerDirective', (node: ContainerDirective) => {
      const kind = Object.hasOwn(KINDS, node.name) ? KINDS[node.name] : undefined;
      if (!kind) return;
      const title = takeLabel(node);
      if (title) {
        title.data = { hProperties: { className: ['aside-title'] } };
        node.children.unshift(title);
      }
      node.data = { ...node.data, hName: 'aside', hProperties: { className: [node.name], ...kind } };
    });
  },
};
