/*
 * Runs inside the page, sent there as its own source.
 */
import type { evenLines as even } from './even-lines.js';
import type { keepFootWords as footWords } from './foot-words.js';
import type { holdColumns as hold } from './held-columns.js';
import type { Hanging } from './hung-signs.js';
import type { lineEnds as ends } from './line-ends.js';
import type { mayHold as may } from './may-hold.js';
import type { holdLines as holds } from './optical-margins.js';
import type { dropHyphens as drop } from './soft-hyphens.js';
import type { textBlocks as blocks, TextBlock } from './text-blocks.js';

declare const keepFootWords: typeof footWords;
declare const holdColumns: typeof hold;
declare const evenLines: typeof even;
declare const lineEnds: typeof ends;
declare const textBlocks: typeof blocks;
declare const mayHold: typeof may;
declare const holdLines: typeof holds;
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
  keepFootWords();
  const { all, blockOf } = textBlocks();
  const found = all.flatMap((own) => {
    const { textAlign } = getComputedStyle(own.block);
    const isHung = hangs && textAlign === 'justify' && mayHold(own);
    const isParted = mayPart(own);
    if (!isHung && !isParted) return [];
    const lines = { ...own, ends: lineEnds(own), hangs: isHung, moves: isParted && isSeenWhole(own) };
    const isHeld = textAlign === 'justify' && own.block instanceof HTMLElement && mayHold(own);
    const even = isHeld ? evenLines(lines, hanging.hyphen) : undefined;
    return [{ ...lines, ...even, moves: lines.moves || !!even }];
  });
  const { tried, takenBack } = holdLines(
    found.filter((own) => own.hangs || (own.moves && mayHold(own))),
    hanging,
    blockOf,
    width,
  );
  const loose = found.filter(({ block }) => !tried.has(block));
  for (const own of loose) dropHyphens(own);
  // The text of what was taken back was in pieces, and is not the same any more.
  const whole = takenBack.size ? textBlocks().all.filter(({ block }) => takenBack.has(block)) : [];
  // What cannot be held is looked at again.
  let again = [...loose.filter(({ moves }) => moves), ...whole].filter(mayPart);
  for (let round = 0; round < ROUNDS; round++) {
    const seen = again.map(({ block, texts }) => ({ block, texts, ends: lineEnds({ block, texts }) }));
    again = seen.filter(dropHyphens).filter(mayPart);
  }

  function mayPart({ texts }: TextBlock): boolean {
    return texts.some(({ data }) => data.includes('\u00ad'));
  }

  /** Lines that are not filled as they come end elsewhere when hyphens are no longer at hand. */
  function isSeenWhole({ block }: TextBlock): boolean {
    return ['pretty', 'balance'].includes(getComputedStyle(block).getPropertyValue('text-wrap-style'));
  }
}
