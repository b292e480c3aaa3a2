import type { Link, List, Nodes, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { BookYaml } from '../../config/keys.js';
import type { ContentsEntry } from '../../config/keys-contents.js';
import { valueValid } from '../../config/notices.js';
import type { At, Say } from '../../model/notice.js';
import type { Folder } from '../../model/workshop.js';
import { lineOf } from '../../tree/text-of.js';
import { decode } from '../address.js';
import { isReasonable } from '../limits.js';
import { readText } from '../text.js';
import type { Foreign } from './foreign.js';

interface Item {
  readonly file: string;
  readonly title: string | undefined;
}

/** A file with spaces in its name, as GitBook took it: no address for Markdown, which would leave the chapter out without a word. */
const SPACED =
  /\]\([ \t]{0,9}((?=[^<>()\n]{0,300}[ \t])(?:[^<>()\n]|\([^<>()\n]{0,300}\)){1,300}\.(?:md|markdown)(?:#[^<>()\s]{0,300})?)[ \t]{0,9}\)/gi;

/** Turns a link of the summary into an entry; one without a target is a chapter that its author has not begun. */
type Enter = (link: Link) => Item[];

/**
 * `SUMMARY.md` of mdBook and HonKit: links before the first list are front matter, a heading opens a part, links after
 * the last list are back matter. Nested items follow their parent, as they do when the book is read.
 * @param base folder that the links are relative to, empty or with a trailing `/`
 * @param at where that folder is named
 */
export async function readSummary(
  folder: Folder,
  base: string,
  say: Say,
  at?: At,
): Promise<Foreign | undefined> {
  const file = await readText(folder, `${base}SUMMARY.md`, say, { at });
  if (!file) return undefined;
  if (!isReasonable(file, say)) return { file, values: {}, unread: true };
  const listing = new Map<string, At>();
  const enter: Enter = (link) => {
    const [address = '', section] = link.url.split('#', 2);
    const path = base + decode(address).replace(/^\.\//, '');
    // HonKit lists pages of the web and sections of a chapter, too: those are elsewhere, and these come with it.
    if (!address || /^[a-z][a-z0-9+.-]*:/i.test(address) || (section !== undefined && listing.has(path)))
      return [];
    listing.set(path, { file, node: link });
    return [{ file: path, title: lineOf(link) || undefined }];
  };
  try {
    const summary = String(file.value).replace(SPACED, '](<$1>)');
    const contents = contentsOf(unified().use(remarkParse).parse(summary), enter);
    return contents && { file, listing, values: { contents } };
  } catch (error) {
    // Lists in lists without end: only the depth of the recursion makes this fail.
    if (!(error instanceof RangeError)) throw error;
    say(valueValid, { key: 'SUMMARY.md', reason: 'is nested too deeply' }, { file });
    return { file, values: {}, unread: true };
  }
}

function contentsOf(tree: Root, enter: Enter): BookYaml['contents'] {
  const front: Item[] = [];
  const body: ContentsEntry[] = [];
  let back: Item[] = [];
  let part: Extract<ContentsEntry, { part: string }> | undefined;
  for (const node of tree.children) {
    if (node.type === 'heading') {
      const title = lineOf(node);
      const begun = body.length || back.length || front.length;
      // The first heading names the summary itself.
      if (begun || node.depth > 1 || !/^(summary|table of contents|contents)$/i.test(title)) {
        part = { part: title, chapters: [] };
        body.push(part);
      }
    } else if (node.type === 'list') {
      const items = itemsOf(node, enter);
      // Loose links between two lists were chapters after all.
      body.push(...back);
      back = [];
      if (part) part.chapters.push(...items);
      else body.push(...items);
    } else if (node.type === 'paragraph') {
      const items = node.children.filter((child) => child.type === 'link').flatMap(enter);
      if (body.some((entry) => 'file' in entry || entry.chapters.length)) back.push(...items);
      else front.push(...items);
    }
  }
  const filled = body.filter((entry) => !('part' in entry) || entry.chapters.length);
  return front.length || filled.length || back.length ? { front, body: filled, back } : undefined;
}

function itemsOf(list: List, enter: Enter): Item[] {
  return list.children.flatMap((item) =>
    item.children.flatMap((child): Item[] => {
      if (child.type === 'list') return itemsOf(child, enter);
      if (child.type !== 'paragraph') return [];
      return child.children.filter((inline: Nodes): inline is Link => inline.type === 'link').flatMap(enter);
    }),
  );
}
