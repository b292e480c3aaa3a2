import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { filled } from '../language/words.js';
import { madeSection } from '../matter/section.js';
import type { Heading } from '../model/book.js';
import type { Rendition, Section } from '../model/rendition.js';
import { hasClass } from '../tree/classes.js';
import { EXIT, visit } from '../tree/visit.js';
import { dropDeadLinks, idsIn } from '../typeset/dead-links.js';
import { line } from '../typeset/line.js';
import { listLine } from '../typeset/lists.js';
import { decoded } from './documents/links.js';
import { ownBook } from './own-book.js';

/** How much of the text is given away: what stores show of a book, as a rule. */
const SHARE = 0.1;
/** A chapter that is more of the book than this is not given away whole. */
const MUCH = 0.25;

/**
 * The beginning of a book as a book of its own: another title, no number of a book that is sold, none of the later chapters and
 * nothing that leads to them, and the way to the whole book at the end.
 */
export function beginningOf(rendition: Rendition): Rendition {
  const rest = wayToTheRest(rendition);
  const kept = [...firstOf(rendition.sections), rest].map((section) => ({
    ...section,
    tree: structuredClone(section.tree),
  }));
  for (const { id, tree } of kept) {
    if (id === 'octavo-titlepage') sayWhatItIs(tree, rendition.words.sample.title);
    if (id === 'octavo-toc') listTheRest(tree, rest);
  }
  const lists = new Set(kept.filter(({ tree }) => listsSomething(tree)));
  dropDeadLinks(kept);
  // A page of lists that list nothing any more.
  const sections = kept.filter((section) => !lists.has(section) || !section.tree.children.every(saysNothing));
  if (sections.length < kept.length) dropDeadLinks(sections);
  const last: Heading = { id: headingOf(rest), section: rest.id, title: rest.title, depth: 1, children: [] };
  return {
    ...rendition,
    metadata: ownBook(rendition.metadata, 'sample', rendition.words.sample.title),
    sections,
    outline: [...outlineOf(rendition.outline, idsIn(sections)), last],
  };
}

/** All that stands before the text, and whole chapters of it, one at least, as far as they are no more than their share. */
function firstOf(sections: readonly Section[]): Section[] {
  const lengthOf = (section: Section): number => textOf(section.tree).length;
  const body = sections.filter(({ matter }) => matter === 'body');
  const all = body.reduce((sum, section) => sum + lengthOf(section), 0);
  const kept = sections.filter(({ matter }) => matter === 'front').map(unnumbered);
  /** Pages of parts wait for the first chapter of theirs. */
  let waiting: Section[] = [];
  let given = 0;
  let chapters = 0;
  for (const section of body) {
    if (section.role === 'part') {
      waiting.push(section);
      continue;
    }
    const length = lengthOf(section);
    if (chapters && given + length > all * SHARE) break;
    kept.push(...waiting, length > all * MUCH ? cut(section, all * SHARE) : section);
    waiting = [];
    given += length;
    chapters++;
  }
  return kept;
}

/** Without the ISBN of the book, which is not that of the sample. */
function unnumbered(section: Section): Section {
  if (section.role !== 'copyright-page') return section;
  const children = section.tree.children.filter((node) => node.type !== 'element' || !hasClass(node, 'isbn'));
  return { ...section, tree: { ...section.tree, children } };
}

/** The beginning of a chapter: whole blocks, no heading at the end, and only the notes that are called in it. */
function cut(section: Section, most: number): Section {
  const blocks: Root['children'] = [];
  let given = 0;
  for (const block of section.tree.children) {
    if (given >= most) break;
    blocks.push(block);
    given += textOf(block as Element).length;
  }
  while (isHeading(blocks.at(-1)) && blocks.length > 1) blocks.pop();
  const called = new Set<string>();
  for (const block of blocks)
    visit(block as Element, 'element', ({ properties }) => {
      if (properties.dataFootnoteRef !== undefined) called.add(decoded(String(properties.href).slice(1)));
    });
  const notes = section.tree.children.filter(
    (block): block is Element => block.type === 'element' && block.properties.dataFootnotes !== undefined,
  );
  const kept = called.size ? notes.map((list) => onlyCalled(list, called)) : [];
  return {
    ...section,
    tree: {
      ...section.tree,
      children: [...blocks.filter((one) => !notes.includes(one as Element)), ...kept],
    },
  };
}

function onlyCalled(list: Element, called: ReadonlySet<string>): Element {
  const isCalled = (node: ElementContent): boolean =>
    node.type !== 'element' || node.tagName !== 'li' || called.has(decoded(String(node.properties.id)));
  const children = list.children.map((child) =>
    child.type === 'element' && child.tagName === 'ol'
      ? { ...child, children: child.children.filter(isCalled) }
      : child,
  );
  return { ...list, children };
}

function listsSomething(tree: Root): boolean {
  let lists = false;
  visit(tree, 'element', (element) => {
    lists ||= hasClass(element, 'toc-line');
    return lists ? EXIT : undefined;
  });
  return lists;
}

function saysNothing(node: Root['children'][number]): boolean {
  return isHeading(node) || (node.type === 'text' && !node.value.trim());
}

function isHeading(node: Root['children'][number] | undefined): boolean {
  return node?.type === 'element' && /^h[1-6]$/.test(node.tagName);
}

/** The last page: that this was not all, and where the rest is to be had. */
function wayToTheRest({ words, metadata }: Rendition): Section {
  const { whole, end } = words.sample;
  const { url, title } = metadata;
  const id = 'octavo-sample';
  const children = [
    h('h1', { id: headingOf({ id }) }, whole),
    h('p', filled(end, { title })),
    ...(url ? [h('p', h('a', { href: url }, url))] : []),
  ];
  const made = madeSection({ metadata }, 'colophon', 'back', whole, children);
  return { ...made, id, listed: true };
}

function headingOf({ id }: Pick<Section, 'id'>): string {
  return `${id}--title`;
}

/** The title page says below the title that this is not all. */
function sayWhatItIs(titlePage: Root, word: string): void {
  const above = titlePage.children.findLastIndex(
    (child) => child.type === 'element' && (child.tagName === 'h1' || hasClass(child, 'subtitle')),
  );
  titlePage.children.splice(above + 1, 0, ...line('sample-word', word));
}

/** The contents end with the way to the rest. */
function listTheRest(contents: Root, rest: Section): void {
  const list = contents.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'ol',
  );
  list?.children.push(h('li', [listLine(headingOf(rest), rest.title)]));
}

/** Headings that are there; what stood under one that is not moves up. */
function outlineOf(headings: readonly Heading[], shown: ReadonlySet<string>): Heading[] {
  return headings.flatMap((heading): Heading[] => {
    const children = outlineOf(heading.children, shown);
    return shown.has(heading.id) ? [{ ...heading, children }] : children;
  });
}
