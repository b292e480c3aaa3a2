import type { Element, ElementContent, Nodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { h } from 'hastscript';
import type { Handlers, Raw } from 'mdast-util-to-hast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { linkResolves } from '../book/notices.js';
import { targetOf } from '../book/references.js';
import { decode } from '../manuscript/address.js';
import { keptAt } from '../manuscript/assets.js';
import { DEEPEST, nestsReasonably } from '../manuscript/limits.js';
import { nestingIsReasonable } from '../manuscript/notices-limits.js';
import type { Book, Chapter } from '../model/book.js';
import type { Construct } from '../model/construct.js';
import type { Say } from '../model/notice.js';
import type { Medium } from '../model/rendition.js';
import { EXIT, SKIP, visit } from '../tree/visit.js';
import { settlePlaces } from './bare-places.js';
import { settleFigureRows } from './figure-rows.js';
import { notesTitleId, partCalls } from './notes.js';
import { settleIds } from './own-ids.js';
import { tellPassedOver } from './passed-over.js';
import { sanitize } from './sanitize.js';
import { settleSpans } from './spanned-cells.js';
import { settleStrays } from './strays.js';

/** Turns a chapter into HTML for one medium: Markdown by its handlers, the author's own HTML by the allow-list. */
export function toHast(
  chapter: Chapter,
  book: Book,
  medium: Medium,
  constructs: readonly Construct[],
  say: Say,
): Root {
  return settle(asWritten(chapter, medium, constructs, say), chapter, book, say);
}

/** The HTML of a chapter as its Markdown and its author's own HTML have it; not yet safe. */
export function asWritten(
  chapter: Chapter,
  medium: Medium,
  constructs: readonly Construct[],
  say: Say,
): Root {
  const handlers: Handlers = Object.assign(
    {},
    ...constructs.flatMap((construct) => [construct.handlers, construct.handlersFor?.[medium]]),
  );
  const { words } = chapter;
  const mixed = unified()
    .use(remarkRehype, {
      allowDangerousHtml: true,
      clobberPrefix: `${chapter.id}--`,
      footnoteLabel: words.notes,
      footnoteBackLabel: words.backToText,
      handlers,
    })
    .runSync(chapter.tree, chapter.file) as Root;
  return firstRaw(mixed) ? withHtml(mixed, chapter, say) : mixed;
}

/** Makes it safe, and gives everything in it its place in the book. */
export function settle(written: Root, chapter: Chapter, book: Book, say: Say): Root {
  const tree = sanitize(written, chapter, say);
  settleStrays(tree, chapter, say);
  settleIds(tree, chapter, say);
  settleImages(tree, chapter, book);
  settleFigureRows(tree);
  settleSpans(tree);
  settleLinks(tree, chapter, book, say);
  settlePlaces(tree);
  settleNotes(tree, chapter);
  partCalls(tree);
  return tree;
}

/** Reads the author's own HTML; where it is nested beyond reason, the chapter is left without it. */
function withHtml(mixed: Root, chapter: Chapter, say: Say): Root {
  try {
    const whole = raw(mixed, { file: chapter.file }) as Root;
    if (nestsReasonably(whole, chapter.file, say)) {
      tellPassedOver(mixed, whole, chapter, say);
      return whole;
    }
  } catch (error) {
    // Only the depth of its recursion makes it fail.
    if (!(error instanceof RangeError)) throw error;
    say(
      nestingIsReasonable,
      { depth: DEEPEST },
      { file: chapter.file, node: firstRaw(mixed)?.position?.start },
    );
  }
  visit(mixed as Nodes, 'raw', (_, index, parent) => {
    if (index !== undefined) parent?.children.splice(index, 1);
    return [SKIP, index ?? 0];
  });
  return mixed;
}

function firstRaw(tree: Root): Raw | undefined {
  let found: Raw | undefined;
  visit(tree as Nodes, 'raw', (node) => {
    found = node;
    return EXIT;
  });
  return found;
}

/** An image takes the path of its asset and its size; one that could not be read, and was reported, leaves its text. */
function settleImages(tree: Root, chapter: Chapter, book: Book): void {
  let lacks = false;
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName !== 'img' || !parent || index === undefined) return;
    const url = String(element.properties.src ?? '');
    const asset = book.assets.get(keptAt(chapter.file.path, url) ?? '');
    if (!asset) {
      parent.children.splice(index, 1, { type: 'text', value: String(element.properties.alt ?? '') });
      parent.data = { ...parent.data, lacksImage: true } as Element['data'];
      lacks = true;
      return [SKIP, index + 1];
    }
    element.properties.src = asset.path;
    element.properties.alt ??= '';
    if (asset.width && asset.height && !element.properties.width && !element.properties.height) {
      element.properties.width = Math.round(asset.width);
      element.properties.height = Math.round(asset.height);
    }
    return undefined;
  });
  if (lacks) tree.data = { ...tree.data, emptied: dropEmptied(tree) };
}

