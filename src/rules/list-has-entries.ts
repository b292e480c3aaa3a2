import type { Node } from 'mdast';
import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** A list that is gathered from the book has something to list. */
export const listHasEntries: Rule<{ name: string; wants: string }> = {
  id: 'list-has-entries',
  severity: 'warning',
  says: ({ name }) => `“::${name}” finds nothing to list, so there is an empty place here`,
  remedy: ({ wants }) => `${wants}; or take the line out.`,
  why: 'A heading over an empty list tells the reader that something was forgotten.',
  examples: {
    good: '# One\n\nSee @lst-a.\n\n```{#lst-a}\na\n```\n\n::list-of-listings\n',
    bad: '# One\n\n::list-of-listings\n',
  },
  check({ chapters, counted, refused }, complain) {
    if (refused.size) return;
    let solutions = 0;
    for (const { tree, file } of chapters)
      visit(tree, (node: Node & { name?: string }) => {
        const { listOf, abbreviations, answers, exercise, hChildren } = node.data ?? {};
        const name = node.name ?? '';
        if (exercise === 'solution') solutions++;
        if (listOf && !counted.some(({ counter }) => counter === listOf))
          complain({ name, wants: `Number one by an id: {#${ID[listOf]}-…}` }, { file, node });
        if (abbreviations && !hChildren?.length)
          complain({ name, wants: 'Explain one: *[HTML]: HyperText Markup Language' }, { file, node });
        if (answers && !solutions)
          complain(
            { name, wants: 'Put it behind the exercises, and a :::solution into one' },
            { file, node },
          );
        if (answers) solutions = 0;
      });
  },
};

/** What the ids of numbered things begin with. */
const ID = { figure: 'fig', table: 'tbl', listing: 'lst', equation: 'eq', exercise: 'ex' } as const;
