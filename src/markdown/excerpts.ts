import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { visit } from '../tree/visit.js';

/**
 * Fills code with the text that was laid ready for it: a whole block that names a file, and single lines of mdBook's within
 * one. What could not be read has been reported, and leaves what the author wrote.
 */
export function fillExcerpts(tree: Root, { data: { excerpts } }: VFile): void {
  visit(tree, 'code', (node) => {
    const line = node.position?.start.line ?? 0;
    const attributes = node.data?.attributes;
    if (attributes?.values.file !== undefined) {
      const { file: _, region: __, lines: ___, ...values } = attributes.values;
      node.value = excerpts?.get(line) ?? node.value;
      node.data = { ...node.data, attributes: { ...attributes, values } };
    } else if (excerpts?.size)
      node.value = node.value
        .split('\n')
        .map((text, i) => excerpts.get(line + 1 + i)?.replace(/^(?=.)/gm, () => marginOf(text)) ?? text)
        .join('\n');
  });
}

function marginOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}
