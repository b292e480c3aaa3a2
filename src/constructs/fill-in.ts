import type { Emphasis, Paragraph } from 'mdast';
import { replaceWithin } from '../markdown/within.js';
import type { Construct } from '../model/construct.js';
import { visit } from '../tree/visit.js';

/** A run of underscores that no word touches; fewer are a typist's dash, or mean nothing in Markdown. */
const UNDERSCORES = /(?<![\p{L}\p{N}_])_{6,120}(?![\p{L}\p{N}_])(?=([.,;:!?…)\]”’])?)/gu;
/** All of a line, which Markdown takes for a break between scenes: in a list there are none. */
const LINE = /^_{3,120}$/;
/** About what an underscore is wide on a handout, in millimetres. */
const WIDTH = 2.2;

/** `Date: ________`: a gap to fill in, as wide as the underscores, on one line that a pen can use; an item of a list may be nothing else. */
export const fillIn: Construct = {
  name: 'fill-in',
  phase: 'words',
  sample: 'Date: ____________ and again on: ________\n\n1. ____________\n',
  css: 'fill-in',
  mark: /___/,
  remark(tree, file) {
    replaceWithin(tree, file, UNDERSCORES, ([run, stop]) => gap(run, Boolean(stop)), new Set());
    const source = String(file.value);
    visit(tree, 'thematicBreak', ({ position, data }, index, parent) => {
      if (!position || index === undefined || parent?.type !== 'listItem' || data?.attributes) return;
      const run = source.slice(position.start.offset, position.end.offset).trimEnd();
      if (!LINE.test(run)) return;
      const line: Paragraph = { type: 'paragraph', children: [{ ...gap(run), position }], position };
      parent.children.splice(index, 1, line);
    });
  },
};

/** @param stopped whether a stop or a comma stands behind it, which it leaves room on its line */
function gap(run: string, stopped = false): Emphasis {
  return {
    type: 'emphasis',
    data: {
      hName: 'span',
      hProperties: {
        className: stopped ? ['fill-in', 'stopped'] : ['fill-in'],
        dataField: 'gap',
        dataWidth: `${Math.round(run.length * WIDTH * 10) / 10}mm`,
      },
    },
    children: [],
  };
}
