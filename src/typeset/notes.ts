import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { Section } from '../model/rendition.js';
import { elementsIn } from '../tree/elements-in.js';
import { SKIP, visit } from '../tree/visit.js';

/** Calls of two notes that stand side by side, 1 and 2, are not one of a twelfth. */
export function partCalls(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    const next = index === undefined ? undefined : parent?.children[index + 1];
    if (index === undefined || !parent || next?.type !== 'element' || !isCall(element) || !isCall(next))
      return;
    parent.children.splice(index + 1, 0, { ...h('sup', ','), data: { partsCalls: true } as Element['data'] });
  });
}

/** The id of what stands above the notes of a section; no title makes one with such a line in it, be it “Notes”. */
export function notesTitleId(section: string): string {
  return `${section}__notes`;
}

/** The raised number that leads to a note. */
export function isCall({ tagName, children: [link] }: Element): boolean {
  return tagName === 'sup' && link?.type === 'element' && link.properties.dataFootnoteRef !== undefined;
}

/** A passage that was moved, where it stands now, and the section that it comes from. */
export interface Moved {
  readonly passage: Element;
  readonly from: Root;
}

/**
 * Takes the notes of passages along to the section that they were moved to.
 * @param id of the section that they stand in now
 * @param alone of where they come from nothing is left that could call a note
 */
export function carryNotes(moved: readonly Moved[], to: Root, id: string, alone = false): void {
  const called = new Map<Root, Set<string>>();
  for (const { passage, from } of moved) {
    for (const call of callsIn(passage)) {
      const targets = called.get(from) ?? new Set();
      called.set(from, targets.add(targetOf(call)));
    }
  }
  for (const [from, targets] of called) if (from !== to) carry(targets, from, to, id, alone);
}

/**
 * Numbers the notes of a book in the order in which they are read, one that is called by a note behind that note.
 * @param through the count goes on from section to section
 */
export function numberNotes(sections: readonly { readonly tree: Root }[], through: boolean): void {
  let count = 0;
  for (const { tree } of sections) count = number(tree, through ? count : 0);
}

/** Takes the notes of all sections to the one that is there for them, under the titles of those that call them. */
export function gatherNotes(sections: readonly Pick<Section, 'role' | 'title' | 'lang' | 'tree'>[]): void {
  const to = sections.find(({ role }) => role === 'endnotes');
  if (!to) return;
  for (const { tree, title, lang } of sections) {
    const notes = tree === to.tree ? undefined : notesOf(tree);
    if (!notes) continue;
    tree.children = tree.children.filter((child) => child !== notes.section);
    for (const child of notes.section.children)
      if (child.type === 'element' && child.tagName === 'h2')
        child.children = [{ type: 'text', value: title }];
    if (lang !== to.lang) notes.section.properties.lang = lang;
    to.tree.children.push(notes.section);
  }
}

function carry(called: Iterable<string>, from: Root, to: Root, id: string, alone: boolean): void {
  const source = notesOf(from);
  if (!source) return;
  const notes = elementsIn(source.list);
  const wanted = withTheirOwn(called, notes);
  const others = notes.filter((note) => !wanted.has(idOf(note)));
  const still = withTheirOwn(alone ? [] : [from, ...others].flatMap(callsIn).map(targetOf), notes);
  const gone = new Set<Element['children'][number]>(
    notes.filter((note) => wanted.has(idOf(note)) && !still.has(idOf(note))),
  );
  if (!gone.size) return;
  source.list.children = source.list.children.filter((child) => !gone.has(child));
  if (!source.list.children.some(({ type }) => type === 'element'))
    from.children = from.children.filter((child) => child !== source.section);
  const into = notesOf(to) ?? begin(source.section, to, id);
  into.list.children.push(...gone);
}

/** Notes that are called, and those that they call. */
function withTheirOwn(called: Iterable<string>, notes: readonly Element[]): Set<string> {
  const all = new Set(called);
  // A set that grows while it is gone through.
  for (const id of all)
    for (const note of notes)
      if (idOf(note) === id) for (const call of callsIn(note)) all.add(targetOf(call));
  return all;
}

interface Notes {
  readonly section: Element;
  readonly list: Element;
}

function notesOf(tree: Root): Notes | undefined {
  const section = tree.children.find(
    (child): child is Element => child.type === 'element' && child.properties.dataFootnotes !== undefined,
  );
  const list = section?.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'ol',
  );
  return section && list && { section, list };
}

/** Notes for a section that had none, under the same words as those of the other. */
function begin({ properties, children }: Element, tree: Root, id: string): Notes {
  const list = h('ol');
  const heading = children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'h2',
  );
  const title = heading && { ...heading, properties: { ...heading.properties, id: notesTitleId(id) } };
  const section: Element = {
    type: 'element',
    tagName: 'section',
    properties: { ...properties },
    children: title ? [title, list] : [list],
  };
  tree.children.push(section);
  return { section, list };
}

/** @returns the number of the last note */
function number(tree: Root, from: number): number {
  const list = notesOf(tree)?.list;
  if (!list) return from;
  const notes = new Map(
    list.children.flatMap((child) => (child.type === 'element' ? [[idOf(child), child]] : [])),
  );
  const numbers = new Map<string, number>();
  const waiting = callsIn(tree).reverse();
  for (let call = waiting.pop(); call; call = waiting.pop()) {
    const target = targetOf(call);
    const known = numbers.get(target);
    call.children = [{ type: 'text', value: String(known ?? from + numbers.size + 1) }];
    if (known !== undefined) continue;
    numbers.set(target, from + numbers.size + 1);
    const note = notes.get(target);
    if (note) waiting.push(...callsIn({ type: 'root', children: [note] }).reverse());
  }
  const place = (note: Element): number => numbers.get(idOf(note)) ?? Number.POSITIVE_INFINITY;
  list.children = [...notes.values()].sort((a, b) => place(a) - place(b) || 0);
  if (from) list.properties.start = from + 1;
  return from + numbers.size;
}

/** The calls in the text of a tree, without those of its notes. */
function callsIn(tree: Root | Element): Element[] {
  const calls: Element[] = [];
  visit(tree, 'element', (element) => {
    if (element.properties.dataFootnotes !== undefined && element !== tree) return SKIP;
    if (element.properties.dataFootnoteRef !== undefined) calls.push(element);
    return undefined;
  });
  return calls;
}

function targetOf({ properties: { href } }: Element): string {
  return String(href ?? '').slice(1);
}

function idOf({ properties: { id } }: Element): string {
  return String(id ?? '');
}

declare module 'hast' {
  interface ElementData {
    /** A comma between the calls of two notes, which goes where they go. */
    partsCalls?: boolean;
  }
}
