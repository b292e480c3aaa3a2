import type { Emphasis } from 'mdast';
import { replaceWithin } from '../markdown/within.js';
import type { Construct } from '../model/construct.js';

/** A run of underscores that no word touches; fewer are a typist's dash, or mean nothing in Markdown. */
const UNDERSCORES = /(?<![\p{L}\p{N}_])_{6,120}(?![\p{L}\p{N}_])/gu;
/** About what an underscore is wide on a handout, in millimetres. */
const WIDTH = 2.2;

/** `Date: ________`: a gap to fill in, as wide as the underscores, on one line that a pen can use. */
export const fillIn: Construct = {
  name: 'fill-in',
  phase: 'words',
  sample: 'Date: ____________ and again on: ________\n',
  css: 'fill-in',
  mark: /______/,
  remark(tree, file) {
    replaceWithin(
      tree,
      file,
      UNDERSCORES,
      ([run]): Emphasis => ({
        type: 'emphasis',
        data: {
          hName: 'span',
          hProperties: {
            className: ['fill-in'],
            dataField: 'gap',
            dataWidth: `${Math.round(run.length * WIDTH * 10) / 10}mm`,
          },
        },
        children: [],
      }),
      new Set(),
    );
  },
};
