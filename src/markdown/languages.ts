import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { hyphenated, isLanguage } from '../language/tag.js';
import type { Say } from '../model/notice.js';
import { visit } from '../tree/visit.js';
import { attributeValid } from './notices.js';

const DIRECTIONS = ['ltr', 'rtl', 'auto'];

/** Holds the languages and directions that the author gave to parts of a chapter against what there is; others are reported. */
export function holdLanguages(tree: Root, file: VFile, say: Say): void {
  visit(tree, (node) => {
    const attributes = node.data?.attributes;
    if (!attributes) return;
    const { lang: written, dir: way, ...rest } = attributes.values;
    const wrong = (name: string, value: string, wants: string): void =>
      say(attributeValid, { name, value, wants }, { file, node });
    const lang = written === undefined ? undefined : hyphenated(written);
    const known = lang !== undefined && isLanguage(lang);
    if (lang !== undefined && !known) wrong('lang', lang, 'a language tag such as fr, de-CH or he');
    const leads = way !== undefined && DIRECTIONS.includes(way);
    if (way !== undefined && !leads) wrong('dir', way, 'ltr, rtl or auto');
    const values = { ...rest, ...(known ? { lang } : {}), ...(leads ? { dir: way } : {}) };
    node.data = { ...node.data, attributes: { ...attributes, values } };
  });
}

/** The language of a node that the author gave one. */
export function languageOf(node: Nodes): string | undefined {
  return node.data?.attributes?.values.lang;
}

/** Shows every node of a tree, with the language that it stands in. */
export function visitInLanguage(node: Nodes, around: string, see: (node: Nodes, lang: string) => void): void {
  const lang = languageOf(node) ?? around;
  see(node, lang);
  if ('children' in node) for (const child of node.children) visitInLanguage(child, lang, see);
}
