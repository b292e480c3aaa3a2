import type { Properties } from 'hast';
import type { BlockContent, Blockquote, DefinitionContent, List, Paragraph } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { takeLabel } from '../markdown/directives.js';
import type { Construct } from '../model/construct.js';
import type { Notice } from '../model/notice.js';
import type { Words } from '../model/words.js';
import { visit } from '../tree/visit.js';

type Block = BlockContent | DefinitionContent;
type Side = 'say' | 'rather';

/** What somebody asks or does, if it is said; what to say, and what not. */
interface Pair {
  readonly prompt: Block[];
  readonly say: Block[];
  readonly rather: Block[];
}

const pairComplete: Notice<{ lacks: Side }> = {
  id: 'pair-complete',
  severity: 'warning',
  says: ({ lacks }) => `This pair lacks ${lacks === 'say' ? 'what to say' : 'what not to say'}`,
  remedy: ({ lacks }) =>
    lacks === 'say'
      ? 'Write it on a line that begins with a plus: + I miss you.'
      : 'Write it on a line that begins with a hyphen: - You never think of me.',
  why: 'The two sides of a pair stand beside each other under their heads; where one is empty, a reader looks for it.',
};

const SIDES: Readonly<Record<string, Side>> = { '+': 'say', '-': 'rather' };

/**
 * `:::pairs`: what to say, on lines that begin with `+`, and rather than what, on lines that begin with `-`; a paragraph
 * before the two says when.
 */
export const pairs: Construct = {
  name: 'pairs',
  sample:
    ':::pairs\n"You have gone quiet."\n\n+ "You asked for room."\n- "Had you *noticed*?"\n\n"How are you?"\n\n+ "Up and down."\n- "Fine."\n:::\n',
  directives: [':::pairs'],
  css: 'pairs',
  notices: [pairComplete],
  mark: /:::/,
  remark(tree, file, say, { words }) {
    const source = String(file.value);
    visit(tree, 'containerDirective', (node: ContainerDirective) => {
      if (node.name !== 'pairs') return;
      const title = takeLabel(node);
      const all = pairsOf(node.children as Block[], source);
      for (const pair of all)
        for (const lacks of ['say', 'rather'] as const) {
          const [first] = [...pair.prompt, ...pair.say, ...pair.rather];
          if (!pair[lacks].length) say(pairComplete, { lacks }, { file, node: first ?? node });
        }
      node.data = { ...node.data, hName: 'table', hProperties: { className: ['pairs'] } };
      node.children = [
        ...(title ? [box('caption', [title])] : []),
        box('thead', [box('tr', [head(words, 'say'), head(words, 'rather')])]),
        ...all.map(body),
      ];
    });
  },
};

/** A pair ends where a side of it, or a prompt, would come a second time. */
function pairsOf(blocks: readonly Block[], source: string): Pair[] {
  const all: Pair[] = [];
  const open = (): Pair => {
    all.push({ prompt: [], say: [], rather: [] });
    return all.at(-1) as Pair;
  };
  let pair = open();
  for (const block of blocks) {
    const side = sideOf(block, source);
    const isFull = side ? pair[side].length > 0 : pair.say.length > 0 || pair.rather.length > 0;
    if (isFull) pair = open();
    if (side) pair[side].push(...(block as List).children.flatMap((item) => item.children));
    else pair.prompt.push(block);
  }
  return all;
}

/** Which side a list is, by the sign that it is written with. */
function sideOf(block: Block, source: string): Side | undefined {
  const at = block.type === 'list' ? block.position?.start.offset : undefined;
  return at === undefined ? undefined : SIDES[source[at] ?? ''];
}

function body({ prompt, say, rather }: Pair): Blockquote {
  const asked = box('th', prompt, { colSpan: 2, scope: 'rowgroup' });
  const sides = [
    box('td', say, { className: ['pair-say'] }),
    box('td', rather, { className: ['pair-rather'] }),
  ];
  return box(
    'tbody',
    [...(prompt.length ? [box('tr', [asked], { className: ['pair-prompt'] })] : []), box('tr', sides)],
    { className: ['pair'] },
  );
}

function head(words: Words, side: Side): Paragraph {
  return {
    type: 'paragraph',
    data: { hName: 'th', hProperties: { scope: 'col' } },
    children: [{ type: 'text', value: words.pairs[side] }],
  };
}

/** A node that holds blocks, and becomes this element. */
function box(hName: string, children: Block[], hProperties: Properties = {}): Blockquote {
  return { type: 'blockquote', data: { hName, hProperties }, children };
}
