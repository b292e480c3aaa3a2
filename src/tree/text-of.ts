import { fromHtml } from 'hast-util-from-html';
import type { Node } from 'unist';
import { formulaWords } from './formula-words.js';
import { visit } from './visit.js';

/**
 * What a node of a Markdown tree says, or several in a row, without any marks. Images say their alternative text and formulas
 * their TeX, other tags and comments of HTML nothing, and where a line is broken there is a space.
 */
export function textOf(node: Node | readonly Node[]): string {
  if (!('type' in node)) return node.map(textOf).join('');
  const { type, value, alt, children } = node as Node & { value?: string; alt?: string; children?: Node[] };
  if (type === 'break') return ' ';
  if (type === 'html') return saidBy(value ?? '');
  return value ?? (alt || textOf(children ?? []));
}

/**
 * The same on one line, as titles are in contents, outlines and running heads: formulas in plain words. Spaces that do not break stay
 * what they are.
 */
export function lineOf(node: Node): string {
  return onOneLine(textOf(worded(node)));
}

/** The same with formulas as they are typed. */
export function typedLineOf(node: Node): string {
  return onOneLine(textOf(node));
}

function onOneLine(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

/** A node with words in place of its formulas. */
function worded(node: Node): Node {
  const { type, value, children } = node as Node & { value?: string; children?: Node[] };
  if (type === 'inlineMath' && value !== undefined)
    return { type: 'text', value: formulaWords(value) } as Node;
  return children ? ({ ...node, children: children.map(worded) } as Node) : node;
}

/** Words with one space between them, and none around. */
export function oneSpaced(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

function saidBy(html: string): string {
  if (/^<br\b/i.test(html)) return ' ';
  if (!/^<img\b/i.test(html)) return '';
  let said = '';
  visit(fromHtml(html, { fragment: true }), { tagName: 'img' }, (image) => {
    if (image.type === 'element') said = String(image.properties.alt ?? '');
  });
  return said;
}
