import type { Notice } from '../model/notice.js';

export const includeReads: Notice<{ path: string; remedy: string }> = {
  id: 'include-reads',
  severity: 'error',
  says: ({ path }) => `${path} cannot be included`,
  remedy: ({ remedy }) => `${remedy} Or take the include out.`,
  why: 'What is included becomes text of the chapter, so it has to be text itself, in UTF-8.',
};

export const includeExists: Notice<{ path: string; guess?: string | undefined }> = {
  id: 'include-exists',
  severity: 'error',
  says: ({ path }) => `There is no file ${path} to include`,
  remedy: ({ guess }) =>
    guess ? `Did you mean ${guess}?` : 'Correct the path; it is relative to the file that names it.',
  why: 'What is included is part of the book; without it the chapter would have a hole that nobody sees.',
};

export const includeNamed: Notice = {
  id: 'include-named',
  severity: 'error',
  says: () => 'This include does not say what to include',
  remedy: () => 'Name the file: ::include{file="_contact.md"}, and if need be a region or lines of it.',
  why: 'An include takes the text of another file, or of a named region of it, into the chapter.',
};

export const includeRegion: Notice<{
  path: string;
  region: string;
  guess?: string | undefined;
  known: readonly string[];
}> = {
  id: 'include-region',
  severity: 'error',
  says: ({ path, region }) => `${path} has no region “${region}”`,
  remedy: ({ guess, known }) => {
    if (guess) return `Did you mean “${guess}”?`;
    return known.length
      ? `Its regions are ${known.join(', ')}.`
      : 'Mark it there with “#region name” and “#endregion”, in comments, or include the whole file.';
  },
  why: 'A region is found by its name, so that it stays the right one when lines are added above it.',
};

export const includeLines: Notice<{ path: string; lines: string; count: number }> = {
  id: 'include-lines',
  severity: 'error',
  says: ({ path, lines, count }) =>
    `“${lines}” are no lines of ${path}, which has ${count} ${count === 1 ? 'line' : 'lines'}`,
  remedy: () => 'Write the first and the last line, counted from 1: lines="3-10".',
  why: 'Lines are taken by their numbers; where there are none of these numbers, nothing would be taken.',
};

export const includeEnds: Notice<{ path: string; reason: 'circle' | 'depth' | 'size' }> = {
  id: 'include-ends',
  severity: 'error',
  says: ({ path, reason }) =>
    ({
      circle: `${path} includes itself, in a circle`,
      depth: `${path} is included through more than 10 files`,
      size: `With ${path} this chapter includes more than a book can hold`,
    })[reason],
  remedy: ({ reason }) =>
    ({
      circle: 'Take one of the includes of the circle out.',
      depth: 'Include it from a file nearer by.',
      size: 'Split the chapter, or write what is included so often only once.',
    })[reason],
  why: 'A few files that include each other can unfold to gigabytes, or never end. No book needs that.',
};
