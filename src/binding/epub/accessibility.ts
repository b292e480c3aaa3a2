import type { Element, Root } from 'hast';
import { imagesShown, isDescribed } from '../documents/flaws.js';
import { elements } from '../documents/rewrite.js';

const AND = new Intl.ListFormat('en');

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
 * Looks at the documents and says what it sees. Images that only decorate (empty alternative text, hidden from screen readers)
 * carry nothing and are not counted.
 * @param moves whether anything in the package may move or flash.
 * @param pages whether the pages of a printed book are marked and listed
 */
export function accessibilityOf(
  trees: readonly (Root | Element)[],
  moves: boolean,
  pages: boolean,
): Accessibility {
  const all = trees.flatMap((tree) => [...elements(tree)]);
  const images = trees.flatMap((tree) => [...imagesShown(tree)]);
  const described = images.every(isDescribed);
  const visual = images.length > 0;
  const math = all.some(({ tagName }) => tagName === 'math');
  const index = all.some(({ properties }) => properties.role === 'doc-index');
  const headed = all.some(({ tagName }) => /^h[1-6]$/.test(tagName));
  return {
    accessMode: ['textual', ...(visual ? ['visual'] : [])],
    accessModeSufficient: [...(described ? ['textual'] : []), ...(visual ? ['textual,visual'] : [])],
    accessibilityFeature: [
      'tableOfContents',
      'readingOrder',
      'displayTransformability',
      ...(headed ? ['structuralNavigation'] : []),
      ...(pages ? ['pageBreakMarkers', 'pageNavigation'] : []),
      ...(index ? ['index'] : []),
      ...(visual && described ? ['alternativeText'] : []),
      ...(math ? ['MathML'] : []),
    ],
    accessibilityHazard: [moves ? 'unknown' : 'none'],
    accessibilitySummary: summary(visual, described, math, pages),
  };
}

function summary(visual: boolean, described: boolean, math: boolean, pages: boolean): string {
  const parts = ['text', ...(math ? ['formulas in MathML'] : []), ...(visual ? ['images'] : [])];
  const content = parts.length > 1 ? `The content is ${AND.format(parts)}` : 'All of the content is text';
  const images = described ? 'which all have alternative text' : 'some of them without alternative text';
  return `${content}${visual ? `, ${images}` : ''}, with a linked table of contents${pages ? ' and the page numbers of the printed book' : ''}.`;
}
