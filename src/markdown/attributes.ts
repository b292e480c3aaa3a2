import type { Code, Nodes, Parent, Root, Text } from 'mdast';
import type { Directives } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { guess } from '../config/guess.js';
import type { Say } from '../model/notice.js';
import { CONTINUE, visit } from '../tree/visit.js';
import { AT_START, type Attributes, bracesAt, endOf, parseAttributes } from './braces.js';
import { escapesIn, replaceBrackets } from './brackets.js';
import { isDirective } from './directives.js';
import { attributeKnown } from './notices.js';
import { saidHere } from './other-attributes.js';
import { offsetsOf, textFrom } from './places.js';
import { endsInSpacedAddress } from './spaced-address.js';
import { TABLE_CAPTION } from './table-captions.js';

/** Nodes that take the attributes written right behind them. */
const TAKES: ReadonlySet<string> = new Set([
  'image',
  'imageReference',
  'link',
  'inlineCode',
  'linkReference',
  'inlineMath',
]);
/** Nor so many spans with Markdown in their values in one paragraph; each is gone through once for every one before it. */
const MOST_HELD = 100;

/**
 * Takes attributes out of the text and leaves them on the node that they belong to: a heading that ends with them, an
 * image, link or code that they follow, `[a span]{.of-text}`, a code block whose first line names them.
 */
export function takeAttributes(tree: Root, file: VFile): void {
  const source = String(file.value);
  visit(tree, (node) => {
    if (isDirective(node)) fromDirective(node);
    if (node.type === 'code') {
      fromInfo(node);
      return CONTINUE;
    }
    if (!('children' in node)) return CONTINUE;
    behindNodes(node as Parent, source);
    spans(node as Parent, source);
    if (node.type === 'heading' || node.type === 'paragraph') atEnd(node, source);
    return CONTINUE;
  });
}

/** `:::note{#id .class}` has them parsed already; its other attributes are its construct's business. */
function fromDirective(node: Directives): void {
  const { id, class: classes, lang, dir } = node.attributes ?? {};
  if (!id && !classes && !lang && !dir) return;
  const values = { ...(lang ? { lang } : {}), ...(dir ? { dir } : {}) };
  const attributes = { id: id || undefined, classes: classes?.split(/\s+/).filter(Boolean) ?? [], values };
  node.data = { ...node.data, attributes };
}

/** Classes of code that are no language. */
const OF_CODE: ReadonlySet<string> = new Set(['numbered', 'variables']);

/** ```` ```js {#lst-x .numbered} ```` and ```` ```{.js #lst-x} ````. */
function fromInfo(node: Code): void {
  const info = [node.lang, node.meta].filter(Boolean).join(' ');
  const [outside, written] = apartAtBrace(info);
  const attributes = parseAttributes(written);
  if (!attributes) return;
  const [before = '', ...rest] = outside.trim().split(/\s+/);
  // As in Pandoc, the first class names the language if nothing else does.
  const lang = before || attributes.classes.find((name) => !OF_CODE.has(name));
  node.lang = lang || null;
  node.meta = rest.join(' ') || null;
  const classes = before ? attributes.classes : attributes.classes.filter((name) => name !== lang);
  node.data = { ...node.data, attributes: { ...attributes, classes } };
}

function behindNodes(parent: Parent, source: string): void {
  for (let i = 1; i < parent.children.length; i++) {
    const [node, text] = [parent.children[i - 1] as Nodes, parent.children[i] as Nodes];
    if (!TAKES.has(node.type) || text.type !== 'text') continue;
    if (!text.value.startsWith('{') || escapesIn(text, source).has(0)) continue;
    const written = AT_START.exec(text.value)?.[0];
    const attributes = written ? parseAttributes(written) : undefined;
    if (written && attributes) {
      node.data = { ...node.data, attributes };
      const rest = textFrom(text, written.length, source);
      parent.children.splice(i, 1, ...(rest.value ? [rest] : []));
    } else if (!written) withMarkup(node, parent, i, source);
  }
}

/** Braces in whose values stands Markdown, `{credit="*Name*, <https://example.org>"}`: read as they are written. */
function withMarkup(node: Nodes, parent: Parent, from: number, source: string): void {
  const braces = bracesAt(node.position?.end.offset, parent, from, source);
  // Where no text holds the brace that closes them, an address has swallowed it, or they are no attributes.
  if (!braces || (!braces.rest && endOf(braces.last) !== braces.end)) return;
  const { attributes, to, rest } = braces;
  parent.children.splice(from, to - from + 1, ...(rest?.value ? [rest] : []));
  node.data = { ...node.data, attributes };
}

