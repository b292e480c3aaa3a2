import { type PDFDocument, PDFHexString, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { InternalError } from './internal-error.js';

/**
 * How a reader cites a page: `iv`, `12`, `A-3`, `Cover`. A page whose folio is not printed (a blank verso, an opening)
 * still has the one it counts as; `''` is a page without any.
 */
export type PageLabel = string;

/** A run of pages that count on from `first`, as `/PageLabels` has it (ISO 32000-1, 12.4.2). */
interface Range {
  readonly page: number;
  readonly prefix: string;
  readonly style?: 'D' | 'r' | 'R';
  readonly first: number;
}

/** Writes the labels as the fewest ranges that say the same. */
export function setPageLabels(document: PDFDocument, labels: readonly PageLabel[]): void {
  if (labels.length !== document.getPageCount()) {
    throw new InternalError(
      `There are ${labels.length} page labels for ${document.getPageCount()} printed pages.`,
    );
  }
  const { context, catalog } = document;
  const nums = labelRanges(labels).flatMap(({ page, prefix, style, first }) => [
    PDFNumber.of(page),
    context.obj({
      ...(style && { S: PDFName.of(style) }),
      ...(prefix && { P: PDFHexString.fromText(prefix) }),
      ...(style && first !== 1 && { St: PDFNumber.of(first) }),
    }),
  ]);
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: context.obj(nums) }));
}

function labelRanges(labels: readonly PageLabel[]): Range[] {
  const ranges: Range[] = [];
  for (const [page, label] of labels.entries()) {
    const { prefix, style, first } = parse(label);
    const last = ranges.at(-1);
    const continues =
      last?.style === style && last?.prefix === prefix && (!style || first === last.first + page - last.page);
    if (!continues) ranges.push({ page, prefix, first, ...(style && { style }) });
  }
  return ranges;
}

function parse(label: PageLabel): Omit<Range, 'page'> {
  const number = fromRoman(label.toLowerCase());
  if (number > 0 && label === label.toLowerCase()) return { prefix: '', style: 'r', first: number };
  if (number > 0 && label === label.toUpperCase()) return { prefix: '', style: 'R', first: number };
  // A number with leading zeros keeps them in the prefix.
  const [, prefix = '', digits] = /^(.*?)([1-9]\d{0,8})$/su.exec(label) ?? [];
  return digits ? { prefix, style: 'D', first: Number(digits) } : { prefix: label, first: 1 };
}

const ROMAN = {
  m: 1000,
  cm: 900,
  d: 500,
  cd: 400,
  c: 100,
  xc: 90,
  l: 50,
  xl: 40,
  x: 10,
  ix: 9,
  v: 5,
  iv: 4,
  i: 1,
};

/** The value of a lower-case roman numeral, or 0 if the word is none. */
function fromRoman(word: string): number {
  if (!/^m*(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/.test(word)) return 0;
  const parts = word.match(/cm|cd|xc|xl|ix|iv|[mdclxvi]/g) ?? [];
  return parts.reduce((sum, part) => sum + ROMAN[part as keyof typeof ROMAN], 0);
}
