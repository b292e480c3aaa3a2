import type { Element, Nodes, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { directionOf, isLanguage } from '../language/tag.js';
import { hasClass, UNBROKEN } from '../tree/classes.js';

const CODE: ReadonlySet<string> = new Set(['pre', 'code', 'kbd', 'samp']);

/** Groups of figures, with spaces between them. */
const GROUPED = /^\+?[\d\s-]+$/;

/**
 * Says the direction of whatever is in a language that is read from the other side than what it stands in, and of code and numbers of
 * several groups where lines begin at the right: these are read from the left in every language, and their groups would stand in the
 * order of words, `4567 123 0800`. Stylesheets of an EPUB may not say so, and an attribute may.
 * @param dir the side that the lines of the section begin on
 */
export function direct(tree: Root, lang: string, dir: 'ltr' | 'rtl'): void {
  const walk = (parent: Nodes, language: string, around: string): void => {
    if (!('children' in parent)) return;
    for (const node of parent.children) {
      if (node.type !== 'element') continue;
      const { tagName, properties } = node;
      if (around !== 'ltr' && (CODE.has(tagName) || isNumber(node))) {
        properties.dir ??= 'ltr';
        continue;
      }
      const own = String(properties.lang ?? language);
      const known = own !== language && isLanguage(own) ? own : language;
      if (known !== language && directionOf(known) !== directionOf(language))
        properties.dir ??= directionOf(known);
      walk(node, known, String(properties.dir ?? around));
    }
  };
  walk(tree, lang, dir);
}

function isNumber(node: Element): boolean {
  return hasClass(node, UNBROKEN) && GROUPED.test(textOf(node));
}
