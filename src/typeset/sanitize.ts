import type { Element, Nodes, Root } from 'hast';
import { defaultSchema, sanitize as removeUnsafe, type Schema } from 'hast-util-sanitize';
import { SKIP, visit } from 'unist-util-visit';
import type { Chapter } from '../model/book.js';
import type { Say } from '../model/notice.js';
import { htmlIsKnown, htmlIsSafe, linkIsSafe } from './notices.js';

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

/** Removes what no edition may carry, and says at its place what was removed. */
export function sanitize(tree: Root, chapter: Chapter, say: Say): Root {
  visit(tree, 'element', (element) => {
    const at = { file: chapter.file, node: placeOf(element) };
    if (!TAGS.has(element.tagName)) {
      say(HOSTILE.has(element.tagName) ? htmlIsSafe : htmlIsKnown, { what: `<${element.tagName}>` }, at);
      // What stands inside goes with it, or stays as ordinary text; either way it is told by the element that held it.
      return HOSTILE.has(element.tagName) ? SKIP : undefined;
    }
    const own = new Set((SCHEMA.attributes?.[element.tagName] ?? []).map(String));
    for (const [name, value] of Object.entries(element.properties)) {
      if (/^on/i.test(name)) say(htmlIsSafe, { what: `The event handler “${name.toLowerCase()}”` }, at);
      else if ((name === 'href' || name === 'src') && isUnsafe(String(value)))
        say(linkIsSafe, { url: String(value).slice(0, 100) }, at);
      else if (!own.has(name) && !COMMON.has(name))
        say(
          name === 'style' || name === 'srcSet' ? htmlIsSafe : htmlIsKnown,
          { what: `The attribute “${asWritten(name)}” of <${element.tagName}>` },
          at,
        );
    }
    return undefined;
  });
  return removeUnsafe(tree, SCHEMA) as Root;
}

/** An attribute as HTML writes it: `dataCount` is `data-count`. */
function asWritten(name: string): string {
  return name
    .replace(/^(data|aria)(?=[A-Z])/, '$1-')
    .replace(/(?<!-)[A-Z]/g, (letter) => (/^data/.test(name) ? `-${letter}` : letter))
    .toLowerCase();
}

function isUnsafe(url: string): boolean {
  // Browsers pass over white space and control characters in a scheme, so the check must too.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is for
  const plain = url.replace(/[\u0000-\u0020\u007f-\u009f]/g, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(plain)?.[1]?.toLowerCase();
  return scheme !== undefined && !['http', 'https', 'mailto', 'tel'].includes(scheme);
}

function placeOf(element: Element): Nodes | undefined {
  return element.position ? element : undefined;
}