/** A heading's attributes, or a paragraph's. */
function atEnd(node: Nodes & Parent, source: string): void {
  const text = node.children.at(-1) as Nodes | undefined;
  if (text?.type !== 'text' || !text.value.endsWith('}')) return;
  const [before, written] = apartAtBrace(text.value);
  const attributes = parseAttributes(written);
  // In prose only an id says for certain that the braces are meant for Octavo; a caption is none.
  if (!attributes || (node.type === 'paragraph' && attributes.id === undefined && !isCaption(node))) return;
  if (escapesIn(text, source).has(text.value.length - written.length)) return;
  // What was said of an image that has not come about says nothing of its paragraph; only a reference may lead there.
  node.data = {
    ...node.data,
    attributes: endsInSpacedAddress(before) ? { ...attributes, classes: [], values: {} } : attributes,
  };
  text.value = before.trimEnd();
  if (!text.value && node.children.length > 1) node.children.pop();
}

/** `: A caption {widths="30 70"}`, as it stands beside a table. */
function isCaption({ children: [first] }: Parent): boolean {
  return first?.type === 'text' && TABLE_CAPTION.test(first.value);
}

/** What stands before the last brace that opens, and the rest. */
function apartAtBrace(text: string): [string, string] {
  const at = text.lastIndexOf('{');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}

/** `[text]{.class}` becomes a span of its own, whatever else stands between the brackets. */
function spans(parent: Parent, source: string): void {
  const some = parent.children.some((node) => node.type === 'text' && (node as Text).value.includes(']{'));
  if (!some) return;
  holdMarkup(parent, source);
  replaceBrackets(parent, source, ({ children, position, behind }) => {
    const written = AT_START.exec(behind)?.[0];
    const attributes = written && parseAttributes(written);
    if (!attributes || !isSpan(attributes)) return undefined;
    return {
      node: { type: 'emphasis', data: { hName: 'span', attributes }, children, position },
      behind: written.length,
    };
  });
}

/** Values of a span in which Markdown stands, `{.index entry="*Title*"}`, become text again: read as they are written. */
function holdMarkup(parent: Parent, source: string): void {
  for (let i = 0, held = 0; i < parent.children.length - 1 && held < MOST_HELD; i++) {
    const text = parent.children[i] as Nodes;
    const opened = text.type === 'text' ? /\]\{[^{}\n]*$/.exec(text.value) : null;
    if (text.type !== 'text' || !opened) continue;
    const braces = bracesAt(offsetsOf(text, source)?.[opened.index + 1], parent, i + 1, source);
    const { written, rest, last, to = i } = braces ?? {};
    if (!rest || !text.position || !last?.position) continue;
    const value = text.value.slice(0, opened.index + 1) + written + rest.value;
    const position = { start: text.position.start, end: last.position.end };
    parent.children.splice(i, to - i + 1, { type: 'text', value, position } as Text);
    // What stands behind may end with another.
    held++;
    i--;
  }
}

/** A span says something of its text; braces with other values behind a bracket are the author's own. */
function isSpan({ id, classes, values }: Attributes): boolean {
  return id !== undefined || classes.length > 0 || Object.keys(values).some((name) => OF_SPANS.test(name));
}

/** Values that make a span by themselves: a language, a direction, how it is read, a condition, the style of a word processor. */
const OF_SPANS = /^(?:lang|dir|ruby|(?:when|unless)-(?:edition|profile|format)|(?:custom-)?style)$/;

/** Values that hold for anything: a language and a direction. */
const COMMON = ['lang', 'dir'] as const;

/**
 * Gives what is left of them to the page, when the constructs have taken what is theirs: an id that can be pointed at,
 * classes, language and direction. A value that nobody took is reported.
 */
export function applyAttributes(tree: Root, file: VFile, say: Say): void {
  visit(tree, (node) => {
    const attributes = node.data?.attributes;
    if (!attributes) return;
    const { id, classes, values } = attributes;
    const { lang, dir, ...unknown } = values;
    const before = node.data?.hProperties?.className;
    // Classes of its own would take the place of the one that names the language of code.
    const language = node.type === 'code' && node.lang && classes.length ? [`language-${node.lang}`] : [];
    const className = [...language, ...(Array.isArray(before) ? before : []), ...classes];
    node.data = {
      ...node.data,
      ...(id === undefined ? {} : { anchor: id }),
      hProperties: {
        ...node.data?.hProperties,
        ...(className.length ? { className } : {}),
        ...(lang ? { lang } : {}),
        ...(dir ? { dir } : {}),
      },
    };
    for (const name of Object.keys(unknown))
      say(attributeKnown, { name, guess: guess(name, COMMON), instead: saidHere(name) }, { file, node });
  });
}
