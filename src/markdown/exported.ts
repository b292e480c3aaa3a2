import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { SKIP, visit } from '../tree/visit.js';

/** What pandas writes above each of its tables in a notebook, and nothing else. */
const OF_PANDAS = /<style scoped>\s*(?:\.dataframe\s[^{}<>@\\()]*\{[^{}<>@\\()]*\}\s*)+<\/style>/;

/** What Pandoc writes between two lists, so that they stay two: a comment, as it stands in HTML. */
const COMMENT = /^\s*(?:<!--[^<>]*-->\s*)+$/;

/** Leaves out what other programs put into what they export, and what shows nothing. */
export function dropExported(tree: Root, file: VFile): void {
  const source = String(file.value);
  if (source.includes('<style scoped>')) dropNotebookStyles(tree, file);
  if (source.includes('{=html}'))
    visit(tree, 'code', (node, index, parent) => {
      if (node.lang !== '{=html}' || !COMMENT.test(node.value) || index === undefined) return undefined;
      parent?.children.splice(index, 1);
      const { start, end } = node.position ?? {};
      file.data.leftOut?.push({ from: start?.offset ?? 0, to: end?.offset ?? 0 });
      return [SKIP, index];
    });
}

/**
 * Leaves out how tables of pandas look in a notebook; the table itself stays. To Markdown a style with blank lines in it is HTML,
 * code and HTML.
 */
function dropNotebookStyles(tree: Root, file: VFile): void {
  const source = String(file.value);
  for (const [i, node] of tree.children.entries()) {
    const from = node.type === 'html' ? node.value.indexOf('<style scoped>') : -1;
    const start = node.position?.start.offset;
    if (from < 0 || start === undefined || node.type !== 'html') continue;
    const [style] = OF_PANDAS.exec(source.slice(start)) ?? [];
    const last = tree.children.findIndex(
      (one, k) => k >= i && one.type === 'html' && one.value.includes('</style>'),
    );
    const end = tree.children[last];
    if (!style || end?.type !== 'html' || source.indexOf(style, start) !== start + from) continue;
    const stop = start + from + style.length;
    if (end === node) node.value = node.value.replace(style, blank);
    else {
      node.value = node.value.slice(0, from);
      end.value = end.value.replace(/^[\s\S]*?<\/style>/, blank);
      tree.children.splice(i + 1, last - i - 1);
    }
    file.data.leftOut?.push({ from: start + from, to: stop });
  }
}

/** What stands behind it keeps its line. */
const blank = (cut: string): string => cut.replace(/[^\n]+/g, '');
