import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Words } from '../../model/words.js';
import { addClass, hasClass } from '../../tree/classes.js';
import { elementsIn } from '../../tree/elements-in.js';
import { formulaWidth } from '../../typeset/formula-width.js';
import { element } from '../documents/element.js';
import { elements } from '../documents/rewrite.js';
import { LONG_NAME, longestRuns, needs } from '../documents/table-columns.js';

/** What a line of a telephone holds: letters of a table with the gap between its columns, of code, and em of a formula. */
const ROOM = { table: 40, gap: 2, code: 32, formula: 18 };

/**
 * What may be wider than a screen moves in its own frame, and the keys that move it have to reach it: not every browser lets them by
 * itself. What has room anywhere is no stop on their way. Who hears the page is told what he has come to: a table by its caption, if it has one.
 */
export function moving(node: Element, { table, listing }: Words['counters']): Element {
  switch (node.tagName) {
    case 'table':
      for (const one of elements(node))
        if (/^(?:a|code)$/.test(one.tagName) && textOf(one).split(/\s/).some(isLong))
          addClass(one, LONG_NAME.className);
      return element(
        'div',
        {
          className: ['site-wide'],
          ...(needs(longestRuns(node), ROOM.gap) > ROOM.table ? stop(captionOf(node) || table) : {}),
        },
        [node],
      );
    case 'pre': {
      const isWide = textOf(node)
        .split('\n')
        .some((line) => line.length > ROOM.code);
      return isWide ? stopped(node, stop(listing)) : node;
    }
    case 'math': {
      const isWhole = node.properties.display === 'block' && !hasClass(node, 'breakable');
      // A formula is one, and is called by what it says.
      return isWhole && formulaWidth(node) > ROOM.formula ? stopped(node, { tabIndex: '0' }) : node;
    }
    default:
      return node;
  }
}

const isLong = (word: string): boolean => word.length > LONG_NAME.letters;

const stop = (ariaLabel: string): Record<string, string> => ({ tabIndex: '0', role: 'group', ariaLabel });

function stopped(node: Element, properties: Record<string, string>): Element {
  return { ...node, properties: { ...node.properties, ...properties } };
}

function captionOf(table: Element): string | undefined {
  const caption = elementsIn(table).find(({ tagName }) => tagName === 'caption');
  return caption && textOf(caption).trim();
}
