import type { Nodes } from 'mdast';
import { endsInSpacedAddress } from '../markdown/spaced-address.js';
import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** Kinds that are counted, with where their names stand. */
const KINDS: Readonly<Record<string, string>> = {
  fig: 'an image that stands alone',
  tbl: 'the caption of a table',
  eq: 'a displayed formula',
  lst: 'a block of code',
  ex: ':::exercise',
};
const COUNTED = /^(fig|tbl|eq|lst|ex)-/;

/** What is pointed at by a kind that is counted is counted. */
export const referenceHasNumber: Rule<{ name: string; kind: string }> = {
  id: 'reference-has-number',
  severity: 'warning',
  says: ({ name }) => `{#${name}} stands at something that is not counted, so @${name} says its first words`,
  remedy: ({ name, kind }) =>
    `Put {#${name}} behind ${KINDS[kind] ?? 'what it is to count'}, or name the place otherwise and link to it: [its name](#place).`,
  why: 'A name that begins with fig- promises a figure with a number. At anything else there is none to say.',
  examples: {
    good: '# One\n\nSee @tbl-a.\n\n| A |\n| - |\n| 1 |\n\n: Cups {#tbl-a}\n',
    bad: '# One\n\nSee @fig-a.\n\n::: {#fig-a}\nText.\n:::\n',
  },
  check(book, complain) {
    const uncounted = new Set<string>();
    for (const { tree, file } of book.chapters)
      visit(tree, (node) => {
        const { anchor, counter } = node.data ?? {};
        if (anchor && !counter && COUNTED.test(anchor) && !isSpoiled(node, String(file.value)))
          uncounted.add(anchor);
      });
    for (const { tree, file } of book.chapters)
      visit(tree, 'link', (node) => {
        const name = node.data?.reference?.id;
        const [, kind] = COUNTED.exec(name ?? '') ?? [];
        if (name && kind && uncounted.has(name)) complain({ name, kind }, { file, node });
      });
  },
};

/** Whether an image that has not come of it stands there, of which another rule tells. */
function isSpoiled({ position }: Nodes, source: string): boolean {
  const written = source.slice(position?.start.offset, position?.end.offset);
  return endsInSpacedAddress(written.replace(/\s*\{[^{}]*\}\s*$/, ''));
}
