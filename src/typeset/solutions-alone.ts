import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { onPage } from '../language/words.js';
import type { Book } from '../model/book.js';
import type { AnswerKey, Edition } from '../model/edition.js';
import type { Exercise } from '../model/exercise.js';
import type { Section } from '../model/rendition.js';
import { hasClass } from '../tree/classes.js';
import { SKIP, visit } from '../tree/visit.js';
import { contentOf, nameOf } from './answers.js';
import { joined, moveDown } from './joined.js';
import { carryNotes } from './notes.js';
import { fillTitles } from './titles.js';

/**
 * Takes the solutions out of a book that is dressed already, with their notes, and makes of them the one section of an edition that
 * shows nothing else. The sections are used up.
 */
export function solutionsAlone(
  make: NonNullable<Edition['key']>,
  sections: readonly Section[],
  book: Book,
): AnswerKey {
  const solved = sections.flatMap((section) => {
    const answers = answersIn(section.tree, book.exercises);
    return answers.length ? [{ section, answers }] : [];
  });
  const key = make(solved, book);
  const { file, before } = joined(
    key.section.id,
    solved.flatMap(({ section }) => section.file ?? []),
  );
  fillTitles([...sections, key.section]);
  for (const { section, answers } of solved) {
    const lines = before.get(section.file as VFile) ?? 0;
    for (const element of [...answers, ...section.tree.children.filter(isNotes)]) moveDown(element, lines);
    const moved = answers.map((passage) => ({ passage, from: section.tree }));
    carryNotes(moved, key.section.tree, key.section.id, true);
  }
  return { ...key, section: { ...key.section, file } };
}

/** Each exercise of a section that is solved, by its name, with its solutions. */
function answersIn(tree: Root, exercises: readonly Exercise[]): Element[] {
  const known = new Map(exercises.map((exercise) => [exercise.id, exercise]));
  const answers: Element[] = [];
  visit(tree, 'element', (element) => {
    const exercise = known.get(String(element.properties.id ?? ''));
    if (!exercise) return undefined;
    const solutions: Element[] = [];
    visit(element, 'element', (child) => {
      if (exercise.solutions.includes(String(child.properties.id ?? ''))) solutions.push(child);
    });
    if (solutions.length) answers.push(answerTo(exercise, solutions, known));
    return SKIP;
  });
  return answers;
}

function answerTo(
  exercise: Exercise,
  solutions: readonly Element[],
  known: ReadonlyMap<string, Exercise>,
): Element {
  const { id, words } = exercise;
  const page: Element = {
    ...h('span', { className: ['exercise-page'] }, onPage(words.page, h('span'))),
    data: { printed: id } as Element['data'],
  };
  const answer = h('div', { className: ['answer'] }, [
    h('p', { className: ['answer-title'], id }, [h('b', nameOf(exercise)), page]),
    ...structuredClone(solutions.flatMap(contentOf)),
  ]);
  // Another exercise is told by its number: the page that it has here is not the one that it has in the book.
  visit(answer, 'element', (element, index, parent) => {
    if (!hasClass(element, 'page-reference') || !parent || index === undefined) return undefined;
    const to = element.children.find((child) => child.type === 'element')?.properties.dataFolio;
    if (!known.has(String(to))) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return answer;
}

function isNotes(node: Root['children'][number]): node is Element {
  return node.type === 'element' && node.properties.dataFootnotes !== undefined;
}

declare module 'hast' {
  interface ElementData {
    /** The page of the printed book is wanted here on which this stands; without one, nothing of it is shown. */
    printed?: string;
  }
}
