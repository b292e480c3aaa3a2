import type { Delete, PhrasingContent, Root } from 'mdast';
import { NODE, replaceAcross } from '../markdown/across.js';
import type { Construct } from '../model/construct.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

/** Where a sign is raised or lowered: right behind a word, or what ends one in emphasis, in brackets or in code. */
const BEHIND = `(?<=[\\p{L}\\p{N})\\]*_\`${NODE}])`;
/** `x^2^`: what is raised is one word. */
const RAISED = new RegExp(`${BEHIND}\\^([^\\s^~[\\]]{1,40})\\^(?![\\p{L}\\p{N}^])`, 'gu');
/** `H~*2*~O`: what holds nothing but text is read as struck out. */
const LOWERED = new RegExp(`${BEHIND}~([^\\s^~[\\]${NODE}]{0,40}${NODE}[^\\s^~[\\]]{0,40})~(?!~)`, 'gu');
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
    if (source.includes('~')) {
      visit(tree, 'delete', (node) => {
        if (isLowered(node, source)) node.data = { ...node.data, hName: 'sub' };
      });
      replaceAcross(tree, file, LOWERED, (children) => made('sub', children));
    }
    // Notes have the same sign, and are everywhere: only where two of it hold a word is a chapter gone through.
    if (source.search(RAISED) >= 0) replaceAcross(tree, file, RAISED, (children) => made('sup', children));
    if (source.includes('==')) replaceAcross(tree, file, MARKED, (children) => made('mark', children));
  },
};

function made(hName: string, children: PhrasingContent[]): PhrasingContent {
  return { type: 'emphasis', data: { hName }, children };
}

function isLowered(node: Delete, source: string): boolean {
  const at = node.position?.start.offset;
  if (at === undefined || source[at + 1] === '~') return false;
  return /[\p{L}\p{N})\]*_`]$/u.test(source.slice(Math.max(0, at - 2), at)) && !/\s/.test(textOf(node));
}
