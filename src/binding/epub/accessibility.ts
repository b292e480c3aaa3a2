import type { Element, Root } from 'hast';
import { elements } from '../documents/rewrite.js';

/** What can truly be said of how the book can be read (schema.org terms, as EPUB Accessibility 1.1 asks). */
export interface Accessibility {
  readonly accessMode: readonly string[];
  readonly accessModeSufficient: readonly string[];
  readonly accessibilityFeature: readonly string[];
  readonly accessibilityHazard: readonly string[];
  /** One sentence in English. */
  readonly accessibilitySummary: string;
}

/**
 * Looks at the documents and says what it sees; it claims no conformance. Images that only decorate (empty alternative
 * text, hidden from screen readers) carry nothing and are not counted.
 * @param moves whether anything in the package may move or flash.
 */
export function accessibilityOf(trees: readonly (Root | Element)[], moves: boolean): Accessibility {
  const all = trees.flatMap((tree) => [...elements(tree)]);
  const images = trees.flatMap((tree) => [...imagesShown(tree)]);
  const described = images.every(isDescribed);
  const visual = images.length > 0;
  const math = all.some(({ tagName }) => tagName === 'math');
  const headed = all.some(({ tagName }) => /^h[1-6]$/.test(tagName));
  return {
    accessMode: ['textual', ...(visual ? ['visual'] : [])],
    accessModeSufficient: [...(described ? ['textual'] : []), ...(visual ? ['textual,visual'] : [])],
    accessibilityFeature: [
      'tableOfContents',
      'readingOrder',
      ...(headed ? ['structuralNavigation'] : []),
      ...(visual && described ? ['alternativeText'] : []),
      ...(math ? ['MathML'] : []),
    ],
    accessibilityHazard: [moves ? 'unknown' : 'none'],
    accessibilitySummary: summary(visual, described),
  };
}

function summary(visual: boolean, described: boolean): string {
  if (!visual) return 'All of the content is text, with a linked table of contents.';
  return described
    ? 'The content is text and images, which all have alternative text, with a linked table of contents.'
    : 'The content is text and images, some of them without alternative text, with a linked table of contents.';
}

/** Images that say something; what is drawn inside a drawing is part of it. */
function* imagesShown(tree: Root | Element): Generator<Element> {
  for (const child of tree.children) {
    if (child.type !== 'element' || String(child.properties.ariaHidden) === 'true') continue;
    if (child.tagName !== 'img' && child.tagName !== 'svg') yield* imagesShown(child);
    else if (!decorates(child)) yield child;
  }
}

function decorates({ tagName, properties: { role, alt } }: Element): boolean {
  return (tagName === 'img' && alt === '') || role === 'presentation' || role === 'none';
}

function isDescribed({ tagName, properties, children }: Element): boolean {
  if (properties.ariaLabel || properties.ariaLabelledBy) return true;
  if (tagName === 'img') return typeof properties.alt === 'string';
  return children.some(
    (child) => child.type === 'element' && child.tagName === 'title' && child.children.length > 0,
  );
}
