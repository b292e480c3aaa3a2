import type { PhrasingContent, Root } from 'mdast';
import type { Directives } from 'mdast-util-directive';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { guess } from '../config/guess.js';
import type { Say } from '../model/notice.js';
import { directiveKnown } from './notices.js';

/**
 * Gives back the text of what only looks like a directive: “at 10:30a” and “note:this” are prose. A block of an unknown
 * name keeps its content, and is reported.
 */
export function restoreUnknown(tree: Root, file: VFile, known: readonly string[], say: Say): void {
  const source = String(file.value);
  visit(tree, (node, index, parent) => {
    if (!isDirective(node) || known.includes(node.name) || !parent || index === undefined) return;
    if (node.type !== 'textDirective')
      say(directiveKnown, { name: node.name, guess: guess(node.name, known), known }, { file, node });
    if (node.type === 'containerDirective') {
      parent.children.splice(index, 1, ...node.children);
      return [SKIP, index];
    }
    const text = written(node, source);
    const restored: PhrasingContent[] = node.children.length
      ? [{ type: 'text', value: text.before }, ...node.children, { type: 'text', value: text.after }]
      : [{ type: 'text', value: text.whole }];
    if (node.type === 'leafDirective')
      parent.children.splice(index, 1, {
        type: 'paragraph',
        children: restored,
        ...(node.position ? { position: node.position } : {}),
      });
    else parent.children.splice(index, 1, ...restored);
    return [SKIP, index + (node.type === 'leafDirective' ? 1 : restored.length)];
  });
}

export function isDirective(node: { type: string }): node is Directives {
  return node.type === 'textDirective' || node.type === 'leafDirective' || node.type === 'containerDirective';
}

function written(node: Directives, source: string): { whole: string; before: string; after: string } {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const inner = node.children;
  const from = inner[0]?.position?.start.offset ?? end;
  const to = inner.at(-1)?.position?.end.offset ?? end;
  return { whole: source.slice(start, end), before: source.slice(start, from), after: source.slice(to, end) };
}
