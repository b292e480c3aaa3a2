import type { Root } from 'mdast';
import type { Anchor, Chapter } from '../model/book.js';
import { visit } from '../tree/visit.js';

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const NAMED = /<(?:[a-z][^<>]*?\sid|a\s[^<>]*?\bname)\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s"'>]+))/gi;

/** Such an id as it is in the book: two chapters may use the same. */
export function bookId(chapter: string, id: string): string {
  return `${chapter}--${id.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`;
}

/** What the author gave an id, or a name as it was once written, in HTML of his own: `<a id="limits"></a>`. */
export function htmlIdsIn(tree: Root): Set<string> {
  const ids = new Set<string>();
  visit(tree, 'html', ({ value }) => {
    for (const [, ...quoted] of value.replace(COMMENT, '').matchAll(NAMED))
      ids.add(quoted.find(Boolean) ?? '');
  });
  return ids;
}

/**
 * Enters such places under the address that a link from another file has (`chapter.md#limits`). They are settled when their chapter
 * becomes HTML, where a heading of the same name goes before them: so it does here.
 */
export function enterHtmlPlaces(chapters: readonly Chapter[], anchors: Map<string, Anchor>): void {
  for (const { id: chapter, file, tree } of chapters)
    for (const id of htmlIdsIn(tree)) {
      const address = `${file.path}#${id.toLowerCase()}`;
      if (!anchors.has(address)) anchors.set(address, { id: bookId(chapter, id), chapter, title: '' });
    }
}
