import type { Element, ElementContent, Parents, Root, Text } from 'hast';
import { EXIT, SKIP, visit } from '../tree/visit.js';

/** Marks that may stand before the first letter, each with the space that French puts behind it. */
const MARKS = /^(?:[\p{Pi}\p{Pf}\p{Ps}\p{Pd}¿¡"'][\s\u00a0\u202f]?){1,3}/u;
/** A letter of a script that has capitals, or a figure: others are not enlarged. */
const INITIAL = /^[\p{Lu}\p{Ll}\p{Lt}\d]/u;

/** Lets the first paragraph of a chapter open with a drop cap, unless the author has set one himself. */
export function openWithDropCap(tree: Root): void {
  const paragraphs = tree.children.filter(
    (node): node is Element => node.type === 'element' && node.tagName === 'p',
  );
  if (paragraphs.some(isMarked)) return;
  const first = paragraphs.find((node) => node.properties.className === undefined);
  const text = first && firstText(first)?.text.value;
  if (first && text !== undefined && INITIAL.test(text.replace(MARKS, '')))
    first.properties.className = ['drop-cap'];
}

/**
 * Sets marks before a drop cap apart, at the size of the text: a quotation mark three lines high would outshout the letter,
 * and a stylesheet cannot tell the two.
 */
export function settleDropCaps(tree: Root): void {
  visit(tree, 'element', (paragraph) => {
    if (!isMarked(paragraph)) return undefined;
    const first = firstText(paragraph);
    const marks = first && MARKS.exec(first.text.value)?.[0];
    if (!first || !marks) return SKIP;
    const { parent, text } = first;
    const mark: ElementContent = {
      type: 'element',
      tagName: 'span',
      properties: { className: ['drop-mark'] },
      children: [{ type: 'text', value: marks.trim() }],
    };
    text.value = text.value.slice(marks.length);
    parent.children.splice(parent.children.indexOf(text as never), 0, mark as never);
    return SKIP;
  });
}

/** Whether a chapter has a drop cap, which a PDF must spell with its word. */
export function hasDropCap(tree: Root): boolean {
  let found = false;
  visit(tree, 'element', (element) => {
    found ||= isMarked(element);
    return found ? EXIT : undefined;
  });
  return found;
}

function isMarked({ tagName, properties: { className } }: Element): boolean {
  return tagName === 'p' && Array.isArray(className) && className.includes('drop-cap');
}

/** The text that an element begins with; what shows nothing, such as a mark for the index, is passed over. */
function firstText(parent: Element): { parent: Parents; text: Text } | undefined {
  for (const child of parent.children) {
    if (child.type === 'text') return { parent, text: child };
    if (child.type === 'element' && child.children.length) return firstText(child);
    if (child.type === 'element' && child.tagName !== 'span') return undefined;
  }
  return undefined;
}
