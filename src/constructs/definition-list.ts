import type { Element } from 'hast';
import type { Parents } from 'mdast';
import type { Handler } from 'mdast-util-to-hast';
import { defListHastHandlers, remarkDefinitionList } from 'remark-definition-list';
import type { Construct } from '../model/construct.js';

/** Terms and what they mean, as in Pandoc: a line with the term, and below it lines that begin with `: `. */
export const definitionList: Construct = {
  name: 'definition-list',
  sample: 'Recto\n: The right-hand page.\n\nVerso\n: The left-hand page.\n: Back of the leaf.\n',
  syntax: remarkDefinitionList,
  handlers: Object.fromEntries(
    Object.entries(defListHastHandlers).map(([type, handler]) => [type, withData(parted(handler))]),
  ),
};

/** Paragraphs of one definition are parted, even if no empty line stands before it; the package runs them together. */
function parted(handler: Handler): Handler {
  return (state, node, parent) => {
    const paragraphs = (node as Parents).children.filter(({ type }) => type === 'paragraph');
    return handler(state, paragraphs.length > 1 ? { ...node, spread: true } : node, parent);
  };
}

/** What the book has found out about a term (its id, that it belongs to a glossary) is shown as with any other node. */
function withData(handler: Handler): Handler {
  return (state, node, parent) => state.applyData(node, handler(state, node, parent) as Element);
}
