import type { Root } from 'mdast';
import type { Anchor, Chapter } from '../model/book.js';
import { visit } from '../tree/visit.js';

/** A comment, or a tag with its attributes; quotation marks may hold a `>`. */
const MARKUP = /<!--[\s\S]*?(?:-->|$)|<([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>/gi;
const ATTRIBUTE = /(?<![^\s"'/])([^\s"'=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g;

/** Such an id as it is in the book: two chapters may use the same. */
export function bookId(chapter: string, id: string): string {
  return `${chapter}--${id.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`;
}

/** What the author gave an id, or a name as it was once written, in HTML of his own: `<a id="limits"></a>`. */
export function htmlIdsIn(tree: Root): Set<string> {
  const ids = new Set<string>();
  visit(tree, 'html', ({ value }) => {
    for (const [, element = '', attributes = ''] of value.matchAll(MARKUP))
      for (const [, name = '', ...values] of attributes.matchAll(ATTRIBUTE)) {
        const id = values.find(Boolean);
        if (id && (/^id$/i.test(name) || /^a name$/i.test(`${element} ${name}`))) ids.add(id);
      }
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
