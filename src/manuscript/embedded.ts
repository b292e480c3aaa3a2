import { createHash } from 'node:crypto';
import { decode } from './address.js';

/** An image that is written out in the text: Google Docs, notebooks and others export their pictures so. */
const EMBEDDED = /^data:image\/(png|jpe?g|gif|webp|avif|svg\+xml);base64,([A-Za-z0-9+/]+=*)$/i;
/** The same within a line. */
const WITHIN = /data:image\/[\w.+-]{1,20};base64,[A-Za-z0-9+/]+=*/gi;

/** A drawing whose signs are spelt as those of an address, as stylesheets and sites have it. */
const SPELT = /^data:image\/svg\+xml(?:;(?!base64)(?:charset=)?(?:"|%22)?[\w-]+(?:"|%22)?)*,(.+)$/is;
/** Signs of it that are spelt, as far as they go together: a percent sign may stand for itself, too. */
const SIGNS = /(?:%[\da-f]{2})+/gi;

/** Under which path an image is kept that is its own address. */
export function embeddedPath(url: string): string | undefined {
  const [type, data] = partsOf(url);
  if (!type || !data) return undefined;
  const name = createHash('sha1').update(data).digest('hex').slice(0, 12);
  return `embedded/${name}.${type.toLowerCase().replace('svg+xml', 'svg')}`;
}

/** What such an address says. */
export function embeddedBytes(url: string): Uint8Array {
  const [, data = '', coding] = partsOf(url);
  return Buffer.from(data, coding);
}

/** Its type, and what it says in which coding; in HTML that may be broken into lines. */
function partsOf(url: string): [type?: string, data?: string, coding?: 'base64' | 'utf8'] {
  const [, type, data] = EMBEDDED.exec(url.replace(/\s+/g, '')) ?? [];
  if (type) return [type, data, 'base64'];
  const [, spelt] = SPELT.exec(url) ?? [];
  return spelt ? ['svg', spelt.replace(SIGNS, decode), 'utf8'] : [];
}

/** How many characters of a line are text, and not an image. */
export function writtenLength(line: string): number {
  return line.length - [...line.matchAll(WITHIN)].reduce((sum, [data]) => sum + data.length, 0);
}
