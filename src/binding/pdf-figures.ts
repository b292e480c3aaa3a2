import { type PDFContext, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { kidsOf, type StructElement, setRole } from './pdf-structure.js';

/**
 * Makes a `Div` of a `Figure` that only groups others: HTML's `figure` around an image, a table or a listing, with its
 * caption. It has no alternative text of its own (Matterhorn 13-004), and the image in it is the figure that has.
 */
export function mendFigure(context: PDFContext, { dict, role }: StructElement): void {
  if (role !== 'Figure' || dict.has(PDFName.of('Alt'))) return;
  if (kidsOf(context, dict).some((kid) => kid.role !== undefined)) setRole(dict, 'Div');
}

/** Calls a formula, which Chromium knows only as a picture that says its TeX, by its name (Matterhorn 17-002). */
export function mendFormula({ dict, role }: StructElement, formulas: ReadonlySet<string>): void {
  if (role !== 'Figure') return;
  const said = dict.lookupMaybe(PDFName.of('Alt'), PDFString, PDFHexString)?.decodeText();
  if (said !== undefined && formulas.has(said)) setRole(dict, 'Formula');
}
