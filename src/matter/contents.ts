import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { MatterPage } from '../model/edition.js';
import { contentsList } from '../typeset/contents-list.js';
import { madeSection } from './section.js';

/** The contents, as nobody wrote them. */
export const contents: MatterPage = {
  role: 'toc',
  matter: 'front',
  make(book, config) {
    const title = book.words.contents;
    const list = contentsList(book, config.tocDepth);
    return (
      list && madeSection(book, 'toc', 'front', title, [h('h1', { id: 'octavo-toc--title' }, title), list])
    );
  },
};

/** Contents of pages, which are a page of their own: of one line there are none, unless the author has written them. */
export const printedContents: MatterPage = {
  ...contents,
  make(book, config, bench) {
    const [only, ...others] = contentsList(book, config.tocDepth)?.children ?? [];
    const isOneLine = !others.length && only?.type === 'element' && !only.children.some(isList);
    return isOneLine ? undefined : contents.make(book, config, bench);
  },
};

function isList(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'ol';
}
