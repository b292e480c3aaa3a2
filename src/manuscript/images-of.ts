import { fromHtml } from 'hast-util-from-html';
import type { Definition, Html, Image, Root } from 'mdast';
import { visit } from '../tree/visit.js';

/** The addresses of all images that a chapter shows, in Markdown or HTML, each with the node that names it. */
export function* imagesOf(tree: Root): Generator<[string, Image | Html | Definition]> {
  const found: [string, Image | Html | Definition][] = [];
  const used = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'image') found.push([node.url, node]);
    else if (node.type === 'imageReference') used.add(node.identifier);
    else if (node.type === 'html') for (const src of sourcesIn(node.value)) found.push([src, node]);
  });
  visit(tree, 'definition', (node) => {
    if (used.has(node.identifier)) found.push([node.url, node]);
  });
  yield* found;
}

function sourcesIn(html: string): string[] {
  if (!/<(img|image|source)\b/i.test(html)) return [];
  const sources: string[] = [];
  try {
    visit(fromHtml(html, { fragment: true }), 'element', (element) => {
      if (element.tagName === 'img' && typeof element.properties.src === 'string')
        sources.push(element.properties.src);
    });
  } catch (error) {
    // HTML that is nested beyond reason is refused when the chapter becomes HTML.
    if (!(error instanceof RangeError)) throw error;
  }
  return sources;
}
