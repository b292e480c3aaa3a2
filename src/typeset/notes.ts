import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from '../tree/visit.js';

/** Calls of two notes that stand side by side, 1 and 2, are not one of a twelfth. */
export function partCalls(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    const next = index === undefined ? undefined : parent?.children[index + 1];
    if (index === undefined || !parent || next?.type !== 'element' || !isCall(element) || !isCall(next))
      return;
    parent.children.splice(index + 1, 0, h('sup', ','));
  });
}

/** The raised number that leads to a note. */
function isCall({ tagName, children: [link] }: Element): boolean {
  return tagName === 'sup' && link?.type === 'element' && link.properties.dataFootnoteRef !== undefined;
}

/** A passage that was moved, where it stands now, and the section that it comes from. */
export interface Moved {
  readonly passage: Element;
  readonly from: Root;
}

/**
 * Takes the notes of passages along to the section that they were moved to, and numbers those of all these sections anew, in
 * the order in which they are called there now.
 * @param id of the section that they stand in now
 */
export function carryNotes(moved: readonly Moved[], to: Root, id: string): void {
  const called = new Map<Root, Set<string>>();
  for (const { passage, from } of moved) {
    for (const call of callsIn(passage)) {
      const targets = called.get(from) ?? new Set();
      called.set(from, targets.add(targetOf(call)));
    }
  }
  for (const [from, targets] of called) if (from !== to) carry(targets, from, to, id);
  for (const tree of new Set(called.size ? [...called.keys(), to] : [])) number(tree);
}

function carry(called: ReadonlySet<string>, from: Root, to: Root, id: string): void {
  const still = new Set(callsIn(from).map(targetOf));
  const source = notesOf(from);
  const gone = new Set(
    source?.list.children.filter(
      (child) => child.type === 'element' && called.has(idOf(child)) && !still.has(idOf(child)),
    ),
  );
  if (!source || !gone.size) return;
  source.list.children = source.list.children.filter((child) => !gone.has(child));
  if (!source.list.children.some(({ type }) => type === 'element'))
    from.children = from.children.filter((child) => child !== source.section);
  const into = notesOf(to) ?? begin(source.section, to, id);
  into.list.children.push(...gone);
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
  const title = heading && { ...heading, properties: { ...heading.properties, id: `${id}--notes` } };
  const section: Element = {
    type: 'element',
    tagName: 'section',
    properties: { ...properties },
    children: title ? [title, list] : [list],
  };
  tree.children.push(section);
  return { section, list };
}

function number(tree: Root): void {
  const numbers = new Map<string, number>();
  for (const call of callsIn(tree)) {
    const target = targetOf(call);
    const known = numbers.get(target) ?? numbers.size + 1;
    numbers.set(target, known);
    call.children = [{ type: 'text', value: String(known) }];
  }
  const list = notesOf(tree)?.list;
  if (!list) return;
  const place = (child: ElementContent): number =>
    (child.type === 'element' ? numbers.get(idOf(child)) : undefined) ?? numbers.size + 1;
  list.children = list.children.filter(({ type }) => type === 'element').sort((a, b) => place(a) - place(b));
}

/** The calls in a tree: those of its text, then those of its notes. */
function callsIn(tree: Root | Element): Element[] {
  const calls: Element[] = [];
  const within: Element[] = [];
  visit(tree, 'element', (element) => {
    if (element.properties.dataFootnotes !== undefined && element !== tree) {
      within.push(element);
      return SKIP;
    }
    if (element.properties.dataFootnoteRef !== undefined) calls.push(element);
    return undefined;
  });
  return [...calls, ...within.flatMap((section) => callsIn({ type: 'root', children: section.children }))];
}

function targetOf({ properties: { href } }: Element): string {
  return String(href ?? '').slice(1);
}

function idOf({ properties: { id } }: Element): string {
  return String(id ?? '');
}