/** A cell has its place in its row, and a heading its line in the contents. */
const KEPT: ReadonlySet<string> = new Set(['td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/**
 * Takes out what held nothing but images that are not there: a figure, a row of them, a paragraph. What links lead to stays a place.
 * @returns what is gone
 */
function dropEmptied(parent: Root | Element): Element[] {
  const gone: Element[] = [];
  for (const child of [...parent.children]) {
    if (child.type !== 'element') continue;
    const within = dropEmptied(child);
    const lacks = child.data?.lacksImage;
    gone.push(...within);
    if (KEPT.has(child.tagName) || !(lacks || within.length) || child.children.some(shows)) continue;
    const { id } = child.properties;
    const left = id === undefined ? [] : [h('span', { id })];
    parent.children.splice(parent.children.indexOf(child), 1, ...left);
    if (lacks) gone.push(child);
  }
  return gone;
}

function shows(node: ElementContent): boolean {
  return node.type === 'element' || (node.type === 'text' && node.value.trim() !== '');
}

function settleLinks(tree: Root, chapter: Chapter, book: Book, say: Say): void {
  const ids = new Set<string>();
  visit(tree, 'element', (element) => {
    if (typeof element.properties.id === 'string') ids.add(element.properties.id);
  });
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName !== 'a' || !parent || index === undefined) return;
    const { href: url, dataSettled } = element.properties;
    delete element.properties.dataSettled;
    if (typeof url === 'string' && url) {
      // Markdown writes letters beyond ASCII with percent signs; ids are written as they are.
      const place = url.startsWith('#') ? decode(url.slice(1)) : undefined;
      const inBook =
        place === undefined
          ? undefined
          : [...(dataSettled === undefined ? [`${chapter.id}--${place}`] : []), place].find(
              (id) => ids.has(id) || isAnchor(book, id),
            );
      const settled = inBook === undefined ? targetOf(book, chapter, url) : `#${inBook}`;
      if (settled) {
        element.properties.href = settled;
        return;
      }
      say(linkResolves, { url }, { file: chapter.file, node: element });
    }
    // A link that leads nowhere is plain text; an anchor keeps its place.
    delete element.properties.href;
    if (element.properties.id) element.tagName = 'span';
    else {
      parent.children.splice(index, 1, ...element.children);
      return [SKIP, index];
    }
    return undefined;
  });
}

const ANCHORS = new WeakMap<Book['anchors'], Set<string>>();
function isAnchor(book: Book, id: string): boolean {
  let ids = ANCHORS.get(book.anchors);
  if (!ids) {
    ids = new Set([...book.anchors.values()].map((anchor) => anchor.id));
    ANCHORS.set(book.anchors, ids);
  }
  return ids.has(id);
}

/** GFM gives every chapter's notes the same label; here it is one of many, and its heading is no part of the outline. */
function settleNotes(tree: Root, chapter: Chapter): void {
  visit(tree, 'element', (element) => {
    if (String(element.properties.ariaDescribedBy ?? '').includes('footnote-label'))
      delete element.properties.ariaDescribedBy;
    if (element.tagName !== 'section' || element.properties.dataFootnotes === undefined) return;
    const heading = element.children.find(
      (child): child is Element => child.type === 'element' && child.tagName === 'h2',
    );
    if (heading) heading.properties = { id: notesTitleId(chapter.id), className: ['notes-title'] };
    element.children = element.children.filter(
      (child: ElementContent) => child.type !== 'text' || child.value.trim(),
    );
  });
}
