import { SaxesParser, type SaxesTagPlain } from 'saxes';

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
const DEEPEST = 200;

/** What is wrong with a drawing, in words that follow “holds”; and its size in pixels, if it says. */
export type SvgReport = { readonly what: string } | { readonly width: number; readonly height: number };

/** Reads an SVG without believing it: no script, no handler, nothing from outside the file, no entities of its own. */
export function inspectSvg(text: string): SvgReport {
  let what: string | undefined;
  let size: { width: number; height: number } | undefined;
  let elements = 0;
  let depth = 0;
  let inStyle = false;
  const parser = new SaxesParser({ xmlns: false, position: false });
  const refuse = (reason: string): void => {
    what ??= reason;
  };
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[') || /ENTITY/.test(doctype)) refuse('entities of its own');
  });
  parser.on('processinginstruction', ({ target }) => {
    if (target === 'xml-stylesheet') refuse('a link to an outside stylesheet');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const name = local(tag.name);
    if (++elements > MOST_ELEMENTS || ++depth > DEEPEST) refuse('more elements than any drawing needs');
    if (REFUSED.has(name)) refuse(name === 'script' ? 'a script' : `<${tag.name}>`);
    inStyle = name === 'style';
    if (elements === 1) {
      if (name !== 'svg') refuse('something other than a drawing');
      size = sizeOf(tag.attributes);
    }
    for (const [attribute, value] of Object.entries(tag.attributes)) {
      const key = local(attribute);
      if (key.startsWith('on')) refuse(`the event handler “${attribute}”`);
      if ((key === 'href' || key === 'src') && name !== 'a' && !isInside(value))
        refuse(`a reference to ${value.slice(0, 80)}`);
      if (name === 'a' && key === 'href' && /^\s*(javascript|data|vbscript|file):/i.test(value))
        refuse(`the link ${value.slice(0, 80)}`);
      if (key === 'attributename' && /href|^on/i.test(value)) refuse('an animation of a link');
      refuseCss(value);
    }
  });
  parser.on('text', (css) => {
    if (inStyle) refuseCss(css);
  });
  parser.on('cdata', (css) => {
    if (inStyle) refuseCss(css);
  });
  parser.on('closetag', () => {
    depth--;
    inStyle = false;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    return { what: `a fault in its XML (${(error as Error).message.split('\n')[0]})` };
  }
  return what ? { what } : (size ?? { width: 300, height: 150 });

  function refuseCss(css: string): void {
    if (/@import/i.test(css)) refuse('a link to an outside stylesheet');
    for (const [, url = ''] of css.matchAll(/url\(\s*['"]?([^'")]*)/gi))
      if (!isInside(url)) refuse(`a reference to ${url.slice(0, 80)}`);
  }
}

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

function sizeOf(attributes: Readonly<Record<string, string>>): { width: number; height: number } | undefined {
  const box = (attributes.viewBox ?? '').split(/[\s,]+/).map(Number);
  const width = lengthOf(attributes.width) ?? box[2];
  const height = lengthOf(attributes.height) ?? box[3];
  return width && height && Number.isFinite(width + height) ? { width, height } : undefined;
}

function lengthOf(value: string | undefined): number | undefined {
  const match = /^\s*([\d.]+)\s*([a-z]*)\s*$/i.exec(value ?? '');
  const unit = UNITS[match?.[2]?.toLowerCase() ?? ''];
  return match && unit ? Number(match[1]) * unit : undefined;
}
