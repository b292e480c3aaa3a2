import type { Delete, PhrasingContent, Root } from 'mdast';
import { replaceWithin } from '../markdown/within.js';
import type { Construct } from '../model/construct.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

/** `x^2^`: what is raised is one word, and stands right behind another. */
const RAISED = /(?<=[\p{L}\p{N})\]])\^([^\s^~[\]]{1,40})\^(?![\p{L}\p{N}^])/gu;
/** `==these words==`; two signs between two words are a comparison. */
const MARKED = /(?<![\p{L}\p{N}=])==(?![\s=])([^=\n]{1,1000}?)(?<!\s)==(?![\p{L}\p{N}=])/gu;

/**
 * Pandoc's short signs for what `[…]{.sub}`, `[…]{.sup}` and `[…]{.mark}` say at length. A single tilde strikes out, as on
 * GitHub, unless it stands behind a word and holds no space, where nobody strikes anything out.
 */
export const shorthand: Construct = {
  name: 'shorthand',
  phase: 'nodes',
  sample: 'H~2~O, the 5^th^ day, ==these words==, and ~~no more~~.\n',
  mark: /[~^]|==/,
  remark(tree: Root, file) {
    const source = String(file.value);
    if (source.includes('~'))
      visit(tree, 'delete', (node) => {
        if (isLowered(node, source)) node.data = { ...node.data, hName: 'sub' };
      });
    // Notes have the same sign, and are everywhere: only where two of it hold a word is a chapter gone through.
    if (source.search(RAISED) >= 0) replaceWithin(tree, file, RAISED, ([, text = '']) => made('sup', text));
    if (source.includes('==')) replaceWithin(tree, file, MARKED, ([, text = '']) => made('mark', text));
  },
};

function made(hName: string, value: string): PhrasingContent {
  return { type: 'emphasis', data: { hName }, children: [{ type: 'text', value }] };
}

function isLowered(node: Delete, source: string): boolean {
  const at = node.position?.start.offset;
  if (at === undefined || source[at + 1] === '~') return false;
  return /[\p{L}\p{N})\]]$/u.test(source.slice(Math.max(0, at - 2), at)) && !/\s/.test(textOf(node));
}
