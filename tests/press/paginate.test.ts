import { describe, expect, it } from 'vitest';
import { roman } from '../../src/language/numerals.js';
import type { HeadKind } from '../../src/model/config.js';
import type { Matter, Role } from '../../src/model/manuscript.js';
import { gutterFor, paginate, withGutter } from '../../src/press/layout/paginate.js';

const section = (id: string, role: Role, matter: Matter) => ({
  id,
  role,
  matter,
  shortTitle: id.toUpperCase(),
});
const BOOK = [
  section('half', 'halftitlepage', 'front'),
  section('title', 'titlepage', 'front'),
  section('rights', 'copyright-page', 'front'),
  section('toc', 'toc', 'front'),
  section('one', 'chapter', 'body'),
  section('two', 'chapter', 'body'),
  section('end', 'appendix', 'back'),
];
const counts = new Map(Object.entries({ half: 1, title: 1, rights: 1, toc: 1, one: 3, two: 2, end: 1 }));

describe('a printed book', () => {
  const { pages, first, blanksBefore } = paginate(BOOK, counts, {
    mirrored: true,
    recto: true,
    title: 'The Book',
    author: 'An Author',
    heads: { verso: 'title', recto: 'chapter' },
  });

  it('counts roman in the front matter and arabic from the body on', () => {
    expect(pages.map((page) => page.label)).toEqual([
      'i',
      'ii',
      'iii',
      'iv',
      'v',
      'vi',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
    ]);
  });

  it('opens sections on rectos and puts the imprint on the back of the title', () => {
    for (const id of ['half', 'title', 'toc', 'one', 'two', 'end'])
      expect((first.get(id) ?? 1) % 2, id).toBe(0);
    expect(first.get('rights')).toBe((first.get('title') ?? 0) + 1);
    expect(blanksBefore).toEqual(['title', 'one', 'two']);
  });

  it('prints no folio and no head on blanks and display pages, and no head on openings', () => {
    const [half, blank] = pages;
    expect(half?.folio).toBe('');
    expect(blank).toMatchObject({ blank: true, folio: '', head: '' });
    const one = first.get('one') ?? 0;
    expect(pages.slice(one, one + 3).map((page) => [page.head, page.folio])).toEqual([
      ['', '1'],
      ['The Book', '2'],
      ['ONE', '3'],
    ]);
  });
});

describe('running heads', () => {
  const heads = (verso: HeadKind, recto: HeadKind) => {
    const { pages } = paginate(
      [
        section('part', 'part', 'body'),
        section('one', 'chapter', 'body'),
        section('end', 'appendix', 'back'),
      ],
      new Map(Object.entries({ part: 1, one: 6, end: 2 })),
      {
        mirrored: true,
        recto: true,
        title: 'The Book',
        author: 'An Author',
        heads: { verso, recto },
        within: new Map([
          [
            'one',
            [
              { name: 'First', level: 2, page: 1 },
              { name: 'Second', level: 2, page: 1 },
              { name: 'Third', level: 2, page: 2 },
              { name: 'Fourth', level: 1, page: 2 },
              { name: 'Fifth', level: 2, page: 4 },
            ],
          ],
        ]),
      },
    );
    return pages.map(({ head }) => head);
  };

  it('name the first section of a verso and the last of a recto, and go on with it', () => {
    // Part, blank, opening, and five pages; the appendix opens without one.
    expect(heads('section', 'section')).toEqual([
      '',
      '',
      '',
      'First',
      'Fourth',
      'Fourth',
      'Fifth',
      'Fifth',
      '',
      'END',
    ]);
  });
  it('name another chapter of the same file from where it begins', () => {
    expect(heads('chapter', 'chapter').slice(2)).toEqual([
      '',
      'ONE',
      'Fourth',
      'Fourth',
      'Fourth',
      'Fourth',
      '',
      'END',
    ]);
  });
  it('of a section that runs the other way stand between the signs that turn them', () => {
    const { pages } = paginate(
      [{ ...section('שם', 'chapter', 'body'), dir: 'rtl' as const }],
      new Map([['שם', 3]]),
      {
        mirrored: true,
        recto: true,
        title: 'T',
        author: 'A',
        heads: { verso: 'title', recto: 'chapter' },
      },
    );
    expect(pages.map(({ head }) => head)).toEqual(['', 'T', '\u2067שם\u2069']);
  });
  it('name the part, the author, the title or nothing', () => {
    expect(heads('part', 'author').slice(3, 6)).toEqual(['PART', 'An Author', 'PART']);
    expect(heads('none', 'title').slice(3, 6)).toEqual(['', 'The Book', '']);
    expect(heads('part', 'part').at(-1)).toBe('The Book');
  });
});

it('lets lists and a preface begin on either side where chapters may, but not the contents', () => {
  const { first, blanksBefore } = paginate(
    [
      ...BOOK.slice(0, 4),
      section('figures', 'loi', 'front'),
      section('tables', 'lot', 'front'),
      section('preface', 'preface', 'front'),
      ...BOOK.slice(4),
    ],
    counts,
    {
      mirrored: true,
      recto: false,
      title: 'The Book',
      author: 'An Author',
      heads: { verso: 'title', recto: 'chapter' },
    },
  );
  expect(['toc', 'figures', 'tables', 'preface'].map((id) => first.get(id))).toEqual([4, 5, 6, 7]);
  expect(blanksBefore).toEqual(['title']);
});

describe('a PDF for the screen', () => {
  it('has no blank pages, and calls its cover a cover', () => {
    const { pages, blanksBefore } = paginate(
      [section('c', 'cover', 'front'), ...BOOK],
      new Map([...counts, ['c', 1]]),
      {
        mirrored: false,
        recto: false,
        title: 'The Book',
        author: 'An Author',
        heads: { verso: 'title', recto: 'chapter' },
      },
    );
    expect(blanksBefore).toEqual([]);
    expect(pages.map((page) => page.label)).toEqual([
      'Cover',
      'i',
      'ii',
      'iii',
      'iv',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
    ]);
    expect(pages[6]?.head).toBe('ONE');
  });
});

it('writes roman numerals', () => {
  expect([1, 4, 9, 14, 40, 99, 444, 1994].map(roman)).toEqual([
    'i',
    'iv',
    'ix',
    'xiv',
    'xl',
    'xcix',
    'cdxliv',
    'mcmxciv',
  ]);
});

it('widens the gutter with the number of pages and never narrows it', () => {
  const widths = [24, 150, 151, 300, 301, 500, 501, 700, 701, 2000].map(gutterFor);
  expect(widths).toEqual([0, 0, 12, 12, 24, 24, 36, 36, 48, 48]);
});

it.each([
  ['thin books have none', 150, 150],
  ['its pages are more by what their lines are shorter', 200, 207],
  ['that may need the next one', 295, 314],
  ['and the last one is the widest', 2000, 2273],
])('counts the pages of a book with its gutter: %s', (_, pages, wanted) => {
  expect(withGutter(pages, 400)).toBe(wanted);
});
