import type { BlockContent, DefinitionContent, Emphasis, Paragraph, Parents } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Construct } from '../model/construct.js';
import type { Notice } from '../model/notice.js';
import { SKIP, visit } from '../tree/visit.js';

const solutionHasExercise: Notice = {
  id: 'solution-has-exercise',
  severity: 'error',
  says: () => 'This solution belongs to no exercise',
  remedy: () =>
    'Put it inside its :::exercise (with one colon more outside: ::::exercise), or right behind it.',
  why: 'A solution is headed by its exercise where the answers stand together; without one no reader could tell what it solves.',
};

/**
 * `:::exercise[Title]{#ex-breathe}` with a `:::solution` in it or right behind it. Exercises are counted through the book,
 * and `@ex-breathe` points at one. Solutions stay where they are written, until `::answers` gathers those before it.
 */
export const exercise: Construct = {
  name: 'exercise',
  sample:
    ':::exercise[Breathe]{#ex-breathe}\nCount ten breaths.\n:::\n\n:::solution\nTen.\n:::\n\nAfter @ex-breathe, rest.\n\n::answers\n',
  directives: [':::exercise', ':::solution', '::answers'],
  fills: ['::answers'],
  css: 'exercise',
  notices: [solutionHasExercise],
  mark: /::/,
  remark(tree, file, say, { words }) {
    visit(tree, 'containerDirective', (node: ContainerDirective, index, parent) => {
      if (node.name === 'exercise') {
        if (index !== undefined && parent) takeSolutions(node, index, parent);
        const title = labelOf(node);
        const caption: Paragraph = {
          type: 'paragraph',
          data: { caption: true, hProperties: { className: ['exercise-title'] } },
          children: title?.children ?? [],
          ...(title?.position ? { position: title.position } : {}),
        };
        node.children = [caption, ...without(node, title)];
        node.data = {
          ...node.data,
          counter: 'exercise',
          exercise: 'exercise',
          place: 'exercise',
          hName: 'div',
          hProperties: { className: ['exercise'] },
        };
        // A condition may stand around one: a solution for teachers.
        visit(node, 'containerDirective', (child: ContainerDirective) => {
          if (child.name === 'solution') dressSolution(child, words.exercises.solution);
        });
      } else if (node.name === 'solution' && !node.data?.exercise) {
        if (!node.data?.besideUnknown) say(solutionHasExercise, {}, { file, node });
        return SKIP;
      }
      return undefined;
    });
    visit(tree, 'leafDirective', (node: LeafDirective) => {
      if (node.name !== 'answers') return;
      const hProperties = { className: ['answers'], dataAnswers: '' };
      node.data = { ...node.data, answers: true, hName: 'div', hProperties };
    });
  },
};

/** Solutions right behind an exercise are its own. */
function takeSolutions(node: ContainerDirective, index: number, parent: Parents): void {
  for (;;) {
    const next = parent.children[index + 1];
    const held = next?.type === 'condition' ? next.children : [next];
    if (!next || !held.every((one) => one?.type === 'containerDirective' && one.name === 'solution')) return;
    parent.children.splice(index + 1, 1);
    node.children.push(next as BlockContent);
  }
}

function dressSolution(node: ContainerDirective, word: string): void {
  const label = labelOf(node);
  const kind: Emphasis = {
    type: 'emphasis',
    data: { hName: 'span', hProperties: { className: ['label'] } },
    children: [{ type: 'text', value: label ? `${word}.` : word }],
  };
  const title: Paragraph = {
    type: 'paragraph',
    data: { hProperties: { className: ['solution-title'] } },
    children: [kind, ...(label ? [{ type: 'text' as const, value: ' ' }, ...label.children] : [])],
  };
  node.children = [title, ...without(node, label)];
  node.data = {
    ...node.data,
    exercise: 'solution',
    place: 'solution',
    hName: 'div',
    hProperties: { className: ['solution'] },
  };
}

function labelOf(node: ContainerDirective): Paragraph | undefined {
  return node.children.find(
    (child): child is Paragraph => child.type === 'paragraph' && child.data?.directiveLabel === true,
  );
}

function without(
  node: ContainerDirective,
  label: Paragraph | undefined,
): (BlockContent | DefinitionContent)[] {
  return node.children.filter((child) => child !== label) as (BlockContent | DefinitionContent)[];
}

declare module 'mdast' {
  interface Data {
    /** Here solutions are gathered. */
    answers?: boolean;
  }
}
