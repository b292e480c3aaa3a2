import type { RootContent } from 'mdast';
import { SCENE_SIGNS } from '../markdown/scene-signs.js';
import type { Rule } from '../model/rule.js';
import { textOf } from '../tree/text-of.js';

/** What HTML had to set them in the middle with, and what is told as such. */
const OBSOLETE = /<(?:center|font|big)\b/i;

/** What parts two scenes is a break, and no paragraph of signs. */
export const sceneBreakIsMarked: Rule<{ signs: string }> = {
  id: 'scene-break-is-marked',
  severity: 'warning',
  says: ({ signs }) => `“${signs}” is a paragraph of signs, set as any other`,
  remedy: () =>
    'If it parts two scenes, write * * * on a line of its own; which sign is printed is said by tokens: {scene-break: "\'~\'"}.',
  why: 'A break between scenes stands in the middle, stays with the text on both sides, has no indented line behind it, and is read as a break.',
  examples: { good: '# One\n\nText.\n\n* * *\n\nMore.\n\n…\n', bad: '# One\n\nText.\n\n~\n\nMore.\n' },
  check(book, complain) {
    for (const { tree, file } of book.chapters)
      for (const [i, block] of tree.children.entries()) {
        // Converters put what stood in the middle into a block of its own.
        const node =
          block.type === 'containerDirective' && block.children.length === 1 ? block.children[0] : block;
        const signs = node && signsOf(node);
        const [before, after] = [tree.children[i - 1], tree.children[i + 1]];
        if (signs && before?.type !== 'heading' && before && after) complain({ signs }, { file, node });
      }
  },
};

function signsOf(node: RootContent): string | undefined {
  if (node.type !== 'html' && (node.type !== 'paragraph' || node.data?.hName)) return undefined;
  if (node.type === 'html' && OBSOLETE.test(node.value)) return undefined;
  const text = (node.type === 'html' ? node.value.replace(/<[^<>]*>/g, '') : textOf(node)).trim();
  return SCENE_SIGNS.test(text) ? text : undefined;
}
