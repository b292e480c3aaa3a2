import type { TrimSize } from '../model/config.js';

/** An inch, in CSS pixels. */
export const INCH = 96;
/** A millimetre, in CSS pixels. */
export const MM = INCH / 25.4;
const size = (name: string, width: number, height: number, unit: number): TrimSize => ({
  name,
  width: width * unit,
  height: height * unit,
});

/** The paper of most of the world (ISO 216). */
export const A4 = size('a4', 210, 297, MM);

/** Trim sizes by name; widths and heights in CSS pixels. */
export const TRIM_SIZES: readonly TrimSize[] = [
  size('6x9', 6, 9, INCH),
  size('5x8', 5, 8, INCH),
  size('5.5x8.5', 5.5, 8.5, INCH),
  size('a6', 105, 148, MM),
  size('a5', 148, 210, MM),
  size('b5', 176, 250, MM),
  A4,
  size('letter', 8.5, 11, INCH),
];

/** Papers that are printed on at home and at copy shops. */
export const PAPERS: readonly TrimSize[] = [
  A4,
  size('a3', 297, 420, MM),
  size('letter', 8.5, 11, INCH),
  size('legal', 8.5, 14, INCH),
  size('tabloid', 11, 17, INCH),
];

/** No page smaller than a playing card, none larger than a poster, in inches. */
const SMALLEST = 2;
const LARGEST = 40;
const UNITS: Record<string, number> = { in: INCH, mm: MM, cm: MM * 10, pt: INCH / 72, px: 1 };

/** Inches as a ruler and a shop have them: `5.5"`, `5.5 inches`. */
const inches = (text: string): string => text.replace(/\s*(?:["″”]|''|inch(?:es)?\b)/gi, 'in');

/**
 * A length in CSS pixels: `14.2mm`, `.5 in`.
 * @param otherwise the unit of a number that has none
 * @returns `undefined` if it is no length
 */
export function parseLength(text: string, otherwise = ''): number | undefined {
  const match = /^(\d+\.?\d*|\.\d+)\s*([a-z]*)$/.exec(inches(text).trim().toLowerCase());
  const length = Number(match?.[1]) * (UNITS[match?.[2] || otherwise] ?? Number.NaN);
  return Number.isFinite(length) ? length : undefined;
}

/**
 * Understands a trim size: a name (`6x9`, `a5`, `us-letter`) or width × height (`6 x 9 in`, `6" x 9"`, `148mm x 210mm`; inches if no
 * unit is given).
 * @returns the size, or a sentence that says what is wrong with it
 */
export function parseTrim(text: string): TrimSize | string {
  return parseSize(text, TRIM_SIZES, 'size of a page', '140mm x 210mm');
}

/**
 * Understands a paper: a name (`a4`, `tabloid`) or width × height, which is given upright.
 * @returns the paper, or a sentence that says what is wrong with it
 */
export function parsePaper(text: string): TrimSize | string {
  const parsed = parseSize(text.trim().replace(/^ledger$/i, 'tabloid'), PAPERS, 'paper', '320mm x 450mm');
  if (typeof parsed === 'string' || parsed.width <= parsed.height) return parsed;
  return { ...parsed, width: parsed.height, height: parsed.width };
}

/** A paper in words: `A4`, `US Letter`, `320mm × 450mm`. */
export function calledPaper({ name }: TrimSize): string {
  if (/^[ab]\d$/.test(name)) return name.toUpperCase();
  if (/^(?:letter|legal)$/.test(name)) return `US ${capital(name)}`;
  return /^[a-z]+$/.test(name) ? capital(name) : name.replace(/x(?=[\d.])/, ' × ');
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function parseSize(
  text: string,
  sizes: readonly TrimSize[],
  kind: string,
  example: string,
): TrimSize | string {
  const plain = inches(text)
    .trim()
    .toLowerCase()
    .replace(/\s*(×|x|by|,)\s*/, 'x');
  const known = sizes.find((one) => one.name === plain.replace(/^us-/, '').replace(/\s*in(?=x|$)/g, ''));
  if (known) return known;
  const match = /^([\d.]+)\s*([a-z]*)x([\d.]+)\s*([a-z]*)$/.exec(plain);
  const unit = UNITS[match?.[4] || match?.[2] || 'in'];
  const unitOfWidth = UNITS[match?.[2] || match?.[4] || 'in'];
  if (!match || !unit || !unitOfWidth)
    return `is “${text}”, which is no ${kind}; say one of ${sizes.map((one) => one.name).join(', ')}, or a width and height such as ${example}`;
  const width = Number(match[1]) * unitOfWidth;
  const height = Number(match[3]) * unit;
  const fits = [width, height].every((length) => length >= SMALLEST * INCH && length <= LARGEST * INCH);
  if (!fits)
    return `is “${text}”, and cannot be printed; each side must be between ${SMALLEST} and ${LARGEST} inches`;
  return { name: plain, width, height };
}
