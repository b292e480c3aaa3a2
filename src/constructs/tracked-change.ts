import type { Nodes, Parent } from 'mdast';
import type { Position } from 'unist';
import type { Construct } from '../model/construct.js';
import type { Notice } from '../model/notice.js';
import { SKIP, visit } from '../tree/visit.js';

type Kind = 'deletion' | 'comment';

const changeIsSettled: Notice<{ kind: Kind; count: number }> = {
  id: 'change-is-settled',
  severity: 'warning',
  says: ({ kind, count }) => {
    const what = kind === 'deletion' ? 'was deleted' : 'an editor remarked';
    return `What ${what} here in a word processor is left out${count > 1 ? `, and so it is in ${count - 1} more place${count > 2 ? 's' : ''} of this file` : ''}`;
  },
  remedy: ({ kind }) =>
    kind === 'deletion'
      ? 'Accept or refuse the changes in the document, and convert it anew, with --track-changes=accept in Pandoc; or delete it here.'
      : 'Delete it, or make an HTML comment of it: <!-- … -->.',
  why: 'Converters keep the changes and comments of a word processor as spans. A deleted sentence and the question of an editor are nothing that a reader should see.',
};

/** Pandoc's classes for the changes and comments of a word processor, and whether their words are printed. */
const SHOWN: Readonly<Record<string, Kind | true>> = {
  insertion: true,
  deletion: 'deletion',
  'comment-start': 'comment',
  'comment-end': true,
  'paragraph-insertion': true,
  'paragraph-deletion': true,
};

/**
 * Changes that a word processor has kept and Pandoc has written as `[words]{.insertion author="…" date="…"}`: what was
 * inserted is text, what was deleted is none, and no more are the comments of editors.
 */
export const trackedChange: Construct = {
  name: 'tracked-change',
  phase: 'choice',
  sample: 'It rained[ for a week]{.insertion author="Ada" date="2026-01-01T10:00:00Z"}.\n',
  notices: [changeIsSettled],
  mark: /\.(?:insertion|deletion|comment-start|comment-end|paragraph-insertion|paragraph-deletion)\b/,
  remark(tree, file, say) {
    const emptied = new Set<Nodes>();
    const gone: Record<Kind, Position[]> = { deletion: [], comment: [] };
    visit(tree, 'emphasis', (node, index, parent) => {
      const { classes = [], values = {} } = node.data?.attributes ?? {};
      // Whose it is says that it is no class of the author's own.
      if (values.author === undefined && values.id === undefined) return undefined;
      const name = classes.find((one) => Object.hasOwn(SHOWN, one));
      const kind = name === undefined ? undefined : SHOWN[name];
      if (!kind || index === undefined || !parent) return undefined;
      const siblings = (parent as Parent).children;
      siblings.splice(index, 1, ...(kind === true ? node.children : []));
      if (kind !== true && node.children.length && node.position) {
        gone[kind].push(node.position);
        const isEmpty = (siblings as Nodes[]).every(isBlank);
        if (isEmpty) emptied.add(parent as Nodes);
        // Of a paragraph that was nothing else its braces go along.
        const { start, end } = (isEmpty && parent.position) || node.position;
        file.data.leftOut?.push({ from: start.offset ?? 0, to: end.offset ?? 0 });
      }
      return [SKIP, index];
    });
    visit(tree, 'paragraph', (node, index, parent) => {
      if (!emptied.has(node) || index === undefined || !parent) return undefined;
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
    for (const kind of ['deletion', 'comment'] as const)
      if (gone[kind][0])
        say(changeIsSettled, { kind, count: gone[kind].length }, { file, node: gone[kind][0] });
  },
};

function isBlank(node: Nodes): boolean {
  return node.type === 'text' && !node.value.trim();
}
