import type { ElementContent, Root as HastRoot } from 'hast';
import type { Code } from 'mdast';
import type { Book } from '../model/book.js';
import { visit } from '../tree/visit.js';
import { linesOfCode } from './code-lines.js';

/** A block or a line longer than this is data, not code that somebody reads, in characters; grammars are slow on it. */
const LONGEST = 50_000;
const LONGEST_LINE = 1_000;

/**
 * Marks the words of code by what they are, once for all editions, and wraps each line where the author wants lines
 * numbered (`{.numbered}`). The grammars are loaded only for a book that has code in a language that they know.
 */
export async function highlight({ chapters }: Pick<Book, 'chapters'>): Promise<void> {
  const blocks: Code[] = [];
  for (const { tree } of chapters) visit(tree, 'code', (node) => void blocks.push(node));
  const marked = blocks.some(({ lang }) => lang) ? await highlighter() : () => undefined;
  for (const block of blocks) {
    const numbered = classesOf(block).includes('numbered');
    const colored = block.lang && isRead(block.value) ? marked(block.value, block.lang) : undefined;
    if (!block.value || (!colored && !numbered)) continue;
    const children: ElementContent[] = colored ?? [{ type: 'text', value: block.value }];
    // As Markdown itself does it, the last line ends too.
    children.push({ type: 'text', value: '\n' });
    block.data = { ...block.data, hChildren: numbered ? linesOf(children) : children };
  }
}

function isRead(code: string): boolean {
  return code.length <= LONGEST && code.split('\n').every((line) => line.length <= LONGEST_LINE);
}

function classesOf(block: Code): readonly unknown[] {
  const names = block.data?.hProperties?.className;
  return Array.isArray(names) ? names : [];
}

/** Marks code, or answers `undefined` for a language that is not known. */
async function highlighter(): Promise<(code: string, lang: string) => ElementContent[] | undefined> {
  const { common, createStarryNight } = await starryNightAlone();
  const starryNight = await createStarryNight(common);
  return (code, lang) => {
    const scope = starryNight.flagToScope(lang);
    if (!scope) return undefined;
    const { children } = starryNight.highlight(code, scope) as HastRoot;
    return children.filter((child) => child.type !== 'doctype');
  };
}

type StarryNight = Pick<typeof import('@wooorm/starry-night'), 'common' | 'createStarryNight'>;

/**
 * The package without the 600 grammars that its front door brings along: they take longer to load than a book takes to highlight.
 */
async function starryNightAlone(): Promise<StarryNight> {
  try {
    const home = import.meta.resolve('@wooorm/starry-night');
    const [{ grammars: common }, { createStarryNight }] = await Promise.all([
      import(new URL('lib/common.js', home).href),
      import(new URL('lib/index.js', home).href),
    ]);
    return { common, createStarryNight };
  } catch {
    // Its rooms were moved, or something else resolves modules here.
    return import('@wooorm/starry-night');
  }
}

/** One element for each line. */
function linesOf(children: readonly ElementContent[]): ElementContent[] {
  return linesOfCode(children).flatMap((line): ElementContent[] => [
    { type: 'element', tagName: 'span', properties: { className: ['code-line'] }, children: line },
    { type: 'text', value: '\n' },
  ]);
}
