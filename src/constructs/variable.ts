import type { Code, InlineCode, Nodes, Root, Text } from 'mdast';
import { guess } from '../config/guess.js';
import { replaceWithin } from '../markdown/within.js';
import type { Construct } from '../model/construct.js';
import type { Notice } from '../model/notice.js';
import { visit } from '../tree/visit.js';

const variableKnown: Notice<{ name: string; guess?: string | undefined }> = {
  id: 'variable-known',
  severity: 'warning',
  says: ({ name }) => `There is no variable “${name}”, so its braces are printed`,
  remedy: ({ name, guess }) =>
    guess
      ? `Did you mean “${guess}”?`
      : `Define it in book.yaml: variables: {${name}: …}; if the braces are meant, put a backslash before them.`,
  why: 'A variable is written once in book.yaml and stands in many places. One that is not known is printed as it was typed, in the middle of a sentence.',
};

/** `{{name}}`; HonKit's `{{ book.name }}` and Quarto's `{{< var name >}}` and `{{< meta name >}}` mean the same. */
const VARIABLE =
  /\{\{(?:[ \t]*(?:book\.)?([\p{L}_][\p{L}\p{N}_.-]*)[ \t]*|<[ \t]*(?:var|meta)[ \t]+([\p{L}_][\p{L}\p{N}_.-]*)[ \t]*>)\}\}/gu;

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
  notices: [variableKnown],
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
      const fill = (text: string): string =>
        text.replace(VARIABLE, (written, ours?: string, theirs = '') => {
          const value = variables.get(ours ?? theirs);
          if (value === undefined) miss(ours ?? theirs, node);
          return value ?? written;
        });
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
