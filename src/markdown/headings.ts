import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { LONGEST_TITLE } from '../manuscript/limits.js';
import { headingIsReasonable } from '../manuscript/notices-limits.js';
import type { Say } from '../model/notice.js';
import { textOf } from '../tree/text-of.js';
import { SKIP, visit } from '../tree/visit.js';

/** Makes a paragraph of a heading that nothing could show as one. */
export function demoteOverlong(tree: Root, file: VFile, say: Say): void {
  visit(tree, (node) => {
    if (node.type === 'heading') {
      const { length } = textOf(node);
      if (length <= LONGEST_TITLE) return SKIP;
      say(headingIsReasonable, { characters: length }, { file, node: node.position?.start });
      Object.assign(node, { type: 'paragraph', depth: undefined });
    }
    // No heading stands in a line of text.
    return node.type === 'paragraph' ? SKIP : undefined;
  });
}

/**
 * Takes the bold type off a heading that is bold from its first letter to its last: word processors export it so, and how a heading stands
 * out is a matter of the theme.
 */
export function unbold(tree: Root): void {
  visit(tree, 'heading', (heading) => {
    const [only, ...others] = heading.children.filter((child) => child.type !== 'text' || child.value.trim());
    if (only?.type === 'strong' && !others.length) heading.children = only.children;
  });
}
