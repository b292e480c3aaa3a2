import { PDFDict, type PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { mendFigure, mendFormula } from './pdf-figures.js';
import { renumberIds } from './pdf-ids.js';
import { type LinkElement, mendLink } from './pdf-links.js';
import { mendListItem } from './pdf-lists.js';
import { mapRoles } from './pdf-roles.js';
import { mendRuby } from './pdf-ruby.js';
import { kidsOf, roleOf, type StructElement } from './pdf-structure.js';

/**
 * Mends what Chromium's structure tree lacks for PDF/UA-1, without touching the text or its order, in one walk.
 * @param formulas what formulas say
 * @returns the links that were met, for their descriptions
 */
export function mendStructure(document: PDFDocument, formulas: ReadonlySet<string>): LinkElement[] {
  const { context, catalog } = document;
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  if (!root) return [];
  const links: LinkElement[] = [];
  const roles = new Set<string>();
  const described: StructElement[] = [];
  // A stack rather than recursion: quotes can be nested by the thousand.
  const pending = kidsOf(context, root).reverse();
  for (let kid = pending.pop(); kid; kid = pending.pop()) {
    if (!kid.role || !(kid.object instanceof PDFRef) || !(kid.value instanceof PDFDict)) continue;
    const element: StructElement = { ref: kid.object, dict: kid.value, role: kid.role };
    mendListItem(context, element);
    mendFigure(context, element);
    mendRuby(context, element);
    mendFormula(element, formulas);
    const link = mendLink(context, element);
    if (link) links.push(link);
    if (element.dict.has(PDFName.of('ID')) || element.dict.has(PDFName.of('A'))) described.push(element);
    roles.add(roleOf(element.dict) ?? element.role);
    pending.push(...kidsOf(context, element.dict).reverse());
  }
  mapRoles(context, root, roles);
  renumberIds(context, root, described);
  return links;
}
