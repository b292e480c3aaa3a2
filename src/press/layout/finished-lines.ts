/*
 * Runs inside the page, sent there as its own source.
 */
import type { holdColumns as hold } from './held-columns.js';
import type { lineEnds as ends, FinishedLines } from './line-ends.js';
import type { Hanging, OPTICAL_MARGINS } from './optical-margins.js';
import type { dropHyphens as drop } from './soft-hyphens.js';
import type { textBlocks as blocks } from './text-blocks.js';

declare const holdColumns: typeof hold;
declare const lineEnds: typeof ends;
declare const textBlocks: typeof blocks;
declare const mayHang: typeof OPTICAL_MARGINS.mayHang;
declare const hangSigns: typeof OPTICAL_MARGINS.hangSigns;
declare const dropHyphens: typeof drop;

/**
 * Finishes lines that are as they are to be printed: soft hyphens that part no word are taken out, and signs at the edges of justified
 * text hang into the margins. Where lines end is looked for once.
 * @param width of the text block, in CSS pixels
 */
export function finishLines(width: number, hanging: Hanging): void {
  const TOKEN = '--book-hanging-punctuation';
  const hangs = getComputedStyle(document.documentElement).getPropertyValue(TOKEN).trim() === 'both';
  // Columns would be as wide as words that may be parted no more.
  holdColumns([...document.querySelectorAll<HTMLTableElement>('table[data-fit]:not([data-held])')]);
  const { all, blockOf } = textBlocks();
  const justified: FinishedLines[] = [];
  const others: FinishedLines[] = [];
  for (const own of all) {
    const isJustified = hangs && mayHang(own);
    if (isJustified) justified.push({ ...own, ends: lineEnds(own) });
    else if (own.texts.some(({ data }) => data.includes('\u00ad')))
      others.push({ ...own, ends: lineEnds(own) });
  }
  const hung = hangSigns(justified, hanging, blockOf, width);
  for (const own of [...others, ...justified]) if (!hung.has(own.block)) dropHyphens(own);
}
