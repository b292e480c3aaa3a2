import type { Element, ElementContent, Nodes } from 'xast';
import { toXml } from 'xast-util-to-xml';

type Child = ElementContent | string | undefined | readonly Child[];

/** One XML element. Attributes and children that are `undefined` are left out, lists of children are flattened. */
export function x(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly Child[]
): Element {
  const given = Object.entries(attributes).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { type: 'element', name, attributes: Object.fromEntries(given), children: children.flatMap(nodes) };
}

function nodes(child: Child): ElementContent[] {
  if (child === undefined) return [];
  if (typeof child === 'string') return [{ type: 'text', value: child }];
  return 'type' in child ? [child] : child.flatMap(nodes);
}

/** A whole XML document in UTF-8, with each child of its root on a line of its own, so that a person can read it. */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${xmlText(indented(root, '\n'))}\n`;
}

/** Only between elements: white space beside text would become part of it. */
function indented(element: Element, line: string): Element {
  if (element.children.length === 0 || element.children.some((child) => child.type === 'text'))
    return element;
  const deeper = `${line}  `;
  const children = element.children.flatMap((child): ElementContent[] => [
    { type: 'text', value: deeper },
    child.type === 'element' ? indented(child, deeper) : child,
  ]);
  return { ...element, children: [...children, { type: 'text', value: line }] };
}

/** A tree of XML as text, without a declaration. `close`: write elements without content as `<a/>`, not `<a></a>`. */
export function xmlText(tree: Nodes, close = true): string {
  const xml = legal(toXml(tree, { closeEmptyElements: close, tightClose: true }));
  // The names every reader of the file knows; a literal `&` has been escaped, so these can only be references. Nothing is
  // written as a section of text, and nothing else may hold what ends one (XML 1.0, 2.4).
  return xml
    .replaceAll('&#x26;', '&amp;')
    .replaceAll('&#x3C;', '&lt;')
    .replaceAll('&#x22;', '&quot;')
    .replaceAll(']]>', ']]&gt;');
}

/** Text without what XML 1.0 cannot hold (controls, lone surrogates, U+FFFE, U+FFFF). */
function legal(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML forbids
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/gu, '');
}
