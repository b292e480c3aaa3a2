import type { Element, ElementContent, Properties, RootContent } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { classesOf } from '../../tree/classes.js';
import { alignInStyle } from '../documents/alignment.js';
import { imageAttribute } from '../documents/images.js';
import { elements, rewrite } from '../documents/rewrite.js';
import { xmlText } from '../documents/xml.js';
import { styledAround } from './formula-styles.js';
import { withoutOldHtml } from './old-html.js';

const XHTML = 'http://www.w3.org/1999/xhtml';
const MATHML = 'http://www.w3.org/1998/Math/MathML';
const XLINK = 'http://www.w3.org/1999/xlink';

/** Where links and images of a document lead, now that it is a file of the package. */
export interface Resolver {
  /** The `href` to write, or `undefined` if it leads nowhere: then the words stay and the link goes. */
  link(href: string): string | undefined;
  image(source: string): string;
}

/**
 * HTML content as EPUB's XHTML wants it (EPUB 3.3, 6.1): links and images resolved, `xml:lang` beside each `lang`,
 * MathML in its namespace, no comments, no empty paragraphs, no soft hyphens, no attribute that the schema or XML refuses. Nothing else changes.
 */
export function conform(nodes: readonly RootContent[], resolver: Resolver): ElementContent[] {
  return rewrite(nodes, (node) => {
    if (node.type === 'text') return [{ type: 'text', value: plain(node.value) }];
    if (node.type === 'comment') return [];
    if (node.type !== 'element') throw new Error('The EPUB bindery was given HTML that has not been parsed.');
    if (isNothing(node)) return [];
    // `<picture>`: its sources are other formats of the `<img>` inside, which every e-reader can show.
    if (node.tagName === 'source' && node.properties.srcSet !== undefined) return [];
    return withoutOldHtml(styledAround({ ...node, properties: attributes(node, resolver) }));
  }).map(declareNamespaces);
}

/** What a parser of HTML makes of a `</p>` that closes nothing, as behind a block within a paragraph. */
function isNothing({ tagName, properties, children }: Element): boolean {
  return tagName === 'p' && !children.length && !Object.keys(properties).length;
}

/** A whole XHTML document. Elements that HTML closes with a tag keep it, for readers that take the file for HTML. */
export function xhtmlDocument(html: Element): string {
  const xml = xmlText(toXast(html), false);
  // Exact, not a guess: `<` in text and attributes has been escaped, so `></br>` can only be an empty element.
  const closed = xml.replace(
    /><\/(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)>/g,
    '/>',
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n${closed}\n`;
}

/** Hints for browsers that load pages over a network, and places in the author's source. */
const DROPPED = /^(?:srcset|sizes|loading|decoding|fetchpriority|crossorigin|datasource.*|data-source.*)$/i;
/** What may have lines and no ground. */
const SEE_THROUGH = /\.(?:svg|png|gif)$/;
/** Prefixes that are declared in every document. */
const PREFIXES = /^(?:xml|epub|xlink|xmlns):/;

function attributes(element: Element, resolver: Resolver): Properties {
  const result: Properties = {};
  for (const [name, value] of Object.entries(element.properties)) {
    if (DROPPED.test(name) || /^on/i.test(name)) continue;
    if (name.includes(':') ? !PREFIXES.test(name) : !/^[A-Za-z_][\w.-]*$/.test(name)) continue;
    const known = name === 'epubType' ? 'epub:type' : name.startsWith('data-') ? name.toLowerCase() : name;
    result[known] = typeof value === 'string' ? plain(value) : value;
  }
  if (typeof result.lang === 'string') result.xmlLang = result.lang;
  const source = imageAttribute(element);
  if (source && typeof result[source] === 'string') {
    const file = resolver.image(result[source]);
    result[source] = file;
    // By its class, for e-readers give files names of their own.
    if (element.tagName === 'img' && SEE_THROUGH.test(file))
      result.className = [...classesOf(element), 'drawing'];
  }
  if ((element.tagName === 'a' || element.tagName === 'area') && typeof result.href === 'string')
    result.href = resolver.link(result.href);
  // Not every e-reader opens it, and what is printed from one cannot be opened at all.
  if (element.tagName === 'details') result.open = true;
  alignInStyle(element, result);
  return result;
}

/** Namespaces that the serialiser does not know by itself; SVG it does. */
function declareNamespaces(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const children = node.children.map(declareNamespaces);
  const properties = { ...node.properties };
  if (node.tagName === 'math') properties.xmlns = MATHML;
  if (
    node.tagName === 'svg' &&
    [...elements(node)].some((child) => child.properties.xLinkHref !== undefined)
  ) {
    properties.xmlnsXLink = XLINK;
  }
  if (node.tagName !== 'foreignObject') return { ...node, properties, children };
  const inside = children.map((child) =>
    child.type === 'element' ? { ...child, properties: { ...child.properties, xmlns: XHTML } } : child,
  );
  return { ...node, properties, children: inside };
}

/** Without soft hyphens: e-readers hyphenate by themselves, and search does not find words that hold them. */
function plain(text: string): string {
  return text.replaceAll('\u00AD', '');
}
