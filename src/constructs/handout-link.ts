import type { LeafDirective } from 'mdast-util-directive';
import type { Construct } from '../model/construct.js';
import type { Notice } from '../model/notice.js';
import { visit } from '../tree/visit.js';

const handoutNamed: Notice<Record<string, never>> = {
  id: 'handout-named',
  severity: 'error',
  says: () => '“::handout” does not say which handout it means',
  remedy: () => 'Write its file name without .md: ::handout{name="first-72-hours"}.',
  why: 'A pointer to a handout shows its title, which is read from the handout itself.',
};

/** `::handout{name="…"}`: points to a handout of the book. The title is filled in when the book is gathered. */
export const handoutLink: Construct = {
  name: 'handout-link',
  sample: '::handout{name="contact-log"}\n',
  directives: ['::handout'],
  fills: ['::handout'],
  attributes: ['name'],
  css: 'handout-link',
  notices: [handoutNamed],
  mark: /::handout/,
  remark(tree, file, say) {
    visit(tree, 'leafDirective', (node: LeafDirective) => {
      if (node.name !== 'handout') return;
      const name = node.attributes?.name;
      if (!name) return say(handoutNamed, {}, { file, node });
      node.data = { ...node.data, handout: name, hName: 'p', hProperties: { className: ['handout-link'] } };
    });
  },
};

declare module 'mdast' {
  interface Data {
    /** Name of a handout that this node points to. */
    handout?: string;
  }
}
