import type { Link, List, Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import type { BookYaml, ContentsEntry } from '../../config/keys.js';
import type { Say } from '../../model/notice.js';
import type { Folder } from '../../model/workshop.js';
import { readText } from '../text.js';

/** A book's configuration as another tool wrote it, in our words. */
export interface Foreign {
  readonly values: BookYaml;
  readonly file: VFile;
}

interface Item {
  readonly file: string;
  readonly title: string;
}

/**
 * `SUMMARY.md` of mdBook and HonKit: links before the first list are front matter, a heading opens a part, links after
 * the last list are back matter. Nested items follow their parent, as they do when the book is read.
 * @param base folder that the links are relative to, empty or with a trailing `/`
 */
export async function readSummary(folder: Folder, base: string, say: Say): Promise<Foreign | undefined> {
  const file = await readText(folder, `${base}SUMMARY.md`, say);
  if (!file) return undefined;
  const tree: Root = unified().use(remarkParse).parse(file);
  const front: Item[] = [];
  const body: ContentsEntry[] = [];
  let back: Item[] = [];
  let part: Extract<ContentsEntry, { part: string }> | undefined;
  for (const node of tree.children) {
    if (node.type === 'heading') {
      const title = textOf(node);
      // The first heading names the summary itself.
      if (
        body.length ||
        back.length ||
        front.length ||
        node.depth > 1 ||
        !/^(summary|table of contents|contents)$/i.test(title)
      ) {
        part = { part: title, chapters: [] };
        body.push(part);
      }
    } else if (node.type === 'list') {
      const items = itemsOf(node, base);
      // Loose links between two lists were chapters after all.
      body.push(...back);
      back = [];
      if (part) part.chapters.push(...items);
      else body.push(...items);
    } else if (node.type === 'paragraph') {
      const items = node.children
        .filter((child) => child.type === 'link')
        .flatMap((link) => itemOf(link, base));
      if (body.some((entry) => 'file' in entry || entry.chapters.length)) back.push(...items);
      else front.push(...items);
    }
  }
  const filled = body.filter((entry) => !('part' in entry) || entry.chapters.length);
  if (!front.length && !filled.length && !back.length) return undefined;
  return { file, values: { contents: { front, body: filled, back } } };
}

function itemsOf(list: List, base: string): Item[] {
  return list.children.flatMap((item) =>
    item.children.flatMap((child): Item[] => {
      if (child.type === 'list') return itemsOf(child, base);
      if (child.type !== 'paragraph') return [];
      return child.children
        .filter((inline: Nodes): inline is Link => inline.type === 'link')
        .flatMap((link) => itemOf(link, base));
    }),
  );
}

/** A link without a target is a chapter that its author has not begun. */
function itemOf(link: Link, base: string): Item[] {
  const path = decodeURI(link.url.replace(/#.*$/, '')).replace(/^\.\//, '');
  return path ? [{ file: base + path, title: textOf(link) }] : [];
}
