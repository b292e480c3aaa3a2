import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { elementsIn } from '../../tree/elements-in.js';
import { decoded } from '../documents/links.js';
import { elements, idOf, rewrite } from '../documents/rewrite.js';

/**
 * Footnotes as e-readers want them, made from what remark-rehype makes of GFM footnotes. The reference is a plain link
 * without `<sup>` (Kindle and Kobo open a pop-up only then); the note is an `<aside>` that begins with its number, which
 * leads back, and has no link at its end (Kindle merges notes that do) unless it is called again: the ways back to further calls
 * stand behind its text, which they would part from its number. What stands over the notes is said and not shown, for
 * readers that open notes in a pop-up hide the asides, and a heading would stand over nothing. EPUB SSV 1.1 and DPUB-ARIA 1.1
 * give the names.
 */
export function bindNotes(tree: Root): Root {
  const numbers = new Map<string, string>();
  for (const element of elements(tree)) {
    const { dataFootnoteRef, href } = element.properties;
    if (dataFootnoteRef === undefined || typeof href !== 'string') continue;
    // The id may or may not be percent-encoded as the link is: remark-rehype encodes both, others only the link.
    const id = href.slice(1);
    for (const spelling of [id, decoded(id)]) numbers.set(spelling, textOf(element).trim());
  }
  if (numbers.size === 0) return tree;
  const children = rewrite(tree.children, (node) => {
    if (node.type !== 'element') return [node];
    if (node.properties.dataFootnoteRef !== undefined) return [reference(node)];
    if (node.tagName === 'sup' && isReference(node.children)) return node.children;
    if (node.properties.dataFootnotes !== undefined) return [collection(node, numbers)];
    return [node];
  });
  return { ...tree, children };
}

function reference({ properties: { id, href }, children }: Element): Element {
  return {
    type: 'element',
    tagName: 'a',
    properties: { 'epub:type': 'noteref', role: 'doc-noteref', className: ['noteref'], id, href },
    children,
  };
}

/** A `<sup>` that held nothing but a reference, which has been rewritten by now. */
function isReference(children: readonly ElementContent[]): boolean {
  return (
    children.length === 1 && children[0]?.type === 'element' && children[0].properties.role === 'doc-noteref'
  );
}

function collection(section: Element, numbers: ReadonlyMap<string, string>): Element {
  const lists = elementsIn(section);
  const title = lists.filter(({ tagName }) => tagName !== 'ol').map(textOf);
  return {
    type: 'element',
    tagName: 'section',
    properties: {
      'epub:type': 'footnotes',
      role: 'doc-endnotes',
      className: ['footnotes'],
      ariaLabel: title.join(' ') || undefined,
    },
    children: lists
      .filter(({ tagName }) => tagName === 'ol')
      .flatMap(({ children }) => children.flatMap((item) => note(item, numbers))),
  };
}

function note(item: ElementContent, numbers: ReadonlyMap<string, string>): Element[] {
  if (item.type !== 'element') return [];
  const id = idOf(item) ?? '';
  const back = [...elements(item)].filter((element) => element.properties.dataFootnoteBackref !== undefined);
  const [first, ...others] = back;
  const number: ElementContent[] = first
    ? [backLink(first, `${numbers.get(id) ?? ''}.`), { type: 'text', value: ' ' }]
    : [];
  const again = others.flatMap((link): ElementContent[] => [
    { type: 'text', value: ' ' },
    backLink(link, textOf(link).trim()),
  ]);
  const body = withoutBackLinks(item.children);
  const begun = isParagraph(body[0]) ? body : [paragraph([]), ...body];
  const ended = isParagraph(begun.at(-1)) || !again.length ? begun : [...begun, paragraph([])];
  const children = ended.map((child, index) => ({
    ...child,
    children: [
      ...(index === 0 ? number : []),
      ...child.children,
      ...(index === ended.length - 1 ? again : []),
    ],
  }));
  return [
    {
      type: 'element',
      tagName: 'aside',
      properties: { 'epub:type': 'footnote', role: 'doc-footnote', className: ['footnote'], id },
      children,
    },
  ];
}

function isParagraph(node: Element | undefined): boolean {
  return node?.tagName === 'p';
}

function paragraph(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'p', properties: {}, children };
}

/** The name begins with what is seen, so that who speaks to his reader can call it (WCAG 2.2, 2.5.3). */
function backLink({ properties: { href, ariaLabel } }: Element, words: string): Element {
  return {
    type: 'element',
    tagName: 'a',
    properties: {
      role: 'doc-backlink',
      className: ['note-number'],
      href,
      ariaLabel: ariaLabel ? `${words} ${ariaLabel}` : undefined,
    },
    children: [{ type: 'text', value: words }],
  };
}

/** Without the back-links, the space before them, the `<sup>` numbers in them, and a paragraph that held nothing else. */
function withoutBackLinks(nodes: readonly ElementContent[]): Element[] {
  const kept = rewrite(nodes, (node) => {
    if (node.type !== 'element') return [node];
    if (node.properties.dataFootnoteBackref !== undefined) return [];
    if (node.tagName !== 'p') return [node];
    const children = trimmedEnd(node.children);
    return children.length === 0 ? [] : [{ ...node, children }];
  });
  return kept.filter((node): node is Element => node.type === 'element');
}

function trimmedEnd(nodes: readonly ElementContent[]): ElementContent[] {
  const last = nodes.at(-1);
  if (last?.type !== 'text') return [...nodes];
  const value = last.value.trimEnd();
  return value === '' ? trimmedEnd(nodes.slice(0, -1)) : [...nodes.slice(0, -1), { ...last, value }];
}
