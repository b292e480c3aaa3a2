import type { Element, Nodes, Root } from 'hast';
import { defaultSchema, sanitize as removeUnsafe, type Schema } from 'hast-util-sanitize';
import { linkIsSafe } from '../book/notices.js';
import { requestsOf } from '../manuscript/css-requests.js';
import { isRefused } from '../manuscript/scheme.js';
import type { Chapter } from '../model/book.js';
import type { At, Say } from '../model/notice.js';
import { SKIP, visit } from '../tree/visit.js';
import { isMeaningless } from './attribute-values.js';
import { componentIn } from './components.js';
import { readStyle } from './exported-html.js';
import { insteadOfStyle } from './instead-of-style.js';
import { isFormulaStyle, MATHML } from './mathml.js';
import { htmlIsKnown, htmlIsSafe } from './notices.js';
import { isPlaceholder } from './placeholder.js';

/** HTML that every edition can show. What our own constructs make is within it too. */
const SCHEMA: Schema = {
  ...defaultSchema,
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => name !== 'input' && name !== 'source'),
    'abbr',
    'aside',
    'bdi',
    'bdo',
    'caption',
    'cite',
    'col',
    'colgroup',
    'dfn',
    'figcaption',
    'figure',
    'footer',
    'header',
    'hgroup',
    'mark',
    'nav',
    'small',
    'time',
    'u',
    'wbr',
    'rb',
    'rtc',
    ...Object.keys(MATHML),
  ],
  // Lists of attributes are our own: the default ones allow a class only by its value.
  attributes: {
    '*': [
      'id',
      'className',
      'lang',
      'xmlLang',
      'dir',
      'title',
      'role',
      'ariaLabel',
      'ariaHidden',
      'ariaLabelledBy',
      'ariaDescribedBy',
      'align',
      'dataFootnoteRef',
      'dataFootnoteBackref',
      'dataFootnotes',
      'dataField',
      'dataFolio',
      'dataHeight',
      'dataSpacing',
      'dataWidth',
      'dataListOf',
      'dataHandout',
      'dataSettled',
      'dataAnswers',
      'dataIndex',
      'epubType',
    ],
    a: ['href', 'rel', 'name'],
    img: ['src', 'alt', 'width', 'height'],
    td: ['colSpan', 'rowSpan', 'headers', 'vAlign'],
    th: ['colSpan', 'rowSpan', 'headers', 'scope', 'abbr', 'vAlign'],
    col: ['span'],
    colgroup: ['span'],
    ol: ['start', 'reversed', 'type'],
    li: ['value'],
    time: ['dateTime'],
    q: ['cite'],
    details: ['open'],
    ...MATHML,
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: [], cite: ['http', 'https'] },
  ancestors: {},
  required: {},
  clobber: [],
  clobberPrefix: '',
  strip: [
    'script',
    'style',
    'title',
    'textarea',
    'select',
    'iframe',
    'object',
    'template',
    'noscript',
    'xmp',
    'plaintext',
  ],
};

const TAGS = new Set(SCHEMA.tagNames);
const COMMON = new Set(SCHEMA.attributes?.['*'] as string[]);
/** Elements whose very presence is an attempt to run, load or ask for something. */
const HOSTILE = new Set([
  'script',
  'iframe',
  'frame',
  'frameset',
  'object',
  'embed',
  'applet',
  'form',
  'input',
  'button',
  'textarea',
  'select',
  'base',
  'meta',
  'link',
  'style',
  'audio',
  'video',
  'source',
  'track',
  'portal',
  'template',
  'noscript',
  'xmp',
  'plaintext',
]);

/** Attributes by which an element would load, send or run something; those that may lead somewhere good are links. */
const ASKING =
  /^(on.*|style|srcset|srcdoc|background|poster|data|action|formaction|ping|longdesc|lowsrc|dynsrc|manifest|codebase|archive)$/i;
const LINKING = new Set(['href', 'src', 'cite', 'xLinkHref']);

