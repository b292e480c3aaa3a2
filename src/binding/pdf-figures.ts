import { type PDFContext, PDFName } from '@cantoo/pdf-lib';
import { kidsOf, type StructElement, setRole } from './pdf-structure.js';

/**
 * Makes a `Div` of a `Figure` that only groups others: HTML's `figure` around an image, a table or a listing, with its
 * caption. It has no alternative text of its own (Matterhorn 13-004), and the image in it is the figure that has.
 */
export function mendFigure(context: PDFContext, { dict, role }: StructElement): void {
  if (role !== 'Figure' || dict.has(PDFName.of('Alt'))) return;
  if (kidsOf(context, dict).some((kid) => kid.role !== undefined)) setRole(dict, 'Div');
}
