import type { Element, Properties } from 'hast';

const SIDES = /^(?:left|right|center|justify)$/i;
const HEIGHTS = /^(?:top|middle|bottom|baseline)$/i;
/** A width in pixels that is no whole number, or a share of what is around. */
const WIDTH = /^\d{1,4}(?:\.\d+)?%?$/;

/**
 * Puts where HTML 5 has it what older HTML says in attributes, as READMEs do, and remark-rehype of cells of GFM tables: where text stands
 * in its lines, how wide an image is.
 */
export function alignInStyle({ tagName }: Element, properties: Properties): void {
  const { align, vAlign } = properties;
  const say = (declaration: string): void => {
    properties.style = [declaration, properties.style ?? []].flat().join('; ');
  };
  if (typeof align === 'string' && SIDES.test(align) && tagName !== 'img' && tagName !== 'table')
    say(`text-align: ${align}`);
  if (typeof vAlign === 'string' && HEIGHTS.test(vAlign)) say(`vertical-align: ${vAlign}`);
  delete properties.align;
  delete properties.vAlign;
  if (tagName !== 'img') return;
  for (const side of ['width', 'height']) {
    const value = String(properties[side] ?? '');
    if (/^\d*$/.test(value)) continue;
    if (side === 'width' && WIDTH.test(value)) say(`width: ${value.endsWith('%') ? value : `${value}px`}`);
    delete properties[side];
  }
}
