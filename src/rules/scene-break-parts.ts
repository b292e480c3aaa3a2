import type { RootContent } from 'mdast';
import type { Rule } from '../model/rule.js';

/** What shows nothing where it stands. */
const UNSEEN: ReadonlySet<string> = new Set([
  'definition',
  'footnoteDefinition',
  'html',
  'abbreviationDefinition',
]);

/** A scene break has a scene behind it. */
export const sceneBreakParts: Rule<{ before: 'heading' | 'end' }> = {
  id: 'scene-break-parts',
  severity: 'info',
  says: ({ before }) =>
    before === 'heading'
      ? 'This scene break stands right before a heading'
      : 'This scene break is the last thing in its chapter',
  remedy: () =>
    'Take it out: a heading parts what is before it from what follows, and so does the end of a chapter.',
  why: 'A line of stars promises another scene, and is printed where none comes.',
  examples: {
    good: '# One\n\nText.\n\n* * *\n\nMore.\n\n## Two\n\nText.\n',
    bad: '# One\n\nText.\n\n* * *\n\n## Two\n\nText.\n',
  },
  check(book, complain) {
    for (const { tree, file } of book.chapters) {
      const shown = tree.children.filter(({ type }: RootContent) => !UNSEEN.has(type));
      for (const [i, node] of shown.entries()) {
        const next = shown[i + 1];
        if (node.type === 'thematicBreak' && node.position && (!next || next.type === 'heading'))
          complain({ before: next ? 'heading' : 'end' }, { file, node });
      }
    }
  },
};
