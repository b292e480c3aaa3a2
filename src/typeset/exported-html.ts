import type { Element } from 'hast';
import { parseLength } from '../config/trim.js';
import { shareIn } from '../markdown/width.js';
import { addClass, hasClass } from '../tree/classes.js';

/**
 * Writes as attributes what Pandoc and notebooks say in `style`: how wide an image or a column is, and to which side a cell is
 * set. The height of an image goes by its width. A style that says more stays, and is told.
 */
export function readStyle(element: Element): void {
  const { tagName, properties } = element;
  // How tables of pandas look in a notebook; no other has them of HTML.
  if (tagName === 'table' && hasClass(element, 'dataframe')) delete properties.border;
  if (tagName === 'th') delete properties.halign;
  if (typeof properties.style !== 'string') return;
  const said = new Map(
    properties.style.split(';').flatMap((one): [string, string][] => {
      const [name = '', value = ''] = one.split(':', 2).map((part) => part.trim().toLowerCase());
      return name ? [[name, value]] : [];
    }),
  );
  const only = (...names: string[]): boolean => [...said.keys()].every((name) => names.includes(name));
  const [width = '', align = ''] = [said.get('width'), said.get('text-align')];
  const [share] = /%$/.test(width) ? shareIn(width.replace(/\.\d+(?=%)/, '')) : [];
  const pixels = Math.round(parseLength(width, '') ?? 0);
  if (tagName === 'img' && only('width', 'height') && (share || pixels)) {
    if (share) addClass(element, share);
    else properties.width = pixels;
  } else if (tagName === 'col' && only('width') && share) addClass(element, share);
  else if (/^(?:tr|td|th)$/.test(tagName) && only('text-align') && /^(?:left|right|center)$/.test(align))
    properties.align = align;
  else return;
  delete properties.style;
}
