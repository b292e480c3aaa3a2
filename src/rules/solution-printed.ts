import type { Nodes } from 'mdast';
import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** A solution in a handout is printed with it: the handout says where. */
export const solutionPrinted: Rule = {
  id: 'solution-printed',
  severity: 'info',
  says: () => 'The handout does not show this solution: it has no place for it',
  remedy: () =>
    'Put ::answers at the end of the handout; or leave it so, if whoever fills the handout in shall not see it. The edition answer-key has it in either case.',
  why: 'A handout stands alone, and shows solutions only where it asks for them, so that nobody reads them beside the exercise.',
  examples: {
    good: '---\nrole: handout\n---\n# One\n\n:::exercise\nAdd.\n:::\n:::solution\nTwo.\n:::\n\n::answers\n',
    bad: '---\nrole: handout\n---\n# One\n\n:::exercise\nAdd.\n:::\n:::solution\nTwo.\n:::\n',
  },
  check(book, complain) {
    for (const { role, tree, file } of book.chapters) {
      if (role !== 'handout') continue;
      const solutions: Nodes[] = [];
      let last = 0;
      visit(tree, (node) => {
        if (node.data?.exercise === 'solution') solutions.push(node);
        if (node.data?.answers) last = solutions.length;
      });
      for (const node of solutions.slice(last)) complain({}, { file, node: node.position?.start });
    }
  },
};
