import { type PDFContext, PDFDict, type PDFDocument, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { headingSteps } from './documents/steps.js';
import { mendFigure, mendFormula } from './pdf-figures.js';
import { renumberIds } from './pdf-ids.js';
import { clearKind, readKind } from './pdf-kinds.js';
import { type LinkElement, mendLink } from './pdf-links.js';
import { mendListItem } from './pdf-lists.js';
import { giveMeaning } from './pdf-meaning.js';
import { liftNotes } from './pdf-notes.js';
import { setNextKey } from './pdf-parents.js';
import { mapRoles } from './pdf-roles.js';
import { mendRuby } from './pdf-ruby.js';
import { kidsOf, roleOf, type StructElement, setRole } from './pdf-structure.js';

const ID = PDFName.of('ID');
const A = PDFName.of('A');

/**
 * Mends what Chromium's structure tree lacks for PDF/UA-1, without touching the text or its order, in one walk.
 * @param lang of the document
 * @param formulas what formulas say
 * @returns the links that were met, for their descriptions
 */
export function mendStructure(
  document: PDFDocument,
  lang: string,
  formulas: ReadonlySet<string>,
): LinkElement[] {
  const { context, catalog } = document;
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  if (!root) return [];
  const links: LinkElement[] = [];
  const roles = new Set<string>();
  const described: StructElement[] = [];
  const notes: StructElement[] = [];
  const step = headingSteps(1);
  // A stack rather than recursion: quotes can be nested by the thousand.
  const pending = kidsOf(context, root)
    .map((kid) => ({ kid, lang }))
    .reverse();
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { kid } = next;
    if (!kid.role || !(kid.object instanceof PDFRef) || !(kid.value instanceof PDFDict)) continue;
    const element: StructElement = { ref: kid.object, dict: kid.value, role: kid.role };
    const kind = readKind(element.dict)?.kind;
    const inside = clearKind(element.dict, next.lang);
    const note = kind && giveMeaning(context, element, kind);
    if (note) {
      notes.push(note);
      note.dict.set(ID, PDFString.of(`note-${notes.length}`));
    }
    if (kind !== 'toci') mendListItem(context, element);
    mendHeading(element, step);
    mendSpan(context, element);
    mendFigure(context, element);
    mendRuby(context, element);
    mendFormula(element, formulas);
    const link = mendLink(context, element);
    if (link) links.push(link);
    if (element.dict.has(ID) || element.dict.has(A)) described.push(element);
    roles.add(roleOf(element.dict) ?? element.role);
    for (const below of kidsOf(context, element.dict).reverse()) pending.push({ kid: below, lang: inside });
  }
  liftNotes(context, notes);
  mapRoles(context, root, roles);
  renumberIds(context, root, described);
  setNextKey(context, root);
  return links;
}

/** Headings go down step by step (Matterhorn 14-003), and the first is of the first level (14-002). */
function mendHeading({ dict, role }: StructElement, step: (level: number) => number): void {
  const level = Number(/^H([1-6])$/.exec(role)?.[1] ?? 0);
  if (level) setRole(dict, `H${step(level)}`);
}

/** What is there for its language alone is a piece of text, unless it holds whole blocks. */
function mendSpan(context: PDFContext, { dict, role }: StructElement): void {
  if (role !== 'NonStruct' || roleOf(dict) !== role || !dict.has(PDFName.of('Lang'))) return;
  const blocks = kidsOf(context, dict).some((kid) => kid.role !== undefined && BLOCK.test(kid.role));
  setRole(dict, blocks ? 'Div' : 'Span');
}

const BLOCK = /^(?:P|H[1-6]|L|Table|Div|Sect|Art|Aside|BlockQuote|Figure|Caption)$/;
