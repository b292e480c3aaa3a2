import type { Element, Root } from 'hast';
import { letters, roman } from '../language/numerals.js';
import { addClass } from '../tree/classes.js';
import { elementsIn } from '../tree/elements-in.js';
import { visit } from '../tree/visit.js';

/** Letters of a number that the edge of every list has room for. */
const ROOM = 2;
/** What Markdown reads as a number has no more (CommonMark 0.31, 5.2), and there are no more classes of them. */
const MOST = 9;

/**
 * Gives lists with numbers of three letters or more the room for them (`styles/base/text.css`): numbers stand before the edge of the text,
 * and whatever they have no room for would be cut off at the edge of the page.
 */
export function giveRoomToNumbers(tree: Root): void {
  visit(tree, { tagName: 'ol' }, (list) => {
    const room = list.type === 'element' ? Math.min(roomOf(list), MOST) : 0;
    if (list.type === 'element' && room > ROOM) addClass(list, `numbers-${room}`);
  });
}

/** How many letters the widest number of a list has. */
function roomOf(list: Element): number {
  const { start, reversed, type } = list.properties;
  const items = elementsIn(list).filter(({ tagName }) => tagName === 'li');
  const step = reversed ? -1 : 1;
  let next = given(start) ?? (reversed ? items.length : 1);
  let widest = 0;
  for (const { properties } of items) {
    next = given(properties.value) ?? next;
    widest = Math.max(widest, roomOfNumber(next, type));
    next += step;
  }
  return widest;
}

function roomOfNumber(number: number, type: unknown): number {
  const kind = number > 0 ? String(type ?? '').toLowerCase() : '';
  if (kind === 'a') return letters(number).length;
  // An *i* is half as wide as another letter, and nobody counts further in Roman numerals.
  if (kind === 'i' && number < 4000) {
    const numeral = roman(number);
    return Math.ceil(numeral.length - (numeral.split('i').length - 1) / 2);
  }
  return String(number).length;
}

/** A number that an author has set; anything else is passed over, as a browser does. */
function given(value: unknown): number | undefined {
  const number = Number.parseInt(String(value), 10);
  return Number.isNaN(number) ? undefined : number;
}
