import { createHash } from 'node:crypto';

/** An image that is written out in the text: Google Docs, notebooks and others export their pictures so. */
const EMBEDDED = /^data:image\/(png|jpe?g|gif|webp|avif|svg\+xml);base64,([A-Za-z0-9+/]+=*)$/i;
/** The same within a line. */
const WITHIN = /data:image\/[\w.+-]{1,20};base64,[A-Za-z0-9+/]+=*/gi;

/** Under which path an image is kept that is its own address. */
export function embeddedPath(url: string): string | undefined {
  const [type, data] = partsOf(url);
  if (!type || !data) return undefined;
  const name = createHash('sha1').update(data).digest('hex').slice(0, 12);
  return `embedded/${name}.${type.toLowerCase().replace('svg+xml', 'svg')}`;
}

/** What such an address says. */
export function embeddedBytes(url: string): Uint8Array {
  return Buffer.from(partsOf(url)[1] ?? '', 'base64');
}

/** Its type and its bytes as they are written; in HTML they may be broken into lines. */
function partsOf(url: string): (string | undefined)[] {
  return EMBEDDED.exec(url.replace(/\s+/g, ''))?.slice(1) ?? [];
}

/** How many characters of a line are text, and not an image. */
export function writtenLength(line: string): number {
  return line.length - [...line.matchAll(WITHIN)].reduce((sum, [data]) => sum + data.length, 0);
}
