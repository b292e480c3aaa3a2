import type { Emphasis, Paragraph, Parent, PhrasingContent } from 'mdast';
import { standsAlone } from '../language/initials.js';
import { attributeKnown } from '../markdown/notices.js';
import type { Construct } from '../model/construct.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

/**
 * `[W]{.drop-cap}hen [I was]{.lead-in}`: an initial over several lines, and words in small capitals that lead into the text.
 * The letter stays in its word, and the paragraph says that it begins so: a word in two elements would be read as two.
 */
export const dropCap: Construct = {
  name: 'drop-cap',
  sample: '"[W]{.drop-cap}[hen I was]{.lead-in} a boy," she said.\n',
  css: 'drop-cap',
  mark: /drop-cap/,
  remark(tree, file, say) {
    visit(tree, 'paragraph', (node: Paragraph) => {
      const opening = openingOf(node);
      if (!opening) return;
      giveBack(opening.parent, opening.index);
      node.data = { ...node.data, hProperties: { className: ['drop-cap'] } };
    });
    visit(tree, 'emphasis', (node) => {
      const attributes = node.data?.attributes;
      if (!attributes || !isDropCap(node)) return;
      const classes = attributes.classes.filter((name) => name !== 'drop-cap');
      node.data = { ...node.data, attributes: { ...attributes, classes } };
      say(attributeKnown, { name: '.drop-cap' }, { file, node });
    });
  },
};

function isDropCap(node: PhrasingContent): node is Emphasis {
  return node.type === 'emphasis' && node.data?.attributes?.classes.includes('drop-cap') === true;
}

const MARKS = /^[\p{P}\s]*/u;

/**
 * The drop cap that a paragraph begins with; only a quotation mark or what shows nothing may stand before it. A number is none: one
 * figure of it would stand for the whole, and the whole would be a heading.
 */
function openingOf(parent: Parent): { parent: Parent; index: number } | undefined {
  const children = parent.children as PhrasingContent[];
  for (const [index, node] of children.entries()) {
    if (isDropCap(node)) {
      const isLetter =
        /\p{L}/u.test(textOf(node)) && standsAlone(textOf(children.slice(index)).replace(MARKS, ''));
      return isLetter ? { parent, index } : undefined;
    }
    if (node.type === 'text' && /^[\p{P}\s]*$/u.test(node.value)) continue;
    if (node.type === 'html') continue;
    if (!('children' in node)) return undefined;
    if (node.children.length) return openingOf(node);
  }
  return undefined;
}

/** Puts a letter back at the head of its word, wherever that goes on. */
function giveBack(parent: Parent, index: number): void {
  const children = parent.children as PhrasingContent[];
  const letter = (children[index] as Emphasis).children;
  const next = children[index + 1];
  if (next?.type === 'emphasis' && next.data?.attributes?.classes.includes('lead-in')) {
    children.splice(index, 1);
    next.children.unshift(...letter);
    join(next.children, letter.length - 1);
    return;
  }
  children.splice(index, 1, ...letter);
  join(children, index + letter.length - 1);
  join(children, index - 1);
}

/** Makes one text of two that stand beside each other. */
function join(children: PhrasingContent[], index: number): void {
  const [first, second] = [children[index], children[index + 1]];
  if (first?.type !== 'text' || second?.type !== 'text') return;
  const { start } = first.position ?? {};
  const { end } = second.position ?? {};
  const place = start && end ? { position: { start, end } } : {};
  children.splice(index, 2, { type: 'text', value: first.value + second.value, ...place });
}
