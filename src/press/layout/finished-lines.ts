/*
 * Runs inside the page, sent there as its own source.
 */
import type { holdColumns as hold } from './held-columns.js';
import type { lineEnds as ends } from './line-ends.js';
import type { Hanging, OPTICAL_MARGINS } from './optical-margins.js';
import type { dropHyphens as drop } from './soft-hyphens.js';
import type { textBlocks as blocks, TextBlock } from './text-blocks.js';

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
  /** A paragraph is looked at in as many, while fewer of its words are parted. */
  const ROUNDS = 4;
  const TOKEN = '--book-hanging-punctuation';
  const hangs = getComputedStyle(document.documentElement).getPropertyValue(TOKEN).trim() === 'both';
  // Columns would be as wide as words that may be parted no more.
  holdColumns([...document.querySelectorAll<HTMLTableElement>('table[data-fit]:not([data-held])')]);
  const { all, blockOf } = textBlocks();
  const justified = hangs ? all.filter(mayHang).map((own) => ({ ...own, ends: lineEnds(own) })) : [];
  const isJustified = new Set(justified.map(({ block }) => block));
  const others = all
    .filter((own) => !isJustified.has(own.block) && mayPart(own))
    .map((own) => ({ ...own, ends: lineEnds(own) }));
  const hung = hangSigns(justified, hanging, blockOf, width);
  const loose = [...others, ...justified.filter(({ block }) => !hung.has(block))];
  for (const own of loose) dropHyphens(own);
  // Where the browser looks at a paragraph as a whole it ends lines elsewhere without hyphens that were at hand before.
  let again = loose.filter((own) => mayPart(own) && isSeenWhole(own));
  for (let round = 0; round < ROUNDS; round++) {
    const seen = again.map(({ block, texts }) => ({ block, texts, ends: lineEnds({ block, texts }) }));
    again = seen.filter(dropHyphens).filter(mayPart);
  }

  function mayPart({ texts }: TextBlock): boolean {
    return texts.some(({ data }) => data.includes('\u00ad'));
  }

  function isSeenWhole({ block }: TextBlock): boolean {
    return ['pretty', 'balance'].includes(getComputedStyle(block).getPropertyValue('text-wrap-style'));
  }
}
