import type { RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import { formulaWords } from '../tree/formula-words.js';
import { lineOf, textOf } from '../tree/text-of.js';
import { byFrontMatter } from './front-matter-fences.js';
import { isReasonable, LONGEST_TITLE } from './limits.js';

/** A title stands at the beginning; more than this of a file is not looked at, in characters. */
const BEGINNING = 20_000;

/** A formula in a line, as Octavo reads it: no space within its dollars, no figure behind them, and no word before. */
const FORMULA =
  /(?<!\\)(?<![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\d](?=\$[^\\^_{]))\$(?![\s,;)])([^$]+?)(?<!\s)\$(?!\d)/gu;

/** A note that is called, or one inside its sentence. */
const CALL = /\[\^[^\]\s]+\]|\^\[[^\]]*\]/g;

/** What is written in braces behind a heading, or behind words of it; other braces are words themselves. */
const ATTRIBUTE = String.raw`(?:[#.][^\s{}]{1,200}|[a-z][\w-]{0,60}=(?:"[^"{}]{0,200}"|'[^'{}]{0,200}'|[^\s"'{}]{1,200})|-)`;
const BRACES = String.raw`\{\s{0,20}${ATTRIBUTE}(?:\s{1,20}${ATTRIBUTE}){0,20}\s{0,20}\}`;
const BEHIND = new RegExp(String.raw`\s{0,20}${BRACES}\s{0,20}$`);
/** `[words]{.mark}`; with nothing in it, a place that converters leave for contents, `[]{#_Toc1 .anchor}`. */
const SPAN = new RegExp(String.raw`\[([^[\]]{0,200})\]${BRACES}`, 'g');

/** Where a note has one word, CommonMark takes it for the address of a link. */
const isNoCall = (node: RootContent): boolean =>
  node.type !== 'linkReference' || !node.identifier.startsWith('^');

const plain = unified().use(remarkParse).freeze();
const readerOf = byFrontMatter((fences) => plain().use(remarkFrontmatter, fences).freeze());

/**
 * The first heading of a file, or the title in its front matter: the title of a book that gives none itself.
 * @param isCommon whether a heading and its text may stand in any book, such as “Copyright”: it is the title only of one that has no other
 */
export function firstTitle(
  file: VFile | undefined,
  isCommon: (heading: string, text: string) => boolean = () => false,
): string | undefined {
  let common: string | undefined;
  const nodes = beginningOf(file);
  for (const [i, node] of nodes.entries()) {
    if (node.type === 'yaml') {
      const title = /^title:\s*(["']?)(.+?)\1\s*$/m.exec(node.value)?.[2];
      if (title && title.length <= LONGEST_TITLE) return title;
    }
    if (node.type === 'heading' && (!common || node.depth === 1)) {
      // Attributes behind a heading and calls of notes are not part of it, and formulas stand there as words.
      const title = lineOf({ ...node, children: node.children.filter(isNoCall) } as typeof node)
        .replace(CALL, '')
        .replace(SPAN, '$1')
        .replace(BEHIND, '')
        .replace(FORMULA, (_, tex: string) => formulaWords(tex))
        .trim();
      if (!title || title.length > LONGEST_TITLE) return common;
      if (!isCommon(title, textBelow(nodes.slice(i + 1)))) return title;
      common ??= title;
    }
  }
  return common;
}

/** What stands below a heading of the first level. */
function textBelow(nodes: readonly RootContent[]): string {
  const next = nodes.findIndex((node) => node.type === 'heading' && node.depth === 1);
  return nodes
    .slice(0, next < 0 ? undefined : next)
    .map(textOf)
    .join(' ');
}

/** What a file begins with. */
export function beginningOf(file: VFile | undefined): readonly RootContent[] {
  // What cannot be parsed in any time is told when it comes to its own chapter.
  if (!file || !isReasonable(file, () => undefined)) return [];
  const text = String(file.value).slice(0, BEGINNING);
  return readerOf(text).parse(text).children;
}
