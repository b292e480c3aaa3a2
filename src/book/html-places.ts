import type { Root } from 'mdast';
import { HTML_MARKUP } from '../markdown/html-elements.js';
import type { Anchor, Chapter } from '../model/book.js';
import { visit } from '../tree/visit.js';

const ATTRIBUTE = /(?<![^\s"'/])([^\s"'=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g;

/** Such an id as it is in the book: two chapters may use the same. */
export function bookId(chapter: string, id: string): string {
  return `${chapter}--${id.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`;
}

/** What the author gave an id, or a name as it was once written, in HTML of his own: `<a id="limits"></a>`. */
function htmlIdsIn(tree: Root): Set<string> {
  const ids = new Set<string>();
  visit(tree, 'html', ({ value }) => {
    for (const [, slash, element = '', attributes = ''] of value.matchAll(HTML_MARKUP))
      for (const [, name = '', ...values] of slash ? [] : attributes.matchAll(ATTRIBUTE)) {
        const id = values.find(Boolean);
        if (id && (/^id$/i.test(name) || /^a name$/i.test(`${element} ${name}`))) ids.add(id);
      }
  });
  return ids;
}

/**
 * Enters such places under the address that a link from another file has (`chapter.md#limits`). They are settled when their chapter
 * becomes HTML, where a heading of the same name goes before them: so it does here.
 * @returns what each chapter has of them, as its author wrote it
 */
export function enterHtmlPlaces(
  chapters: readonly Chapter[],
  anchors: Map<string, Anchor>,
): ReadonlyMap<Chapter, ReadonlySet<string>> {
  const places = new Map(chapters.map((chapter) => [chapter, htmlIdsIn(chapter.tree)]));
  for (const [{ id: chapter, file }, ids] of places)
    for (const id of ids) {
      const address = `${file.path}#${id.toLowerCase()}`;
      if (!anchors.has(address)) anchors.set(address, { id: bookId(chapter, id), chapter, title: '' });
    }
  return places;
}
