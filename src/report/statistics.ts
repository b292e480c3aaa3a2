import type { ChapterStatistics, Statistics } from '../model/statistics.js';

const COLUMNS: readonly (keyof Statistics)[] = [
  'words',
  'pages',
  'minutes',
  'notes',
  'figures',
  'tables',
  'lix',
];
/** A title that is longer is cut, in characters. */
const LONGEST = 40;

/** The statistics of a book as a table for a terminal. */
export function statisticsTable(chapters: readonly ChapterStatistics[]): string {
  const cells = (name: string, one: Statistics): string[] => [
    name,
    ...COLUMNS.map((key) => one[key].toLocaleString('en')),
  ];
  const rows = [
    ['', ...COLUMNS.map((key) => (key === 'lix' ? 'LIX' : key))],
    ...chapters.map((chapter) => cells(cut(chapter.title), chapter)),
    cells('all', sumOf(chapters)),
  ];
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length))) ?? [];
  const lines = rows.map((row) =>
    row
      .map((cell, i) => (i ? cell.padStart((widths[i] ?? 0) + 2) : cell.padEnd(widths[i] ?? 0)))
      .join('')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n\nPages are about what the text takes in print. LIX: below 30 is very easy to read, 40 a newspaper, 60 a law.\n`;
}

function cut(title: string): string {
  return title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title;
}

/** The chapters of a book together. */
function sumOf(chapters: readonly ChapterStatistics[]): Statistics {
  const sum = (key: keyof Statistics): number => chapters.reduce((all, one) => all + one[key], 0);
  const sentences = sum('sentences');
  const weighed = chapters.reduce((all, one) => all + one.lix * one.sentences, 0);
  return {
    words: sum('words'),
    sentences,
    pages: sum('pages'),
    minutes: sum('minutes'),
    notes: sum('notes'),
    figures: sum('figures'),
    tables: sum('tables'),
    lix: sentences ? Math.round(weighed / sentences) : 0,
  };
}
