import type { LeafDirective } from 'mdast-util-directive';
import { attributeValid } from '../markdown/notices.js';
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

/**
 * `::handout{name="…"}`: points to a handout of the book, by the name of its file, or by the end of its path, `"deep/log"`. The
 * title is filled in when the book is gathered; `show=small` shows its first page, too, as it is printed.
 */
export const handoutLink: Construct = {
  name: 'handout-link',
  sample: '::handout{name="contact-log"}\n\n::handout{name="contact-log" show=small}\n',
  directives: ['::handout'],
  fills: ['::handout'],
  attributes: ['name', 'show'],
  css: 'handout-link',
  notices: [handoutNamed],
  mark: /::handout/,
  remark(tree, file, say) {
    visit(tree, 'leafDirective', (node: LeafDirective) => {
      if (node.name !== 'handout') return;
      const { name, show } = node.attributes ?? {};
      if (!name) return say(handoutNamed, {}, { file, node });
      const small = show === 'small';
      if (!small && typeof show === 'string')
        say(
          attributeValid,
          { name: 'show', value: show, wants: 'show=small for a picture of its first page, or leave it out' },
          { file, node },
        );
      const className = [small ? 'handout-small' : 'handout-link'];
      const hName = small ? 'figure' : 'p';
      node.data = { ...node.data, handout: { name, small }, hName, hProperties: { className } };
    });
  },
};

declare module 'mdast' {
  interface Data {
    /** The handout that this node points to, by its name, and whether its first page is shown. */
    handout?: { readonly name: string; readonly small: boolean };
  }
}
