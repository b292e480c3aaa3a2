import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { LONGEST_TITLE } from '../manuscript/limits.js';
import { headingIsReasonable } from '../manuscript/notices-limits.js';
import type { Say } from '../model/notice.js';

/** Makes a paragraph of a heading that nothing could show as one. */
export function demoteOverlong(tree: Root, file: VFile, say: Say): void {
  visit(tree, 'heading', (node) => {
    const { length } = textOf(node);
    if (length <= LONGEST_TITLE) return;
    say(headingIsReasonable, { characters: length }, { file, node: node.position?.start });
    Object.assign(node, { type: 'paragraph', depth: undefined });
  });
}
