import type { ThematicBreak } from 'mdast';
import { parseAttributes } from '../markdown/braces.js';
import type { Construct } from '../model/construct.js';
import { visit } from '../tree/visit.js';

/** A break with attributes behind it, which Markdown takes for a paragraph, or for lists in one another. */
const WRITTEN = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})(\{[^{}\n]*\})$/;

/** `***`, `---` or `* * *` alone on a line parts two scenes; `* * * {.space}` does so by a blank line, and by the sign where a page ends. */
export const sceneBreak: Construct = {
  name: 'scene-break',
  sample: 'He slept.\n\n* * *\n\nIt rained.\n\n* * * {.space}\n\nIt stopped.\n',
  mark: /\{/,
  remark(tree, file) {
    const source = String(file.value);
    visit(tree, (node, index, parent) => {
      if ((node.type !== 'paragraph' && node.type !== 'list') || !parent || index === undefined) return;
      const { start, end } = node.position ?? {};
      if (!start || !end) return;
      // In a quotation the blank line behind a list counts to it.
      const written = WRITTEN.exec(source.slice(start.offset, end.offset).replace(/[\s>]+$/, ''))?.[1];
      const attributes = written && parseAttributes(written);
      if (!attributes) return;
      const line: ThematicBreak = { type: 'thematicBreak', data: { attributes }, position: { start, end } };
      parent.children.splice(index, 1, line);
    });
  },
};
