import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { core } from '../../src/core.js';
import { remotePath } from '../../src/manuscript/assets.js';
import type { Construct } from '../../src/model/construct.js';
import { understand } from './chapter.js';

/*
 * Makes what the specifications of CommonMark and GFM expect comparable with what Octavo makes of the same Markdown.
 */

/** An address that holds, for each of those that an example names and that cannot be there. */
const standIn = (i: number): string => `https://elsewhere.example/${i}.png`;
/** No example names more. */
const ADDRESSES = 40;
const IMAGES = Array.from({ length: ADDRESSES }, (_, i) => remotePath(standIn(i)) ?? '');

/**
 * HTML that Octavo makes of the Markdown of one example, as a list of tags and texts. What every chapter has is taken away,
 * and what is only another form of the same is brought to the form of the specification.
 * @param typographic whether quotes and dashes are made typographic
 */
export function oursOf(markdown: string, typographic = false): string[] {
  const written: string[] = [];
  const away = (url: string): string => standIn(written.push(url) - 1);
  const elsewhere: Construct = {
    name: 'elsewhere',
    sample: '',
    phase: 'marks',
    remark(tree) {
      visit(tree, (node) => {
        // In HTML as well; what its author wrote there is not encoded.
        if (node.type === 'html')
          node.value = node.value.replace(
            /(<(?:a|img)\s(?:href|src)=)"([^"]*)"/g,
            (_, start: string, url: string) => `${start}"${away(decoded(url))}"`,
          );
        if (node.type !== 'image' && node.type !== 'link' && node.type !== 'definition') return;
        // Addresses on the web are no business of the book, and those of other schemes are a matter of safety.
        if (node.type === 'image' || !/^[a-z][a-z0-9+.-]*:/i.test(node.url))
          node.url = away(encoded(node.url));
      });
    },
  };
  const own = core.constructs ?? [];
  const constructs = [...own.filter(({ name }) => typographic || name !== 'typography'), elsewhere];
  const chapter = understand({ 'chapter.md': markdown }, { constructs, assets: IMAGES });
  const tree = fromHtml(chapter.dress('reflowable').html, { fragment: true });
  visit(tree, 'element', (element) => {
    for (const name of ['href', 'src']) {
      const url = String(element.properties[name] ?? '');
      const number = IMAGES.includes(url)
        ? IMAGES.indexOf(url)
        : Number(/^https:\/\/elsewhere\.example\/(\d+)/.exec(url)?.[1]);
      const address = written[number];
      if (address !== undefined) element.properties[name] = address;
    }
  });
  plain(tree);
  return flat(tree);
}

/** HTML that a specification expects, as the same list. */
export function theirsOf(html: string): string[] {
  // The line's end would be put into whatever element an example leaves open.
  return flat(fromHtml(html.trimEnd(), { fragment: true }));
}

/** Signs that no address may hold, as percent signs; those that are there stay. */
function encoded(url: string): string {
  return encodeURI(url).replace(/%25(?=[0-9a-f]{2})/gi, '%');
}

function decoded(attribute: string): string {
  return textOf(fromHtml(attribute, { fragment: true }));
}

/** Takes away what is Octavo's own form, where its meaning is that of the specification. */
function plain(tree: Root): void {
  // The title that a chapter without one has from the name of its file.
  const [first] = tree.children;
  if (first?.type === 'element' && first.tagName === 'h1' && textOf(first) === 'Chapter')
    tree.children.shift();
  visit(tree, 'element', (element, index, parent) => {
    const { tagName, properties, children } = element;
    const classes = (properties.className ?? []) as readonly string[];
    // Ids are those of one chapter among others; headings have one each.
    if (typeof properties.id === 'string') properties.id = properties.id.replace(/^chapter--/, '');
    if (/^h[1-6]$/.test(tagName)) delete properties.id;
    if (tagName === 'img') {
      delete properties.width;
      delete properties.height;
    }
    // An image that stands alone is a figure; its title is the caption.
    if (tagName === 'figure') {
      const [image, caption] = children as (Element | undefined)[];
      element.tagName = 'p';
      element.properties = {};
      if (image && caption) image.properties.title = textOf(caption);
      element.children = children.slice(0, 1);
    }
    // Boxes are there to be ticked with a pen.
    if (classes.includes('checklist') || classes.includes('task')) delete properties.className;
    if (classes.includes('box') && parent && index !== undefined) {
      const checked = classes.includes('box-done');
      parent.children.splice(
        index,
        1,
        {
          type: 'element',
          tagName: 'input',
          properties: { ...(checked ? { checked } : {}), disabled: true, type: 'checkbox' },
          children: [],
        },
        { type: 'text', value: ' ' },
      );
      return SKIP;
    }
    return undefined;
  });
}

/** Space beside these is of no consequence. */
const BLOCKS = new Set(
  'article aside blockquote body br col colgroup dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr input li ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Tags with their attributes in order, and texts without the space that no browser shows. */
function flat(tree: Root): string[] {
  const list: string[] = [];
  const walk = (node: Nodes, kept: boolean): void => {
    if (node.type === 'text') {
      const text = kept ? node.value : node.value.replace(/\s+/g, ' ');
      if (list.at(-1)?.startsWith('"')) list.push(`"${list.pop()?.slice(1, -1)}${text}"`);
      else list.push(`"${text}"`);
    } else if (node.type === 'element') {
      const named = Object.entries(node.properties).filter(([name, value]) => name !== 'alt' || value);
      const attributes = named.map(
        ([name, value]) => ` ${name}=${JSON.stringify(name === 'href' ? lowerScheme(String(value)) : value)}`,
      );
      list.push(`<${node.tagName}${attributes.sort().join('')}>`);
      for (const child of node.children) walk(child, kept || node.tagName === 'pre');
      list.push(`</${node.tagName}>`);
    } else if (node.type === 'root') for (const child of node.children) walk(child, kept);
    else if (node.type === 'comment') list.push(`<!--${node.value}-->`);
  };
  walk(tree, false);
  return trimmed(list);
}

function lowerScheme(url: string): string {
  return url.replace(/^[a-z]+:/i, (scheme) => scheme.toLowerCase());
}

function trimmed(list: readonly string[]): string[] {
  const isBlock = (entry: string | undefined): boolean =>
    entry === undefined || BLOCKS.has(/^<\/?(\w+)/.exec(entry)?.[1] ?? '');
  let pre = 0;
  return list.flatMap((entry, i) => {
    if (entry.startsWith('<pre')) pre++;
    if (entry === '</pre>') pre--;
    if (!entry.startsWith('"') || pre) return entry;
    let text = entry.slice(1, -1);
    if (isBlock(list[i - 1])) text = text.trimStart();
    if (isBlock(list[i + 1])) text = text.trimEnd();
    return text ? `"${text}"` : [];
  });
}
