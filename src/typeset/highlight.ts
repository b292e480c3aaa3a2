import type { ElementContent } from 'hast';
import type { Code, Root } from 'mdast';
import type { Book } from '../model/book.js';
import type { CodeMarker } from '../model/code-marker.js';
import { visit } from '../tree/visit.js';
import { linesOfCode } from './code-lines.js';
import { loadGrammars } from './grammars.js';

/** A block or a line longer than this is data, not code that somebody reads, in characters; grammars are slow on it. */
const LONGEST = 50_000;
const LONGEST_LINE = 1_000;

/**
 * Marks the words of code by what they are, once for all editions, and wraps each line where the author wants lines
 * numbered (`{.numbered}`). The grammars are loaded only for a book that has code in a language that they know.
 * @param marker does it on another thread; it is done here unless given
 */
export async function highlight(
  { chapters }: Pick<Book, 'chapters'>,
  marker: Pick<CodeMarker, 'mark'> = markedHere(),
): Promise<void> {
  const blocks = chapters.flatMap(({ tree }) => codeIn(tree));
  const marked = await Promise.all(
    blocks.map(({ lang, value }) => (lang && isRead(value) ? marker.mark(value, lang) : undefined)),
  );
  for (const [i, block] of blocks.entries()) {
    const numbered = classesOf(block).includes('numbered');
    const colored = marked[i];
    if (!block.value || (!colored && !numbered)) continue;
    const children: ElementContent[] = colored ?? [{ type: 'text', value: block.value }];
    // As Markdown itself does it, the last line ends too.
    children.push({ type: 'text', value: '\n' });
    block.data = { ...block.data, hChildren: numbered ? linesOf(children) : children };
  }
}

/** Has the code of a chapter marked while others are still parsed. */
export function beginMarking(tree: Root, marker: CodeMarker): void {
  for (const { lang, value } of codeIn(tree)) if (lang && isRead(value)) marker.begin(value, lang);
}

function codeIn(tree: Root): Code[] {
  const blocks: Code[] = [];
  visit(tree, 'code', (node) => void blocks.push(node));
  return blocks;
}

function markedHere(): Pick<CodeMarker, 'mark'> {
  let grammars: ReturnType<typeof loadGrammars> | undefined;
  return {
    async mark(code, lang) {
      grammars ??= loadGrammars();
      return (await grammars)(code, lang);
    },
  };
}

function isRead(code: string): boolean {
  return code.length <= LONGEST && code.split('\n').every((line) => line.length <= LONGEST_LINE);
}

function classesOf(block: Code): readonly unknown[] {
  const names = block.data?.hProperties?.className;
  return Array.isArray(names) ? names : [];
}

/** One element for each line. */
function linesOf(children: readonly ElementContent[]): ElementContent[] {
  return linesOfCode(children).flatMap((line): ElementContent[] => [
    { type: 'element', tagName: 'span', properties: { className: ['code-line'] }, children: line },
    { type: 'text', value: '\n' },
  ]);
}
