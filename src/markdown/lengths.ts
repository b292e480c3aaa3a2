import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { MM, parseLength } from '../config/trim.js';
import type { Say } from '../model/notice.js';
import { attributeValid } from './notices.js';

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
  const length = Math.round(((parseLength(value, 'mm') ?? Number.NaN) / MM) * 100) / 100;
  if (length >= least && length <= most) return `${length}mm`;
  say(attributeValid, { name, value, wants: `a length from ${least}mm to ${most}mm` }, { file, node });
  return undefined;
}
