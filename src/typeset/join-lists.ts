import type { Root } from 'hast';
import { LISTS } from '../book/outline.js';
import type { Heading } from '../model/book.js';
import type { Section } from '../model/rendition.js';
import { visit } from '../tree/visit.js';

/** A list with no more lines than this needs no page of its own. */
const BRIEF = 12;
const ROLES: ReadonlySet<string> = new Set(LISTS.map(({ role }) => role));

/**
 * On paper the lists of figures, tables and listings follow one another on one page where either of two is brief, each with its title; a page of
 * three lines, and another, are none that a book has.
 * @returns all sections, and the outline, whose titles stand in the section that has them now
 */
export function joinLists(
  sections: readonly Section[],
  outline: readonly Heading[],
): { sections: Section[]; outline: readonly Heading[] } {
  const joined: Section[] = [];
  const moved = new Map<string, string>();
  let lines = 0;
  for (const section of sections) {
    const last = joined.at(-1);
    const own = isMadeList(section) ? linesIn(section.tree) : 0;
    if (own && last && isMadeList(last) && Math.min(lines, own) <= BRIEF) {
      joined[joined.length - 1] = together(last, section);
      moved.set(section.id, last.id);
    } else joined.push(section);
    lines = own;
  }
  const at = (heading: Heading): Heading => ({
    ...heading,
    section: moved.get(heading.section) ?? heading.section,
  });
  return { sections: joined, outline: moved.size ? outline.map(at) : outline };
}

function isMadeList({ id, role }: Section): boolean {
  return id === `octavo-${role}` && ROLES.has(role);
}

function together(first: Section, second: Section): Section {
  const title = new Intl.ListFormat(first.lang).format([first.title, second.title]);
  const tree: Root = { ...first.tree, children: [...first.tree.children, ...second.tree.children] };
  return { ...first, title, shortTitle: title, tree };
}

function linesIn(tree: Root): number {
  let lines = 0;
  visit(tree, { tagName: 'li' }, () => {
    lines++;
  });
  return lines;
}
