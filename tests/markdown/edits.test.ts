import { EditMap } from 'micromark-util-edit-map';
import type { Event } from 'micromark-util-types';
import { expect, it } from 'vitest';
import { understand } from '../support/chapter.js';
import { randomFrom } from '../support/random.js';

// Wherever a chapter is parsed, the parser edits so.
understand('# T\n');

/** Events known by a number; edits do not look at what else they are made of. */
const events = (from: number, count: number): Event[] =>
  Array.from({ length: count }, (_, i) => [from + i] as unknown as Event);

it('changes of events are those that were asked for', () => {
  const random = randomFrom(7);
  const below = (most: number): number => Math.floor(random() * most);
  for (let round = 0; round < 300; round++) {
    const all = events(0, 40);
    const changes: [number, number, Event[]][] = [];
    for (let at = below(30); at < 40; at += 4 + below(9))
      changes.push([at, below(4), events(at * 100, below(3))]);
    const wanted = [...all];
    for (const [at, removed, added] of changes.toReversed()) wanted.splice(at, removed, ...added);
    const map = new EditMap();
    for (const [at, removed, added] of random() < 0.5 ? changes : changes.toReversed())
      map.add(at, removed, [...added]);
    map.consume(all);
    expect(all, JSON.stringify(changes)).toEqual(wanted);
  }
});

it('what stands before the first change is not so much as looked at', () => {
  const touched = new Set<string>();
  const all = new Proxy(events(0, 100), {
    get(list, key) {
      touched.add(String(key));
      return Reflect.get(list, key);
    },
  });
  const map = new EditMap();
  map.add(90, 0, events(200, 2));
  map.add(95, 2, []);
  map.consume(all);
  expect([...touched].map(Number).filter((index) => index < 90)).toEqual([]);
  expect(all).toHaveLength(100);
});
