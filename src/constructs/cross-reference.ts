import type { Link, Root } from 'mdast';
import type { Handlers } from 'mdast-util-to-hast';
import { replaceWithin } from '../markdown/within.js';
import type { Construct } from '../model/construct.js';

/** The kinds that can be pointed at; the word before the hyphen tells that it is nobody's name. */
const ID = '(?:fig|tbl|eq|lst|sec|ex)-[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]*[\\p{L}\\p{N}])?';
/** `@fig-wave` and, for its number alone, `[-@fig-wave]`. */
const REFERENCE = new RegExp(`\\[-@(${ID})\\]|(?<![\\p{L}\\p{N}_@/.])@(${ID})`, 'gu');

/** In print a link needs its page as well; the folio is written when the pages are known. */
const inPrint: Handlers = {
  link(state, node: Link) {
    const element = state.all(node);
    const link = {
      type: 'element' as const,
      tagName: 'a',
      properties: { href: node.url, ...(node.title ? { title: node.title } : {}) },
      children: element,
    };
    state.patch(node, link);
    const applied = state.applyData(node, link);
    const page = node.data?.page;
    if (page === undefined || !node.url.startsWith('#')) return applied;
    const folio = { className: ['page-reference'], dataFolio: node.url.slice(1) };
    return [
      applied as typeof link,
      { type: 'text', value: `, ${page}\u00a0` },
      { type: 'element', tagName: 'span', properties: folio, children: [{ type: 'text', value: '0' }] },
    ];
  },
};

/** Points at a numbered thing or a heading: what it is called and, in print, on which page. */
export const crossReference: Construct = {
  name: 'cross-reference',
  phase: 'nodes',
  sample: 'See @fig-wave.\n\n![A wave that rises](wave.svg "How fear passes."){#fig-wave}\n',
  css: 'cross-reference',
  mark: /@[a-z]+-/,
  remark(tree: Root, file, _say, { words }) {
    replaceWithin(
      tree,
      file,
      REFERENCE,
      ([written, bare, full = '']): Link => ({
        type: 'link',
        url: '',
        data: { reference: { id: bare ?? full, bare: bare !== undefined }, page: words.page },
        children: [{ type: 'text', value: written }],
      }),
    );
  },
  handlersFor: { paged: inPrint },
};

declare module 'mdast' {
  interface Data {
    /** What a reference points at, as the author wrote it; `bare` if only its number is wanted. */
    reference?: { readonly id: string; readonly bare: boolean };
    /** The word for “page” before the folio that a reference shows in print. */
    page?: string;
  }
}
