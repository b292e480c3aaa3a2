import type { Code, InlineCode, Nodes, Root, Text } from 'mdast';
import { guess } from '../config/guess.js';
import { variableKnown } from '../config/notices.js';
import { filledIn, VARIABLE } from '../config/variables.js';
import { replaceWithin } from '../markdown/within.js';
import type { Construct } from '../model/construct.js';
import { visit } from '../tree/visit.js';

/** Braces in code belong to its language, unless its author says otherwise. */
const OF_CODE = 'variables';

/**
 * What the book calls `{{version}}` in its text and in the addresses of its links: a variable of `book.yaml` or of the
 * chapter, or a fact of the book: `title`, `subtitle`, `author`, `publisher`, `date`, `year`, `url`, `license`. In code
 * that is marked so, `{.variables}`, it is filled in, too.
 */
export const variable: Construct = {
  name: 'variable',
  phase: 'text',
  sample: 'This copy of *{{title}}* is yours.\n',
  mark: /\{\{/,
  remark(tree: Root, file, say, { variables }) {
    const known = [...variables.keys()];
    const miss = (name: string, node: Nodes): void =>
      say(variableKnown, { name, guess: guess(name, known) }, { file, node });
    const missed: [string, Text][] = [];
    replaceWithin(
      tree,
      file,
      VARIABLE,
      ([written, ours, theirs = '']) => {
        const value = variables.get(ours ?? theirs);
        const node: Text = { type: 'text', value: value ?? written };
        if (value === undefined) missed.push([ours ?? theirs, node]);
        return node;
      },
      new Set(),
    );
    for (const [name, node] of missed) miss(name, node);
    visit(tree, (node) => {
      const fill = (text: string): string => filledIn(text, variables, (name) => miss(name, node));
      if (isFilledCode(node)) node.value = fill(node.value);
      if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
      node.url = fill(node.url);
      if (node.title) node.title = fill(node.title);
    });
  },
};

/** Whether code is to be filled in; the class that says so is taken off. */
function isFilledCode(node: Nodes): node is Code | InlineCode {
  if (node.type !== 'code' && node.type !== 'inlineCode') return false;
  const { attributes } = node.data ?? {};
  if (!attributes?.classes.includes(OF_CODE)) return false;
  const classes = attributes.classes.filter((name) => name !== OF_CODE);
  node.data = { ...node.data, attributes: { ...attributes, classes } };
  return true;
}
