import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import { directionOf, directionOfText } from '../language/tag.js';
import { textOf } from '../tree/text-of.js';
import type { Attributes } from './braces.js';

/** The language and the direction that an author gave to what a node stands in. */
type Around = Readonly<Record<string, string>>;

/**
 * Notes are shown elsewhere, out of the division or the words whose language they are in, and take that along: where they are written
 * in such a place themselves, or where they are called in one and their letters run the way of its language and not of the chapter's.
 */
export function takeLanguagesAlong(tree: Root, ofChapter: string): void {
  const notes: { note: FootnoteDefinition; around: Around }[] = [];
  const calls = new Map<string, { around: Around; offset: number | undefined }>();
  const walk = (node: Nodes, outside: Around): void => {
    const { lang, dir } = node.data?.attributes?.values ?? {};
    // A language says how it is read as well.
    const around = lang || dir ? { ...(lang ? { lang } : outside), ...(dir ? { dir } : {}) } : outside;
    if (node.type === 'footnoteDefinition') notes.push({ note: node, around });
    if (node.type === 'footnoteReference' && !calls.has(node.identifier))
      calls.set(node.identifier, { around, offset: node.position?.start.offset });
    if ('children' in node) for (const child of node.children) walk(child, around);
  };
  walk(tree, {});
  for (const { note, around } of notes) {
    const call = calls.get(note.identifier);
    // One that is written inside its sentence has the place of its call.
    const isInline = call !== undefined && call.offset === note.position?.start.offset;
    const ofCall = call && (isInline || runsWith(note, call.around, ofChapter)) ? call.around : {};
    const own = Object.keys(around).length ? around : ofCall;
    if (Object.keys(own).length) for (const child of note.children) give(child, own);
  }
}

function runsWith(note: FootnoteDefinition, { lang, dir }: Around, ofChapter: string): boolean {
  const way = dir ?? (lang && directionOf(lang));
  return way !== directionOf(ofChapter) && way === directionOfText(textOf(note));
}

function give(node: Nodes, own: Around): void {
  const { id, classes, values }: Attributes = node.data?.attributes ?? {
    id: undefined,
    classes: [],
    values: {},
  };
  node.data = { ...node.data, attributes: { id, classes, values: { ...own, ...values } } };
}
