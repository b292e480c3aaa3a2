import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { requestsOf } from './css-requests.js';
import { isRefused } from './scheme.js';
import { openExpansion } from './svg-expansion.js';

/** Elements that run something, or bring in another kind of document. */
const REFUSED = new Set([
  'script',
  'foreignobject',
  'iframe',
  'embed',
  'object',
  'audio',
  'video',
  'handler',
  'listener',
]);
/** An SVG drawn by a person has less; more would only burn memory. */
const MOST_ELEMENTS = 200_000;
/** The same with everything that it shows again. */
const MOST_SHOWN = 2_000_000;
const DEEPEST = 200;

/** What is wrong with a drawing, in words that follow “holds”; and its size in pixels, if it says. */
export type SvgReport = { readonly what: string } | { readonly width: number; readonly height: number };

/** Reads an SVG without believing it: no script, no handler, nothing from outside the file, no entities of its own. */
export function inspectSvg(text: string): SvgReport {
  let what: string | undefined;
  let size: { width: number; height: number } | undefined;
  let elements = 0;
  let depth = 0;
  /** The text of a stylesheet so far; comments may stand in the middle of its words. */
  let css: string | undefined;
  const expansion = openExpansion();
  const parser = new SaxesParser({ xmlns: false, position: false });
  const refuse = (reason: string): void => {
    what ??= reason;
  };
  parser.on('xmldecl', ({ encoding }) => {
    // It is read as UTF-8 here; to a browser that reads it otherwise it could be another drawing.
    if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) refuse(`the encoding ${encoding}`);
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[') || /ENTITY/i.test(doctype)) refuse('entities of its own');
    if (/\bSYSTEM\b/.test(doctype) || !DOCTYPE.test(doctype)) refuse('a definition from elsewhere');
  });
  parser.on('processinginstruction', ({ target }) => {
    if (target === 'xml-stylesheet') refuse('a link to an outside stylesheet');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const name = local(tag.name);
    if (++elements > MOST_ELEMENTS || ++depth > DEEPEST) refuse(TOO_MANY);
    expansion.open(tag.attributes.id);
    if (REFUSED.has(name)) refuse(name === 'script' ? 'a script' : `<${tag.name}>`);
    if (css !== undefined) refuse('an element in its stylesheet');
    if (name === 'style') css = '';
    if (elements === 1) {
      if (name !== 'svg') refuse('something other than a drawing');
      size = sizeOf(tag.attributes);
    }
    for (const [attribute, value] of Object.entries(tag.attributes)) inspect(name, attribute, value);
  });
  const gather = (part: string): void => {
    if (css !== undefined) css += part;
  };
  parser.on('text', gather);
  parser.on('cdata', gather);
  parser.on('closetag', () => {
    depth--;
    expansion.close();
    if (css !== undefined) refuseCss(css);
    css = undefined;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    return { what: what ?? `a fault in its XML (${(error as Error).message.split('\n')[0]})` };
  }
  if (expansion.total(MOST_SHOWN) > MOST_SHOWN) refuse(TOO_MANY);
  return what ? { what } : (size ?? { width: 300, height: 150 });

  function inspect(element: string, attribute: string, value: string): void {
    const key = local(attribute);
    if (key.startsWith('on')) refuse(`the event handler “${attribute}”`);
    if (key === 'base') refuse(`an address to start from (${value.slice(0, 80)})`);
    if (attribute.startsWith('xmlns') && value.trim() === 'http://www.w3.org/1999/xhtml') refuse('HTML');
    if (key === 'attributename' && /href|^on/i.test(value)) refuse('an animation of a link');
    if (element === 'a' && key === 'href') {
      if (isRefused(value)) refuse(`the link ${value.slice(0, 80)}`);
    } else if (key === 'href' || key === 'src') {
      if (!isInside(value)) refuse(`a reference to ${value.slice(0, 80)}`);
      if (value.trim().startsWith('#')) expansion.uses(value.trim().slice(1));
    } else refuseCss(value);
  }

  function refuseCss(value: string): void {
    for (const request of requestsOf(value)) {
      if (request.startsWith('#')) expansion.uses(request.slice(1));
      else if (/^@import/i.test(request)) refuse('a link to an outside stylesheet');
      else if (!isInside(request)) refuse(`a reference to ${request.slice(0, 80)}`);
    }
  }
}

const TOO_MANY = 'more elements than any drawing needs';
/** The document types that SVG had before it had none. */
const DOCTYPE =
  /^\s*svg\s*(PUBLIC\s+["']-\/\/W3C\/\/DTD SVG [\w. ]+\/\/EN["']\s+["']http:\/\/www\.w3\.org\/[\w./-]+["']\s*)?$/;

function local(name: string): string {
  return (name.split(':').at(-1) ?? name).toLowerCase();
}

/** A place in the same file, or an image embedded in it. */
function isInside(url: string): boolean {
  return /^\s*(#|data:image\/(png|jpeg|gif|webp);)/i.test(url) || url.trim() === '';
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  mm: 96 / 25.4,
  cm: 960 / 25.4,
};

/** What is 0 wide or high shows nothing, and neither does what looks at nothing, however large it is. */
function sizeOf(attributes: Readonly<Record<string, string>>): { width: number; height: number } | undefined {
  const [, , across, down] = (attributes.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const width = across === 0 ? 0 : (lengthOf(attributes.width) ?? across ?? Number.NaN);
  const height = down === 0 ? 0 : (lengthOf(attributes.height) ?? down ?? Number.NaN);
  return width >= 0 && height >= 0 && width + height < Number.POSITIVE_INFINITY
    ? { width, height }
    : undefined;
}

function lengthOf(value: string | undefined): number | undefined {
  const match = /^\s*\+?([\d.]+(?:e[-+]?\d+)?)\s*([a-z]*)\s*$/i.exec(value ?? '');
  const unit = UNITS[match?.[2]?.toLowerCase() ?? ''];
  return match && unit ? Number(match[1]) * unit : undefined;
}
