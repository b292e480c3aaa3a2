import type { Image, ImageReference, Nodes, PhrasingContent, Root } from 'mdast';
import { visit } from '../tree/visit.js';

/**
 * Takes a slanted line right below a picture, where the paragraph holds nothing else, for what the picture has below it: so captions are
 * written for sites that show no titles. One that has a title has its caption.
 * @param titled whether a picture has a title, with its address or where that is defined
 * @returns the words, by their picture
 */
export function takeLinesBelow(
  tree: Root,
  titled: (picture: Image | ImageReference) => boolean,
): ReadonlyMap<Nodes, PhrasingContent[]> {
  const found = new Map<Nodes, PhrasingContent[]>();
  visit(tree, 'paragraph', (paragraph, _, parent) => {
    // Lines of verse are lines, and what an item shows stands in its line.
    if (parent?.type === 'listItem' || (parent?.type === 'containerDirective' && parent.name === 'verse'))
      return;
    const [picture, gap, line, ...others] = paragraph.children;
    if (picture?.type !== 'image' && picture?.type !== 'imageReference') return;
    if (line?.type !== 'emphasis' || others.length || titled(picture)) return;
    const isGap = gap?.type === 'break' || (gap?.type === 'text' && /^[ \t]*\r?\n[ \t]*$/.test(gap.value));
    if (!isGap || line.data) return;
    paragraph.children = [picture];
    found.set(picture, line.children);
  });
  return found;
}
