import { h } from 'hastscript';
import { roman } from '../language/numerals.js';
import type { Edition } from '../model/edition.js';
import { slanted } from '../typeset/slanted.js';

/** The leaf that opens a part: its number, its title, and the author's text for it if there is one. */
export const partPage: Edition['part'] = (part, index, book, text) => {
  const title = part.title;
  const written =
    text?.tree.children.filter((child) => !(child.type === 'element' && child.tagName === 'h1')) ?? [];
  return {
    id: part.id,
    role: 'part',
    matter: 'body',
    title,
    shortTitle: title,
    lang: text?.lang ?? book.metadata.lang,
    dir: text?.dir,
    listed: true,
    tree: {
      type: 'root',
      children: [
        h('p', { className: ['part-number'] }, roman(index + 1).toUpperCase()),
        h('h1', { id: `${part.id}--title` }, slanted(part.written)),
        ...written,
      ],
    },
    file: text?.file,
  };
};
