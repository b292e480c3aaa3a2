import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { MM, parseLength } from '../config/trim.js';
import type { Say } from '../model/notice.js';
import { attributeValid } from './notices.js';

/** Widths come in steps, each a class of the stylesheet: e-readers know no styles on single elements. */
const STEP = 5;

/** What an image may be wide, in CSS pixels: from a millimetre to a metre. More than the text no image takes. */
const LEAST = MM;
const MOST = 1000 * MM;

const SHARE = 'a share of the text’s width from 5% to 100%';

/** The class for a share of the text's width, `60%`; what is none is reported. */
export function widthClass(value: string, file: VFile, node: Node, say: Say): string[] {
  const found = shareIn(value);
  if (!found.length) say(attributeValid, { name: 'width', value, wants: SHARE }, { file, node });
  return found;
}

/** How wide an image is: a class for a share of the text's width, or CSS pixels for a length. */
export interface Width {
  readonly className?: string[];
  readonly width?: number;
}

/** Understands how wide an image is to be, `60%` or `5cm`; what is neither is reported. */
export function widthOf(value: string, file: VFile, node: Node, say: Say): Width {
  const className = shareIn(value);
  if (className.length) return { className };
  // A number that is no share is one of pixels, as in HTML.
  const width = parseLength(value, Number(value) > 100 ? 'px' : '') ?? 0;
  if (width >= LEAST && width <= MOST) return { width: Math.round(width) };
  const wants = `${SHARE}, or a length with its unit: 50mm, 5cm, 2in, 150pt or 200px`;
  say(attributeValid, { name: 'width', value, wants }, { file, node });
  return {};
}

/** The class for a share of the text’s width, if it is one. */
export function shareIn(value: string): string[] {
  const share = /^\s*(\d{1,3})\s*%?\s*$/.exec(value)?.[1];
  const percent = Math.round(Number(share) / STEP) * STEP;
  return share !== undefined && percent >= STEP && percent <= 100 ? [`width-${percent}`] : [];
}
