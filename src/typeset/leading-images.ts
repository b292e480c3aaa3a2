import type { Element, Root } from 'hast';
import { addClass } from '../tree/classes.js';
import { visit } from '../tree/visit.js';

/** What an image may stand in and still be what its paragraph begins with. */
const AROUND = /^(?:a|em|strong|span|picture)$/;

/** Marks paragraphs that begin with an image: an indent would push one that is as wide as the text off the page. */
export function markLeadingImages(tree: Root): void {
  visit(tree, { tagName: 'p' }, (paragraph) => {
    if (paragraph.type === 'element' && beginsWithImage(paragraph)) addClass(paragraph, 'begins-with-image');
  });
}

function beginsWithImage({ children }: Element): boolean {
  const first = children.find((child) => child.type !== 'text' || child.value.trim());
  if (first?.type !== 'element') return false;
  return first.tagName === 'img' || (AROUND.test(first.tagName) && beginsWithImage(first));
}
