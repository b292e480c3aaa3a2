import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { addClass, hasClass } from '../../tree/classes.js';
import { formulaWidth } from '../../typeset/formula-width.js';
import { element } from '../documents/element.js';
import { elements } from '../documents/rewrite.js';
import { LONG_NAME, longestRuns, needs } from '../documents/table-columns.js';

/** What a line of a telephone holds: letters of a table with the gap between its columns, of code, and em of a formula. */
const ROOM = { table: 40, gap: 2, code: 32, formula: 18 };

/**
 * What may be wider than a screen moves in its own frame, and the keys that move it have to reach it: not every browser lets them by
 * itself. What has room anywhere is no stop on their way.
 */
export function moving(node: Element): Element {
  switch (node.tagName) {
    case 'table':
      for (const one of elements(node))
        if (/^(?:a|code)$/.test(one.tagName) && textOf(one).split(/\s/).some(isLong))
          addClass(one, LONG_NAME.className);
      return element(
        'div',
        { className: ['site-wide'], ...stop(needs(longestRuns(node), ROOM.gap) > ROOM.table) },
        [node],
      );
    case 'pre':
      return stopped(
        node,
        textOf(node)
          .split('\n')
          .some((line) => line.length > ROOM.code),
      );
    case 'math': {
      const isWhole = node.properties.display === 'block' && !hasClass(node, 'breakable');
      return stopped(node, isWhole && formulaWidth(node) > ROOM.formula);
    }
    default:
      return node;
  }
}

const isLong = (word: string): boolean => word.length > LONG_NAME.letters;

const stop = (isWide: boolean): { tabIndex?: string } => (isWide ? { tabIndex: '0' } : {});

function stopped(node: Element, isWide: boolean): Element {
  return { ...node, properties: { ...node.properties, ...stop(isWide) } };
}
