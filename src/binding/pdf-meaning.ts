import type { PDFContext } from '@cantoo/pdf-lib';
import type { Kind } from './pdf-kinds.js';
import { mendDefinitions } from './pdf-lists.js';
import { type Kid, type StructElement, setRole, wrapKids } from './pdf-structure.js';

/** What an element is called, of whatever kind it is (ISO 32000-1, 14.8.4); those of lists have what they hold put into one, too. */
const ROLES: Partial<Record<Kind, string>> = {
  sect: 'Sect',
  index: 'Index',
  toc: 'TOC',
  toci: 'TOCI',
  ref: 'Reference',
  dl: 'L',
};

/**
 * Calls an element what it is.
 * @returns the note, if it is one: it needs an id (Matterhorn 19-003)
 */
export function giveMeaning(
  context: PDFContext,
  element: StructElement,
  kind: Kind,
): StructElement | undefined {
  const role = ROLES[kind];
  if (role) setRole(element.dict, role);
  switch (kind) {
    case 'dl':
      mendDefinitions(context, element);
      return undefined;
    case 'toci':
      // A line of the contents is a reference, with the lines under it beside that (table 335).
      wrapKids(context, element, (kid) => kid.role !== undefined && !isList(kid), 'Reference');
      return undefined;
    case 'bib':
      wrapKids(context, element, isSaid, 'BibEntry');
      return undefined;
    case 'note':
      if (element.role === 'LI') return wrapKids(context, element, isSaid, 'Note');
      setRole(element.dict, 'Note');
      return element;
    default:
      return undefined;
  }
}

function isSaid({ role }: Kid): boolean {
  return role !== undefined && role !== 'Lbl';
}

function isList({ role }: Kid): boolean {
  return role === 'L';
}
