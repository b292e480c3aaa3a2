import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { partTexts } from './part-text.js';

/** Characters that a mark stands beside; signs, figures and other letters have none (JIS X 4051, 4.11). */
const CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u30fc]\p{M}*/gu;
const MARKED: ReadonlySet<string> = new Set(['em', 'i']);
const NONE: ReadonlySet<string> = new Set();

/**
 * Gives each emphasized character of Chinese and Japanese an element of its own, beside which a stylesheet draws its mark
 * (`styles/media/paged/text.css`): as text, which a browser makes of `text-emphasis`, marks would stand in the text of a PDF.
 * @param lang of the tree
 */
export function markEmphasis(tree: Root, lang: string): void {
  const walk = (parent: Root | Element, around: string): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      const own = typeof child.properties.lang === 'string' ? child.properties.lang : around;
      if (MARKED.has(child.tagName) && /^(?:zh|ja)\b/i.test(own)) {
        const inside: Root = { type: 'root', children: child.children };
        partTexts(inside, NONE, CHARACTER, (value, text) => [
          h('span', { className: ['emphasized'] }, { ...text, value }),
        ]);
        child.children = inside.children as Element['children'];
      } else walk(child, own);
    }
  };
  walk(tree, lang);
}
