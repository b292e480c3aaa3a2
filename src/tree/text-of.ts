import { fromHtml } from 'hast-util-from-html';
import type { Node } from 'unist';
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

/** The same on one line, as titles are in contents, outlines and running heads. Spaces that do not break stay what they are. */
export function lineOf(node: Node): string {
  return textOf(node)
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/^ | $/g, '');
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
