import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { hasClass } from '../../tree/classes.js';
import { elements, idOf, rewrite } from '../documents/rewrite.js';
import type { Landmark } from './navigation.js';
import type { Sheet } from './sheets.js';

/** The figures or tables that can be pointed at, with their captions, in reading order. */
export function captioned(sheets: readonly Sheet[], kind: 'figure' | 'table'): Omit<Landmark, 'type'>[] {
  return sheets.flatMap(({ tree, file, kind: shown }) => {
    if (shown !== 'text') return [];
    return [...elements(tree)].flatMap((element) => {
      const id = element.tagName === kind && !hasClass(element, 'listing') ? idOf(element) : undefined;
      const title = id && captionOf(element, kind === 'figure' ? 'figcaption' : 'caption');
      return title ? [{ title, href: `${file}#${encodeURI(id)}` }] : [];
    });
  });
}

/** A caption without the numbers of notes, and without whom the picture is owed to. */
function captionOf(element: Element, tagName: string): string {
  const caption = [...elements(element)].find((one) => one.tagName === tagName);
  const own = rewrite(caption?.children ?? [], (node) => (isApart(node) ? [] : [node]));
  return textOf({ type: 'root', children: own }).replace(/\s+/g, ' ').trim();
}

function isApart(node: ElementContent): boolean {
  return node.type === 'element' && (node.properties['epub:type'] === 'noteref' || hasClass(node, 'credit'));
}
