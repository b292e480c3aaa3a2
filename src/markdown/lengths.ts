import type { Node } from 'unist';
import type { VFile } from 'vfile';
import type { Say } from '../model/notice.js';
import { attributeValid } from './notices.js';

/** Millimetres in each unit; a number alone is in millimetres. */
const UNITS: Readonly<Record<string, number>> = { '': 1, mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72 };

/** What a length may be, in millimetres. */
export interface Limits {
  readonly least: number;
  readonly most: number;
}

/**
 * A length on paper as a stylesheet reads it (`40mm`), from what an author wrote: `40mm`, `4cm`, `1.5in`, `90pt`, `40`. What is
 * none, or too small or large, is reported.
 * @returns `undefined` if none was written, or none that can be used
 */
export function lengthIn(
  value: string | null | undefined,
  name: string,
  { least, most }: Limits,
  file: VFile,
  node: Node,
  say: Say,
): string | undefined {
  if (value === undefined || value === null) return undefined;
  const [, digits = '', unit = ''] = /^\s*(\d{1,5}(?:\.\d{1,3})?)\s*([a-z]*)\s*$/i.exec(value) ?? [];
  const length =
    Math.round(Number(digits || Number.NaN) * (UNITS[unit.toLowerCase()] ?? Number.NaN) * 100) / 100;
  if (length >= least && length <= most) return `${length}mm`;
  say(attributeValid, { name, value, wants: `a length from ${least}mm to ${most}mm` }, { file, node });
  return undefined;
}
