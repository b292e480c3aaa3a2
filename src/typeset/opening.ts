import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { numberedAs, numberedName } from '../book/numbered-name.js';
import type { Chapter } from '../model/book.js';
import { hasClass, PLACE_MARK } from '../tree/classes.js';
import { line } from './line.js';
import { slanted } from './slanted.js';

/**
 * Sets what a chapter opens with beside its title: its number above it, its subtitle and its own author below. They are
 * lines of their own, so that the title stays what the contents and the outline call it. What its author has put above the title, an
 * epigraph or an ornament, is held together, so that a page can open with it.
 */
export function setOpening(tree: Root, chapter: Chapter): void {
  const { subtitle, authors } = chapter;
  const at = tree.children.findIndex((node) => node.type === 'element' && node.tagName === 'h1');
  if (at < 0) return;
  const numbered = numberedAs(chapter);
  const above = line('opening-label', numbered && numberedName(numbered, chapter.words));
  const below: Element[] = [
    ...line('subtitle', subtitle && slanted(subtitle)),
    ...line('chapter-author', authors),
  ];
  tree.children.splice(at + 1, 0, ...below);
  tree.children.splice(at, 0, ...above);
  const before = tree.children.slice(0, at);
  if (chapter.role !== 'handout' && before.some(shows))
    tree.children.splice(0, at, h('div', { className: ['above-title'] }, before as ElementContent[]));
}

/** Whether something is there to be seen; a mark of a place is not. */
function shows(node: Root['children'][number]): boolean {
  return node.type === 'element' && !hasClass(node, PLACE_MARK);
}
