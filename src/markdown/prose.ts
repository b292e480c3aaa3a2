import type { Nodes, Parents, Root, Text } from 'mdast';
import type { Chapter } from '../model/book.js';
import { textOf } from '../tree/text-of.js';
import { languageOf } from './languages.js';

/** What reads as one text: a paragraph, a heading, the cell of a table. */
export interface Prose {
  readonly node: Parents;
  /** Its language, a BCP 47 tag. */
  readonly tag: string;
  /** Its text nodes in order, and text that is not to be changed; what is no text stands as U+FFFC. */
  readonly runs: readonly (Text | string)[];
}

/** Neither a letter nor a space. */
const OTHER = '\ufffc';
/** Nodes that stand in a line of text and hold more of it. */
export const INLINE: ReadonlySet<string> = new Set([
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'textDirective',
]);
/** Elements of code, however they came about. */
const CODE_ELEMENTS: ReadonlySet<unknown> = new Set(['code', 'kbd', 'samp', 'var', 'tt', 'pre', 'math']);
/** HTML that an author may write code with. */
const CODE_TAG = /^<(\/?)(?:code|kbd|samp|var|tt|pre|math)\b/i;

const READ = new WeakMap<Root, readonly Prose[]>();

/** The prose of a chapter that is changed no more: found once, for all who read it. */
export function proseIn({ tree, lang }: Pick<Chapter, 'tree' | 'lang'>): readonly Prose[] {
  const prose = READ.get(tree) ?? proseOf(tree, lang);
  READ.set(tree, prose);
  return prose;
}

/**
 * Finds the prose of a chapter. Code, addresses and what its author marked `{.verbatim}` are no part of it; words of another
 * language (`[mot]{lang=fr}`) stand in it unchanged, and are a prose of their own.
 */
export function proseOf(tree: Root, tag: string): Prose[] {
  const found: Prose[] = [];
  walk(tree, tag);
  return found;

  function walk(node: Nodes, outer: string): void {
    if (!('children' in node) || isKept(node)) return;
    const own = languageOf(node) ?? outer;
    if (node.children.some((child) => child.type === 'text' || INLINE.has(child.type)))
      found.push({ node, tag: own, runs: runsOf(node, own) });
    else for (const child of node.children) walk(child, own);
  }

  function runsOf(block: Parents, own: string): (Text | string)[] {
    let code = 0;
    return block.children.flatMap((child: Nodes): (Text | string)[] => {
      const element = child.type === 'html' ? CODE_TAG.exec(child.value) : undefined;
      if (element) code = Math.max(0, code + (element[1] ? -1 : 1));
      if (code) return [OTHER];
      if (child.type === 'text') return [child];
      if (child.type === 'break') return ['\n'];
      if (child.type === 'footnoteReference' || child.type === 'html') return [];
      // An autolink shows its address: `https://a.b/--c` stays as it is.
      if (!('children' in child) || (child.type === 'link' && isBare(child))) return [OTHER];
      if (!INLINE.has(child.type)) {
        walk(child, own);
        return [OTHER];
      }
      const other = languageOf(child);
      if (!isKept(child) && (other === undefined || other === own)) return runsOf(child, own);
      walk(child, own);
      return [textOf(child).replace(/["']/g, OTHER)];
    });
  }
}

/** Whether a node is code, or its author wants it as it is typed. */
function isKept({ data }: Nodes): boolean {
  return CODE_ELEMENTS.has(data?.hName) || (data?.attributes?.classes.includes('verbatim') ?? false);
}

function isBare(link: Extract<Nodes, { type: 'link' }>): boolean {
  const only = link.children.length === 1 ? link.children[0] : undefined;
  return (
    only?.type === 'text' &&
    link.url.replace(/^mailto:|^https?:\/\//, '').startsWith(only.value.replace(/^https?:\/\//, ''))
  );
}
