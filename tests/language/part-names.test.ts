import { expect, it } from 'vitest';
import { saysPart } from '../../src/language/part-names.js';

it.each([
  ['en', 'Part One: Yorkshire'],
  ['en-GB', 'PART II'],
  ['en', 'Book 3. The Sea'],
  ['en', 'The First Part: Morning'.slice(4)],
  ['de', 'Erster Teil'],
  ['de', 'Teil II – Das Meer'],
  ['fr', 'Première partie : la mer'],
  ['es', 'Parte primera'],
  ['pl', 'Część pierwsza'],
  ['ru', 'Часть первая. Лес'],
  ['ar', 'الجزء الأول'],
  ['ja', '第一部 海'],
])('in %s “%s” has its number', (lang, title) => {
  expect(saysPart(title, lang)).toBe(true);
});

it.each([
  ['en', 'Yorkshire'],
  ['en', 'Part of the Sea'],
  ['en', 'Partings: One'],
  ['en', 'The Book of the Sea'],
  ['es', 'Del mar: historias'],
  ['de', 'Das Meer, zweiter Teil einer Reise'],
  ['ja', '海'],
])('in %s “%s” has none', (lang, title) => {
  expect(saysPart(title, lang)).toBe(false);
});
