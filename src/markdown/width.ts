import type { Node } from 'unist';
import type { VFile } from 'vfile';
import type { Say } from '../model/notice.js';
import { attributeValid } from './notices.js';

/** Widths come in steps, each a class of the stylesheet: e-readers know no styles on single elements. */
const STEP = 5;

/** The class for a share of the text's width, `60%`; what is none is reported. */
export function widthClass(value: string, file: VFile, node: Node, say: Say): string[] {
  const share = /^\s*(\d{1,3})\s*%?\s*$/.exec(value)?.[1];
  const percent = Math.round(Number(share) / STEP) * STEP;
  if (share !== undefined && percent >= STEP && percent <= 100) return [`width-${percent}`];
  say(
    attributeValid,
    { name: 'width', value, wants: 'a share of the text’s width from 5% to 100%' },
    { file, node },
  );
  return [];
}
