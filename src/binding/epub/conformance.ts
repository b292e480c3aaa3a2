import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Metadata } from '../../model/metadata.js';
import { elements } from '../documents/rewrite.js';
import { imagesShown, isDescribed } from './accessibility.js';

/** As EPUB Accessibility 1.1 wants it written, to the letter. */
export const STANDARD = 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA';

/** Why a book cannot claim to conform, and where. */
export interface Flaw {
  readonly reason: string;
  readonly node: Element | undefined;
}

/**
 * What stands in the way of the claim that a document conforms, as far as a program can tell: WCAG 2.2 1.1.1 (alternative text),
 * 1.3.1 (heads of tables), 2.4.4 (words of links). Steps of headings are mended (`levels.ts`). What a program cannot tell, whether the alternative text is
 * the right one, is the author's to answer for.
 */
export function flawsOf(tree: Root): Flaw[] {
  const flaws: Flaw[] = [];
  for (const node of imagesShown(tree))
    if (!isDescribed(node)) flaws.push({ reason: 'this image has no alternative text', node });
  for (const node of elements(tree)) {
    const { tagName } = node;
    if (tagName === 'table' && ![...elements(node)].some((one) => one.tagName === 'th'))
      flaws.push({ reason: 'this table has no head', node });
    if (tagName === 'a' && node.properties.href !== undefined && !isNamed(node))
      flaws.push({ reason: 'this link has no words', node });
  }
  return flaws;
}

function isNamed(link: Element): boolean {
  if (link.properties.ariaLabel || textOf(link).trim()) return true;
  return [...elements(link)].some(({ properties }) => properties.alt || properties.ariaLabel);
}

/** Who answers for the claim: the publisher, else the authors. */
export function certifierOf({ publisher, authors }: Metadata): string | undefined {
  return publisher?.trim() || authors.map(({ name }) => name).join(', ') || undefined;
}
