import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { fromHtml } from 'hast-util-from-html';
import JSZip from 'jszip';
import { visit } from '../../src/tree/visit.js';
import { getDocument } from './pdfjs.js';
import { parseXml } from './xml.js';

/** One thing that an artifact holds, in the form a reader could come by it: decoded, decompressed, unpacked. */
export interface Piece {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Everything inside a finished file: its own bytes, and what it unpacks to. */
export async function piecesOf(path: string): Promise<Piece[]> {
  const bytes = await readFile(path);
  const whole = { name: path, bytes };
  if (path.endsWith('.epub')) return [whole, ...(await unzipped(path, bytes))];
  if (path.endsWith('.pdf'))
    return [whole, ...inflated(path, bytes), { name: `${path} text`, bytes: await textOf(bytes) }];
  return [whole];
}

async function unzipped(path: string, bytes: Buffer): Promise<Piece[]> {
  const zip = await JSZip.loadAsync(bytes);
  return Promise.all(
    Object.keys(zip.files).map(async (name) => ({
      name: `${path} ${name}`,
      bytes: (await zip.file(name)?.async('nodebuffer')) ?? Buffer.alloc(0),
    })),
  );
}

/** Every stream of a PDF that can be inflated; the others stand in the file as they are. */
function inflated(path: string, bytes: Buffer): Piece[] {
  const pieces: Piece[] = [];
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const start = at + (bytes[at + 6] === 0x0d ? 8 : 7);
    try {
      pieces.push({ name: `${path} stream at ${at}`, bytes: inflateSync(bytes.subarray(start)) });
    } catch {
      // An `endstream`, or a stream in another coding.
    }
  }
  return pieces;
}

/** The text of a PDF as somebody would copy it, without spaces, for lines may break anywhere. */
async function textOf(bytes: Buffer): Promise<Buffer> {
  const shown = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
    .promise;
  let text = '';
  for (let number = 1; number <= shown.numPages; number++) {
    const { items } = await (await shown.getPage(number)).getTextContent();
    text += items.map((item) => ('str' in item ? item.str : '')).join('');
  }
  await shown.loadingTask.destroy();
  return Buffer.from(text.replace(/[\s\u00ad-]/gu, ''));
}

/** Elements and attributes by which a document of an EPUB would run, load or send something. */
const ACTIVE =
  /^(script|iframe|frame|object|embed|applet|form|input|button|base|audio|video|foreignObject|set|animate)$/i;
const LOADING = /^(src|srcset|poster|data|background|action|formaction|xlink:href|style)$/i;
const REMOTE = /127\.0\.0\.1|^\s*(javascript|vbscript|data|file|https?):|\burl\(/i;

/** What a document of ours may be linked with: its stylesheets, and web pages their neighbours. */
const OWN_LINK = /^(?:(?:style|plain)\.css|[\w-]+\.html)$/;

function htmlElements(text: string) {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  visit(fromHtml(text), 'element', ({ tagName, properties }) => {
    const attributes = Object.entries(properties).map(([key, value]) => [
      key === 'xLinkHref' ? 'xlink:href' : key,
      Array.isArray(value) ? value.join(' ') : String(value),
    ]);
    elements.push({ name: tagName, attributes: Object.fromEntries(attributes) });
  });
  return elements;
}

/** What of a finished file is alive: scripts, handlers, requests. Empty for a book that only shows. */
export function activeIn(pieces: readonly Piece[]): string[] {
  return pieces.flatMap(({ name, bytes }) => {
    if (/\.pdf( stream|$)/.test(name))
      return (
        bytes
          .toString('latin1')
          .match(
            /\/(JavaScript|JS|Launch|SubmitForm|ImportData|EmbeddedFile|GoToR)\b|127\.0\.0\.1|file:\/\//g,
          ) ?? []
      ).map((found) => `${name}: ${found}`);
    const text = bytes.toString('utf8');
    if (name.endsWith('.css'))
      return (text.match(/@import|127\.0\.0\.1|file:|https?:/gi) ?? []).map((found) => `${name}: ${found}`);
    if (!/\.(html|xhtml|svg|opf|ncx)$/.test(name)) return [];
    const elements = name.endsWith('.html') ? htmlElements(text) : parseXml(text, name).all('*');
    return elements.flatMap((element) => [
      ...(ACTIVE.test(element.name) ? [`${name}: <${element.name}>`] : []),
      ...(element.name === 'link' && !OWN_LINK.test(element.attributes.href ?? '')
        ? [`${name}: <link>`]
        : []),
      ...Object.entries(element.attributes)
        .filter(
          ([key, value]) =>
            /^on/i.test(key) ||
            (LOADING.test(key) && REMOTE.test(value)) ||
            (/href$/i.test(key) && /127\.0\.0\.1|^\W*(javascript|vbscript|data|file):/i.test(value)),
        )
        .map(([key, value]) => `${name}: <${element.name} ${key}="${value}">`),
    ]);
  });
}
