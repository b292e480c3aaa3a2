import type { PDFContext } from '@cantoo/pdf-lib';
import { type Kid, type StructElement, wrapKids } from './pdf-structure.js';

/** Puts the text under a ruby into an `RB` (ISO 32000-1, table 338; Matterhorn 09-007): Chromium tags only what is above it. */
export function mendRuby(context: PDFContext, element: StructElement): void {
  if (element.role === 'Ruby') wrapKids(context, element, isBase, 'RB');
}

const isBase = ({ role }: Kid) => role !== undefined && role !== 'RB' && role !== 'RT' && role !== 'RP';
