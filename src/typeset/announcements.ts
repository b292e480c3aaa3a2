import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { addClass, hasClass } from '../tree/classes.js';
import { visit } from '../tree/visit.js';

/** How a line ends that announces what comes next, in any script. */
const ANNOUNCES = /[:：]\s*$/u;
/** A longer paragraph may be parted, and its end goes along with what it announces. */
const SHORT = 160;
/** One line of a wide page, in characters; and how many of them belong to the heading that they stand below. */
const LINE = 72;
const LINES = 2;
const HEADING = /^h[1-6]$/;
/** A title of a chapter begins a page: it is never at the foot of one. */
const BELOW = /^h[2-6]$/;

/**
 * A line that announces something stays with it: “gives:” does not stand at the foot of a page, and its result overleaf. So does one that
 * is all bold, and so do single lines right below a heading (a date, a metre, the first items of a list), or that would stand there with
 * nothing but them. “Name: ____” announces its own gap alone, but the first line of a form stays with the next one.
 */
export function holdAnnouncements(tree: Root): void {
  visit(tree, 'element', (element, index = 0, parent) => {
    if (element.tagName === 'p') {
      const text = textOf(element);
      const announces = text.length <= SHORT && ANNOUNCES.test(text) && !endsWithGap(element);
      if (announces || (isBold(element) && leads(parent, index)) || beginsForm(parent, index)) hold(element);
    }
    if (BELOW.test(element.tagName)) holdBelow(parent, index + 1, LINES);
  });
}

function hold(text: Element): void {
  if (!hasClass(text, 'announces')) addClass(text, 'announces');
}

/** Holds the single lines that something begins with, as far as more of it follows them. */
function holdBelow(parent: Parents | undefined, from: number, lines: number): void {
  const [first, index] = elementFrom(parent, from);
  if (!lines || !first) return;
  if (/^(?:div|section|blockquote|aside|ul|ol)$/.test(first.tagName)) holdBelow(first, 0, lines);
  if (!/^(?:p|li)$/.test(first.tagName) || textOf(first).trim().length > LINE || !leads(parent, index))
    return;
  hold(first);
  holdBelow(parent, index + 1, lines - 1);
}

/** Whether something follows that is no heading. */
function leads(parent: Parents | undefined, index: number): boolean {
  const [next] = elementFrom(parent, index + 1);
  return next !== undefined && !HEADING.test(next.tagName);
}

/** The first element in another from an index on, and its own index. */
function elementFrom(parent: Parents | undefined, from: number): [Element | undefined, number] {
  const children: readonly Nodes[] = parent?.children ?? [];
  const index = children.findIndex((child, i) => i >= from && child.type === 'element');
  return [children[index] as Element | undefined, index];
}

/** Whether a line to fill in is the first of several. */
function beginsForm(parent: Parents | undefined, index: number): boolean {
  if (!isLineOfForm(parent?.children[index]) || !isLineOfForm(elementFrom(parent, index + 1)[0]))
    return false;
  const before = parent?.children.slice(0, index).findLast((child) => child.type === 'element');
  return !isLineOfForm(before);
}

function isLineOfForm(node: Nodes | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'p' && endsWithGap(node);
}

/** Whether something ends with a gap to fill in. */
function endsWithGap(element: Element): boolean {
  const last = element.children.findLast((child) => child.type !== 'text' || child.value.trim());
  return last?.type === 'element' && (hasClass(last, 'fill-in') || endsWithGap(last));
}

/** Whether a paragraph is nothing but bold words. */
function isBold({ children }: Element): boolean {
  const isSpace = (child: ElementContent): boolean => child.type === 'text' && !child.value.trim();
  const [words, more] = children.filter((child) => !isSpace(child));
  return !more && words?.type === 'element' && words.tagName === 'strong';
}
