import type { Heading as HeadingNode } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { Book, Chapter, Heading } from '../model/book.js';

/** The book's headings, nested: parts hold their chapters, chapters their sections. Handouts stand apart. */
export function outlineOf(book: Book): Heading[] {
  const top: Heading[] = [];
  const parts = new Map<number, Heading>();
  for (const chapter of book.chapters) {
    if (chapter.role === 'handout' || chapter.role === 'part' || !chapter.listed) continue;
    const part = chapter.part === undefined ? undefined : (parts.get(chapter.part) ?? openPart(chapter.part));
    (part?.children ?? top).push(...headingsOf(chapter, part ? 2 : 1));
  }
  // The index is made by the edition, unless the author wrote one; it is listed all the same.
  const written = book.chapters.some((chapter) => chapter.role === 'index');
  if (book.index.length && !written)
    top.push({
      id: 'octavo-index--title',
      depth: 1,
      title: book.words.index.title,
      section: 'octavo-index',
      children: [],
    });
  return top;

  function openPart(index: number): Heading | undefined {
    const part = book.parts[index];
    if (!part) return undefined;
    const heading: Heading = {
      id: `${part.id}--title`,
      depth: 1,
      title: part.title,
      section: part.id,
      children: [],
    };
    parts.set(index, heading);
    top.push(heading);
    return heading;
  }
}

function headingsOf(chapter: Chapter, depth: number): Heading[] {
  const roots: Heading[] = [];
  const open: { level: number; heading: Heading }[] = [];
  visit(chapter.tree, (node) => {
    if (node.data?.hProperties?.ariaHidden) return SKIP;
    if (node.type !== 'heading') return;
    const { depth: level } = node as HeadingNode;
    const id = node.data?.hProperties?.id;
    const title = textOf(node as HeadingNode);
    if (typeof id !== 'string' || !title.trim()) return;
    while (open.length && (open.at(-1)?.level ?? 0) >= level) open.pop();
    const number = roots.length || open.length ? undefined : chapter.number;
    const heading: Heading = {
      id,
      depth: depth + open.length,
      title,
      number,
      section: chapter.id,
      children: [],
    };
    (open.at(-1)?.heading.children ?? roots).push(heading);
    open.push({ level, heading });
  });
  return roots;
}