/** Removes what no edition may carry, and says at its place what was removed. */
export function sanitize(tree: Root, chapter: Chapter, say: Say): Root {
  visit(tree, 'element', (element, _, parent) => {
    // Of a picture the image is shown that is in it for everybody; its other sources are those of some screens.
    if (element.tagName === 'source' && isPicture(parent)) return SKIP;
    lowerScheme(element);
    if (element.position) readStyle(element);
    const at = { file: chapter.file, node: placeOf(element) };
    judge(element, at, say);
    if (TAGS.has(element.tagName)) dropMeaningless(element, at, say);
    // What stands inside a hostile element goes with it, or stays as ordinary text; either way it is told by that element.
    return HOSTILE.has(element.tagName) ? SKIP : undefined;
  });
  return removeUnsafe(tree, SCHEMA) as Root;
}

/** Schemes are the same in capitals, but not to everybody who reads a book's links. */
function lowerScheme({ properties }: Element): void {
  const { href } = properties;
  if (typeof href === 'string') properties.href = href.replace(/^[a-z]+:/i, (scheme) => scheme.toLowerCase());
}

/** Says what of an element will be left out. What is wrong with its children is not looked at. */
export function judge(element: Element, at: At, say: Say): void {
  const { tagName, properties } = element;
  const isKnown = TAGS.has(tagName);
  const said = componentIn(element, at.file) ?? { what: `<${tagName}>` };
  if (HOSTILE.has(tagName)) {
    say(htmlIsSafe, said, at);
    return;
  }
  if (!isKnown && !isPlaceholder(element, at.file))
    say(htmlIsKnown, { ...said, holds: holdsSomething(element) }, at);
  const own = new Set(isKnown ? (SCHEMA.attributes?.[tagName] ?? []).map(String) : []);
  for (const [name, value] of Object.entries(properties)) {
    if (/^on/i.test(name)) say(htmlIsSafe, { what: `The event handler “${name.toLowerCase()}”` }, at);
    // Of an image of the manuscript that was told where images are read.
    else if (tagName === 'img' && name === 'src' && at.node) continue;
    else if (LINKING.has(name) && isRefused(String(value)))
      say(linkIsSafe, { url: String(value).slice(0, 100) }, at);
    else if (name === 'style' && isFormulaStyle(tagName, value)) continue;
    else if (name === 'style') {
      const asksNothing = !requestsOf(String(value)).length;
      const remedy = insteadOfStyle(tagName, String(value));
      say(asksNothing ? htmlIsKnown : htmlIsSafe, { ...attribute(name, tagName), remedy }, at);
    } else if (asks(name)) say(htmlIsSafe, attribute(name, tagName), at);
    // With an element that is left out go its attributes.
    else if (isKnown && !own.has(name) && !COMMON.has(name)) say(htmlIsKnown, attribute(name, tagName), at);
  }
}

/** Leaves out what says nothing: an attribute whose value HTML gives no meaning, for which stores refuse an EPUB. */
function dropMeaningless({ tagName, properties }: Element, at: At, say: Say): void {
  for (const [name, value] of Object.entries(properties)) {
    if (!isMeaningless(name, value)) continue;
    const { what } = attribute(name, tagName);
    say(htmlIsKnown, { what: `${what} with the value “${String(value).slice(0, 40)}”` }, at);
    delete properties[name];
  }
}

/** Whether something stays of an element that is left out: its words, or elements in it. */
function holdsSomething({ tagName, children }: Element): boolean {
  if (SCHEMA.strip?.includes(tagName)) return false;
  return children.some((child) =>
    child.type === 'element'
      ? TAGS.has(child.tagName) || holdsSomething(child)
      : child.type === 'text' && /\S/.test(child.value),
  );
}

/** Whether an attribute, by its name in HTML or in hast, is an attempt to load, send or run something. */
export function asks(name: string): boolean {
  return ASKING.test(name);
}

function attribute(name: string, tagName: string): { what: string } {
  return { what: `The attribute “${asWritten(name)}” of <${tagName}>` };
}

/** An attribute as HTML writes it: `dataCount` is `data-count`. */
function asWritten(name: string): string {
  return name
    .replace(/^(data|aria)(?=[A-Z])/, '$1-')
    .replace(/^xLink(?=[A-Z])/, 'xlink:')
    .replace(/(?<!-)[A-Z]/g, (letter) => (/^data/.test(name) ? `-${letter}` : letter))
    .toLowerCase();
}

function isPicture(parent: Nodes | undefined): boolean {
  return parent?.type === 'element' && parent.tagName === 'picture';
}

function placeOf(element: Element): Nodes | undefined {
  return element.position ? element : undefined;
}
