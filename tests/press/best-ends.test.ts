import { expect, it } from 'vitest';
import { bestEnds, type LinePlace } from '../../src/press/layout/best-ends.js';

/*
 * Where lines end best, by the widths of words alone.
 */

/** Words by their widths in sizes of the letters, with spaces of a quarter; `6-4` may be parted. */
function placesOf(words: string): readonly LinePlace[] {
  const places: LinePlace[] = [];
  let [at, spaces] = [0, 0];
  for (const piece of words.split(/(-| )/)) {
    const isHyphen = piece === '-';
    if (isHyphen || piece === ' ') {
      const begin = isHyphen ? at : at + 0.25;
      const spacesWith = isHyphen ? spaces : spaces + 1;
      places.push({ end: isHyphen ? at + 0.3 : at, begin, near: begin, spaces, spacesWith, isHyphen });
      [at, spaces] = [begin, spacesWith];
    } else at += Number(piece);
  }
  return [...places, { end: at, begin: at, near: at, spaces, spacesWith: spaces, isHyphen: false }];
}

const rooms = [28, 28, 28];
const foots = new Map<number, ReadonlySet<number>>();

it('a word goes down to a line that would have one wide space', () => {
  const places = placesOf('5 5 5 5 5 1 12 13 9');
  expect(bestEnds({ places, rooms, foots, now: [5, 7, 8] })).toEqual([4, 7, 8]);
});

it('a word that is parted at the foot of a page goes over to the next as a whole, if that is told to be possible', () => {
  const places = placesOf(`${'2.4 '.repeat(10)}1-4 ${'2.4 '.repeat(9)}9`);
  const now = [10, 20, 21];
  expect(bestEnds({ places, rooms, foots: new Map([[0, new Set([10])]]), now })).toEqual(now);
  expect(bestEnds({ places, rooms, foots: new Map([[0, new Set([10, 9])]]), now })).toEqual([9, 19, 21]);
});

it('lines stay as they are where nothing is better, and where nothing else is possible', () => {
  const now = [4, 9, 10];
  expect(bestEnds({ places: placesOf('5 5 5 5 5 5 5 5 5 5 9'), rooms, foots, now })).toBe(now);
  const long = [0, 1, 2];
  expect(bestEnds({ places: placesOf('27 27 27'), rooms, foots, now: long })).toBe(long);
});
