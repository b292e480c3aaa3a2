import type { InlineMath, Math as MathBlock, Nodes } from 'mdast';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import type { Book } from '../model/book.js';
import type { Say } from '../model/notice.js';
import { visit } from '../tree/visit.js';
import { formulaReads } from './notices.js';

/**
 * Translates the formulas of a book from TeX, once for all editions. One that cannot be read is told, and its source stays on
 * the page as code. Nothing is loaded for a book without formulas.
 */
export async function setFormulas({ chapters }: Pick<Book, 'chapters'>, say: Say): Promise<void> {
  const found: { node: MathBlock | InlineMath; file: VFile }[] = [];
  for (const { tree, file } of chapters)
    visit(tree, (node) => {
      if (node.type === 'math' || node.type === 'inlineMath') found.push({ node, file });
    });
  if (!found.length) return;
  const { texToMathml } = await import('./tex.js');
  for (const { node, file } of found) {
    const made = texToMathml(node);
    if ('reason' in made) {
      say(formulaReads, made, { file, node: placeIn(node, made.at, String(file.value)) ?? node });
      showSource(node);
      continue;
    }
    const { hProperties } = node.data ?? {};
    node.data = {
      ...node.data,
      hName: made.tagName,
      hProperties: { ...made.properties, ...hProperties },
      hChildren: made.children,
    };
  }
}

function showSource(node: MathBlock | InlineMath): void {
  const code: Nodes = { type: node.type === 'math' ? 'code' : 'inlineCode', value: node.value.trim() };
  Object.assign(node, code);
}

/** The place in the source of a character of a formula, whatever quotes and lists its lines stand in. */
function placeIn({ value, position }: MathBlock | InlineMath, at: number, source: string): Point | undefined {
  if (!position) return undefined;
  const before = value.slice(0, at).split(/\r\n|\r|\n/);
  const within = before.length - 1;
  const line = position.start.line + within;
  const written = source.split(/\r\n|\r|\n/)[line - 1] ?? '';
  const own = value.split(/\r\n|\r|\n/)[within] ?? '';
  const start = written.indexOf(own, within ? 0 : position.start.column);
  // In a table its bars are written otherwise.
  return start < 0 ? position.start : { line, column: start + (before[within]?.length ?? 0) + 1 };
}
