import type { Node } from 'unist';
import type { Chapter } from '../model/book.js';
import type { Counted } from '../model/counter.js';
import type { Exercise } from '../model/exercise.js';
import { EXIT, SKIP, visit } from '../tree/visit.js';

/** The exercises of the book with their solutions, in reading order; each has its number and its id already. */
export function exercisesOf(chapters: readonly Chapter[], counted: readonly Counted[]): Exercise[] {
  const captions = new Map(counted.map((one) => [one.id, one]));
  const exercises: Exercise[] = [];
  for (const { tree, words } of chapters) {
    visit(tree, (node) => {
      if (node.data?.exercise !== 'exercise') return undefined;
      const solutions: string[] = [];
      visit(node, (child) => {
        if (child.data?.exercise === 'solution') solutions.push(idOf(child));
      });
      const id = idOf(node);
      const said = captions.get(id);
      if (said)
        exercises.push({
          id,
          label: said.label,
          title: said.caption,
          words: { solution: words.exercises.solution, page: words.page },
          solutions,
        });
      return SKIP;
    });
  }
  return exercises;
}

/** Whether anything is solved in some chapters. */
export function hasSolutions(chapters: readonly Chapter[]): boolean {
  let has = false;
  for (const { tree } of chapters)
    visit(tree, (node) => {
      has ||= node.data?.exercise === 'solution';
      return has ? EXIT : undefined;
    });
  return has;
}

function idOf(node: Node & { data?: { hProperties?: Record<string, unknown> } }): string {
  return String(node.data?.hProperties?.id ?? '');
}
