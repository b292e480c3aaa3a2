import type { Element, Nodes, Root } from 'hast';
import { isSlanted } from '../language/scripts.js';
import { isLanguage } from '../language/tag.js';
import { addClass, hasClass, UNSLANTED } from '../tree/classes.js';
import { textOf } from '../tree/text-of.js';

const SLANTED: ReadonlySet<string> = new Set(['em', 'i', 'cite', 'dfn']);
/** Chinese and Japanese put marks beside characters of these; the title of a work is none. */
const STRESSED: ReadonlySet<string> = new Set(['em', 'i']);
const CHARACTERS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u;

/** Scripts that have no slanted letters, and what they emphasize by instead: Hebrew by space between its letters, Arabic by weight. */
const INSTEAD: readonly (readonly [script: RegExp, className: string])[] = [
  [/\p{Script=Hebrew}/u, 'emphasis-spaced'],
  [/\p{Script=Arabic}/u, 'emphasis-bold'],
];

/**
 * Marks what a stylesheet cannot know of slanted letters (`styles/base/text.css`): which languages have none, what is emphasized in
 * others than the words around it, and what is emphasized within emphasis, which stands upright.
 * @param lang of the tree
 */
export function markUpright(tree: Root, lang: string): void {
  const walk = (parent: Nodes, around: string, upright: boolean, leaning: boolean): void => {
    if (!('children' in parent)) return;
    for (const node of parent.children) {
      if (node.type !== 'element') continue;
      const own = String(node.properties.lang ?? '');
      const says = isLanguage(own);
      const language = says ? own : around;
      const unslanted = says ? !isSlanted(own) : upright;
      const emphasis = SLANTED.has(node.tagName) || hasClass(node, 'term');
      const isMarked = says || emphasis || /^h[1-6]$/.test(node.tagName) || hasClass(node, 'speaker');
      if (unslanted && isMarked) addClass(node, UNSLANTED);
      walk(node, language, unslanted, emphasis ? leans(node, language, leaning) : leaning);
    }
  };
  walk(tree, lang, !isSlanted(lang), false);
}

/** The classes of what is in a language as a whole. */
export function classesIn(lang: string): string[] | undefined {
  return isSlanted(lang) ? undefined : [UNSLANTED];
}

/** Marks one emphasis, and says whether what is in it leans. */
function leans(element: Element, lang: string, leaning: boolean): boolean {
  const instead = insteadOf(element, lang);
  if (instead) addClass(element, instead);
  else if (leaning) addClass(element, 'emphasis-within');
  return !instead && !leaning;
}

/** What letters have that are not slanted, as a class. */
function insteadOf(element: Element, lang: string): string | undefined {
  const words = textOf(element);
  const [, className] = INSTEAD.find(([script]) => script.test(words)) ?? [];
  const marked = STRESSED.has(element.tagName) && /^(?:zh|ja)\b/i.test(lang) && CHARACTERS.test(words);
  return className ?? (marked ? 'emphasis-marked' : undefined);
}
