import { h } from 'hastscript';
import { roman } from '../language/numerals.js';
import { saysPart } from '../language/part-names.js';
import type { Edition } from '../model/edition.js';
import { line } from '../typeset/line.js';
import { slanted } from '../typeset/slanted.js';

/** The leaf that opens a part: its number, unless its title says that, its title, and the author's text for it if there is one. */
export const partPage: Edition['part'] = (part, index, book, text) => {
  const title = part.title;
  const written =
    text?.tree.children.filter((child) => !(child.type === 'element' && child.tagName === 'h1')) ?? [];
  const lang = text?.lang ?? book.metadata.lang;
  const number = saysPart(title, lang) ? undefined : roman(index + 1).toUpperCase();
  return {
    id: part.id,
    role: 'part',
    matter: 'body',
    title,
    shortTitle: title,
    lang,
    dir: text?.dir,
    listed: true,
    tree: {
      type: 'root',
      children: [
        ...line('part-number', number),
        h('h1', { id: `${part.id}--title` }, slanted(part.written)),
        ...written,
      ],
    },
    file: text?.file,
  };
};
