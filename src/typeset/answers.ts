import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { onPage } from '../language/words.js';
import type { Exercise } from '../model/exercise.js';
import { SKIP, visit } from '../tree/visit.js';
import { joined, moveDown } from './joined.js';
import { onPages } from './lists.js';
import { carryNotes } from './notes.js';
import { titleOf } from './titles.js';

/** A section that solutions are written in, or come to. */
interface Answering {
  readonly id: string;
  readonly tree: Root;
  readonly lang: string;
  file?: VFile | undefined;
}

/** A solution where it was written. */
interface Written {
  readonly exercise: Exercise;
  readonly element: Element;
  readonly parent: Element;
  readonly tree: Root;
  readonly file: VFile | undefined;
  /** The section's language, which goes along with the solution. */
  readonly lang: string;
}

/**
 * Brings the solutions to the next `::answers` behind them; where none follows, they stay in their exercises. The exercise
 * then says where its solution is, and the solution which exercise it solves. A section that solutions of other files come to
 * has a file that knows the lines of all of them.
 * @param sections what is read together, in reading order
 * @param alone a page that stands alone (a handout): it shows no solution unless it has a place for them
 */
export function settleAnswers(
  sections: readonly Answering[],
  exercises: readonly Exercise[],
  alone: boolean,
): void {
  const known = new Map(exercises.map((exercise) => [exercise.id, exercise]));
  let waiting: Written[] = [];
  for (const section of sections) {
    const { id, tree, lang, file } = section;
    visit(tree, 'element', (element) => {
      const exercise = known.get(String(element.properties.id ?? ''));
      if (exercise) {
        for (const child of element.children)
          if (child.type === 'element' && exercise.solutions.includes(String(child.properties.id ?? '')))
            waiting.push({ exercise, element: child, parent: element, tree, lang, file });
        return SKIP;
      }
      if (element.properties.dataAnswers === undefined) return undefined;
      delete element.properties.dataAnswers;
      const others = waiting.flatMap((written) =>
        written.file && written.file !== file ? [written.file] : [],
      );
      const whole =
        section.file && others.length ? joined(section.file.path, [section.file, ...others]) : undefined;
      const linesBefore = (from: VFile | undefined): number => (from && whole?.before.get(from)) ?? 0;
      const answers = waiting.map((written) => answer(written, lang, linesBefore(written.file)));
      if (whole) section.file = whole.file;
      element.children = answers;
      for (const written of waiting) leavePointer(written);
      const moved = waiting.map(({ tree: from }, i) => ({ passage: answers[i] as Element, from }));
      carryNotes(moved, tree, id);
      waiting = [];
      return SKIP;
    });
  }
  if (alone) for (const { element, parent } of waiting) parent.children = without(parent, element);
}

/** Leaves every solution where it was written: the places that wait for them are taken out. */
export function leaveAnswers(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    if (element.properties.dataAnswers === undefined || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
}

/** A solution among the others, headed by its exercise. */
function answer({ exercise, element, lang }: Written, here: string, linesBefore: number): Element {
  const passage = h(
    'div',
    { className: ['answer'], id: String(element.properties.id), lang: lang === here ? undefined : lang },
    [
      h('p', { className: ['answer-title'] }, [h('a', { href: `#${exercise.id}` }, nameOf(exercise))]),
      ...structuredClone(contentOf(element)),
    ],
  );
  moveDown(passage, linesBefore);
  return passage;
}

/** What an exercise is called where it is solved: its number and its title. */
export function nameOf({ id, label, title }: Exercise): (string | Element)[] {
  return title ? [`${label}. `, titleOf(id, title)] : [label];
}

/** What a solution says: its heading says no more than that it is one, unless its author gave it a title. */
export function contentOf(solution: Element): Element[] {
  const [title, ...content] = solution.children.filter((child) => child.type === 'element');
  return title && title.children.length > 1 ? [title, ...content] : content;
}

function leavePointer({ exercise, element, parent }: Written): void {
  const id = String(element.properties.id);
  const { solution, page } = exercise.words;
  const pointer = h('p', { className: ['solution-pointer'] }, [
    h('a', { href: `#${id}`, ariaLabel: `${solution}: ${exercise.label}` }, solution),
    onPages(h('span', onPage(page, h('span', { dataFolio: id }, '0')))),
  ]);
  parent.children = parent.children.map((child) => (child === element ? pointer : child));
}

function without(parent: Element, element: Element): ElementContent[] {
  return parent.children.filter((child) => child !== element);
}
