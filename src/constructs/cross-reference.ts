import { h } from 'hastscript';
import type { Link, Nodes, Parent, PhrasingContent, Root } from 'mdast';
import type { Handlers } from 'mdast-util-to-hast';
import { prefixAtEnd } from '../language/prefixes.js';
import { UNSPACED } from '../language/scripts.js';
import { onPage } from '../language/words.js';
import { replaceBrackets } from '../markdown/brackets.js';
import { replaceWithin } from '../markdown/within.js';
import type { Construct } from '../model/construct.js';
import { visit } from '../tree/visit.js';

/** Where no space stands between words, a letter ends a name, and one may stand right behind it. */
const LETTER = `(?![${UNSPACED}])[\\p{L}\\p{N}]`;
/** The kinds that can be pointed at; the word before the hyphen tells that it is nobody's name. A capital, as in Quarto, begins a sentence. */
const ID = `(?:[Ff]ig|[Tt]bl|[Ee]q|[Ll]st|[Ss]ec|[Ee]x)-(?:${LETTER}(?:(?:${LETTER}|[_-])*${LETTER})?|[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]*[\\p{L}\\p{N}])?)`;
/** `@fig-wave` and, for its number alone, `[-@fig-wave]`. */
const REFERENCE = new RegExp(`\\[-@(${ID})\\]|(?<![_@/.])@(${ID})`, 'gu');
/** The end of a word, right behind which an at sign is one of an address. */
const WORD = new RegExp(`${LETTER}$`, 'u');

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
    const folio = h('span', { dataFolio: node.url.slice(1) }, '0');
    return [applied as typeof link, h('span', { className: ['page-reference'] }, onPage(page, folio))];
  },
};

/** Points at a numbered thing or a heading: what it is called and, in print, on which page. */
export const crossReference: Construct = {
  name: 'cross-reference',
  phase: 'nodes',
  sample: 'See @fig-wave.\n\n![A wave that rises](wave.svg "How fear passes."){#fig-wave}\n',
  css: 'cross-reference',
  mark: /@[A-Za-z][a-z]+-/,
  remark(tree: Root, file, _say, { lang }) {
    replaceWithin(
      tree,
      file,
      REFERENCE,
      ({ 0: written, 1: bare, 2: full = '', input = '', index = 0 }): Link | undefined => {
        const before = bare === undefined ? input.slice(Math.max(0, index - 6), index) : '';
        const prefix = prefixAtEnd(before);
        if (!prefix && WORD.test(before)) return undefined;
        return {
          type: 'link',
          url: '',
          data: { reference: { id: lowered(bare ?? full), bare: bare !== undefined, prefix } },
          children: [{ type: 'text', value: written }],
        };
      },
    );
    const source = String(file.value);
    // As in Quarto, brackets around references hold them together and are not printed.
    visit(tree, (node) => {
      if (node.type === 'link' || !('children' in node) || !node.children.some(isReference)) return;
      replaceBrackets(node as Parent, source, ({ children, position, before, behind }) =>
        children.some(isReference) && !children.some(cites) && !before.endsWith('^') && !/^[[({]/.test(behind)
          ? {
              node: { type: 'emphasis', data: { hName: 'span' }, children: listed(children, lang), position },
            }
          : undefined,
      );
    });
  },
  handlersFor: { paged: inPrint },
};

function isReference(node: Nodes): boolean {
  return node.type === 'link' && node.data?.reference !== undefined;
}

/** Semicolons between references become what a sentence has between the items of a list. */
function listed(children: PhrasingContent[], lang: string): PhrasingContent[] {
  const isJoint = (node: PhrasingContent, i: number): boolean =>
    node.type === 'text' &&
    /^;\s*$/.test(node.value) &&
    children.slice(i - 1, i + 2).filter(isReference).length === 2;
  const references = children.filter(isReference);
  const joints = new Intl.ListFormat(lang)
    .formatToParts(references.map(() => 'x'))
    .flatMap(({ type, value }) => (type === 'literal' ? [value] : []));
  if (children.filter(isJoint).length !== joints.length) return children;
  return children.map((node, i) => (isJoint(node, i) ? { type: 'text', value: joints.shift() ?? '' } : node));
}

/** Where a work is cited as well, the brackets are those of its citation. */
function cites(node: Nodes): boolean {
  return (
    node.data?.work !== undefined ||
    (node.type === 'text' && /(?<![\p{L}\p{N}])@[\p{L}\p{N}{]/u.test(node.value))
  );
}

function lowered(id: string): string {
  return id.charAt(0).toLowerCase() + id.slice(1);
}

declare module 'mdast' {
  interface Data {
    /** What a reference points at, as the author wrote it; `bare` if only its number is wanted, behind a `prefix` if one is joined to it. */
    reference?: { readonly id: string; readonly bare: boolean; readonly prefix?: string | undefined };
    /** The word for “page” with the folio that a reference shows in print, once it is known what it points at. */
    page?: string;
  }
}
