import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { DECORATIVE, hasClass } from '../../tree/classes.js';
import { elements } from './rewrite.js';

/** Why a book cannot claim to conform, and where. */
export interface Flaw {
  readonly reason: string;
  readonly node: Element | undefined;
}

declare module 'hast' {
  interface ElementData {
    /** Something in it is an image that could not be shown, and left its words. */
    lacksImage?: boolean;
  }
  interface RootData {
    /** What showed nothing else, and is not in it any more. */
    emptied?: Element[];
  }
}

/**
 * What stands in the way of the claim that a document conforms, as far as a program can tell: WCAG 2.2 1.1.1 (alternative text, and an
 * image for it), 1.3.1 (heads of tables), 2.4.4 (words of links), 2.4.6 (words of headings). Steps of headings are mended (`steps.ts`). What a
 * program cannot tell, whether the alternative text is the right one, is the author's to answer for.
 */
export function flawsOf(tree: Root): Flaw[] {
  const flaws: Flaw[] = [];
  for (const node of imagesShown(tree))
    if (!isDescribed(node)) flaws.push({ reason: 'this image has no alternative text', node });
  for (const node of tree.data?.emptied ?? []) flaws.push({ reason: 'an image is missing here', node });
  for (const node of elements(tree)) {
    const { tagName } = node;
    if (node.data?.lacksImage) flaws.push({ reason: 'an image is missing here', node });
    if (/^h[1-6]$/.test(tagName) && !isNamed(node)) flaws.push({ reason: 'this heading has no words', node });
    if (tagName === 'table' && ![...elements(node)].some((one) => one.tagName === 'th'))
      flaws.push({ reason: 'this table has no head', node });
    if (tagName === 'a' && node.properties.href !== undefined && !isNamed(node))
      flaws.push({ reason: 'this link has no words', node });
  }
  return flaws;
}

function isNamed(element: Element): boolean {
  if (element.properties.ariaLabel || textOf(element).trim()) return true;
  return [...elements(element)].some(({ properties }) => properties.alt || properties.ariaLabel);
}

/** Images that say something; what is drawn inside a drawing is part of it. */
export function* imagesShown(tree: Root | Element): Generator<Element> {
  for (const child of tree.children) {
    if (child.type !== 'element' || decorates(child)) continue;
    // A drawing whose text is there to be read speaks for itself.
    const reads = child.properties.dataRead !== undefined;
    if (child.tagName === 'img' || (child.tagName === 'svg' && !reads)) yield child;
    else yield* imagesShown(child);
  }
}

/** What its author calls decoration says nothing, and needs no words. */
function decorates(element: Element): boolean {
  const { role, ariaHidden } = element.properties;
  return (
    String(ariaHidden) === 'true' ||
    hasClass(element, DECORATIVE) ||
    (/^(?:img|svg)$/.test(element.tagName) && (role === 'presentation' || role === 'none'))
  );
}

export function isDescribed({ tagName, properties, children }: Element): boolean {
  if (properties.ariaLabel || properties.ariaLabelledBy) return true;
  if (tagName === 'img') return Boolean(properties.alt);
  return children.some(
    (child) => child.type === 'element' && child.tagName === 'title' && child.children.length > 0,
  );
}
