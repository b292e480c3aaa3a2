import type { Nodes, Root } from 'hast';
import { directionOf, isLanguage } from '../language/tag.js';

const CODE: ReadonlySet<string> = new Set(['pre', 'code', 'kbd', 'samp']);

/**
 * Says the direction of whatever is in a language that is read from the other side than what it stands in, and of code where lines
 * begin at the right: it is read from the left in every language. Stylesheets of an EPUB may not say so, and an attribute may.
 * @param dir the side that the lines of the section begin on
 */
export function direct(tree: Root, lang: string, dir: 'ltr' | 'rtl'): void {
  const walk = (parent: Nodes, language: string, around: string): void => {
    if (!('children' in parent)) return;
    for (const node of parent.children) {
      if (node.type !== 'element') continue;
      const { tagName, properties } = node;
      if (CODE.has(tagName) && around !== 'ltr') {
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
