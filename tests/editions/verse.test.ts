import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* Verse on pages: its notes, its stanzas, and lines that are turned over. */

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

async function printed(text: string, trim = '6x9') {
  const { delivered, messages } = await buildInMemory(
    { 'book.yaml': `title: Verse\nidentifier: urn:x:1\nlang: en-GB\ntrim: ${trim}\n`, 'a.md': text },
    { editions: ['print'] },
    press,
  );
  const bytes = [...delivered].find(([name]) => name.endsWith('.pdf'))?.[1] as Uint8Array;
  return { ...(await inspectPdf(bytes)), ids: messages.map(({ ruleId }) => ruleId) };
}

/** Lines with a number each; every so many lines a note is called, with a word of its own. */
function verse(lines: number, stanza: number, every: number, begin = ''): string {
  const all = Array.from({ length: lines }, (_, i) => {
    const call = i % every === 2 ? `call${i}x[^${i}]` : '';
    const gap = i && i % stanza === 0 ? `${begin && '|'}\n` : '';
    return `${gap}${begin}Verse${i}x with his waves wode ${call}`.trimEnd();
  });
  const notes = all.flatMap((_, i) =>
    i % every === 2 ? [`[^${i}]: Note${i}x as one has it, and another reads otherwise in his hand.`] : [],
  );
  const text = all.join('\n');
  return `# Canto\n\n${begin ? text : `:::verse\n${text}\n:::`}\n\n${notes.join('\n\n')}\n`;
}

describe('notes that are called in verse', () => {
  it.each([
    ['a note in all of it', verse(48, 6, 100), 6],
    ['a note to a stanza', verse(48, 6, 6), 6],
    ['lines behind bars', verse(48, 6, 6, '| '), 6],
    ['a stanza that is longer than pages', verse(90, 90, 7), 2],
    ['stanzas that their notes leave no page for', verse(72, 24, 2), 10],
  ])('stand on the pages of their calls: %s', async (_, text, empty) => {
    const { pages, ids } = await printed(text);
    expect(ids).not.toContain('note-on-its-page');
    const calls = [...text.matchAll(/call\d+x/g)].map(([word]) => word);
    const pageOf = (word: string) => pages.findIndex((page) => page.text.includes(word));
    for (const word of calls) expect(pageOf(word.replace('call', 'Note')), word).toBe(pageOf(word));
    // Behind it stands the colophon.
    const verses = pages.filter(({ text }) => /Verse\d/.test(text));
    for (const { lines, height } of verses.slice(0, -1)) {
      // They go down to their notes, but for a stanza that is not parted.
      const last = lines.findLast((line) => line.text.startsWith('Verse'));
      const foot = lines.find((line) => /^\d+\. Note/.test(line.text));
      expect((foot?.y ?? height - 60) - (last?.y ?? 0)).toBeLessThan(empty * 16 + 40);
    }
  });

  it('leave no line of a stanza alone where it is parted', async () => {
    for (let lines = 85; lines < 89; lines++) {
      const { pages } = await printed(verse(lines, 99, 7));
      for (const { text } of pages.filter(({ text }) => /Verse\d/.test(text)))
        expect(text.match(/Verse\d/g)?.length, String(lines)).toBeGreaterThan(1);
    }
  });
});

it('lines that are turned over hang in from where they begin, indented or not', async () => {
  const long = 'be set in peace and shall not fall, though all the waters of the world should rise and beat';
  const { pages } = await printed(
    `# Hang\n\n:::verse\nPlain ${long} plainend\n  Inner ${long} innerend\n            Deep ${long} deepend\n:::\n\n| Bars ${long} barsend\n|     Inbars ${long} inbarsend\n`,
    '5x8',
  );
  const lines = pages.flatMap(({ lines }) => lines);
  const em = lines.find(({ text }) => text.startsWith('Plain'))?.size ?? 0;
  for (const word of ['Plain', 'Inner', 'Deep', 'Bars', 'Inbars']) {
    const begin = lines.find(({ text }) => text.startsWith(word));
    const end = lines.find(({ text }) => text.endsWith(`${word.toLowerCase()}end`));
    expect(end?.y, word).toBeGreaterThan(begin?.y ?? 0);
    expect(((end?.x ?? 0) - (begin?.x ?? 0)) / em, word).toBeCloseTo(2, 1);
  }
});

describe('lines behind bars that begin with marked text', () => {
  const first = [
    '**1** O light that breaks,',
    '*Slanted* lines,',
    '[Thy hand](http://a.example) is still',
    '`code`',
  ];
  it.each(first)('are printed as others are: %s', async (line) => {
    const words = line.replace(/\(.*\)|[[\]*`]/g, '');
    const { pages, ids } = await printed(
      `# Canto\n\n| ${line}\n|   And wakes the mill.\n|\n| ${line}\n| *Last* of all.\n`,
    );
    expect(ids).toEqual([]);
    const lines = pages.flatMap((page) => page.lines);
    const at = (text: string) => lines.filter((one) => one.text === text).map(({ y }) => y);
    const [one = 0, three = 0] = at(words);
    const [two = 0] = at('And wakes the mill.');
    const [four = 0] = at('Last of all.');
    // Two stanzas of two lines, with a gap between them.
    expect(two - one).toBeGreaterThan(5);
    expect(four - three).toBeCloseTo(two - one, 0);
    expect(three - two).toBeGreaterThan((two - one) * 1.2);
  });
});

it('stanzas that are counted keep their lines, and hang from their numbers', async () => {
  const { pages, ids } = await printed(
    '# Hymn\n\n:::verse\n1. Awake my voice,\n  The night is gone.\nThe day is here,\n\n2. The second song,\n     The stream along,\n   The long way home.\n:::\n',
  );
  expect(ids).toEqual([]);
  const lines = pages
    .flatMap((page) => page.lines)
    .filter(({ text }) => /(?:voice|gone|here|song|along|home)[,.]$/.test(text));
  const [awake, night, day, second, stream, home] = lines;
  expect([awake, night, day, second, stream, home].map((line) => line?.text)).toEqual([
    '1. Awake my voice,',
    'The night is gone.',
    'The day is here,',
    '2. The second song,',
    'The stream along,',
    'The long way home.',
  ]);
  expect(day?.x).toBeGreaterThan(awake?.x ?? 0);
  expect(home?.x).toBeCloseTo(day?.x ?? 0, 1);
  const em = day?.size ?? 0;
  expect((night?.x ?? 0) - (day?.x ?? 0)).toBeCloseTo(em, 0);
  expect((stream?.x ?? 0) - (home?.x ?? 0)).toBeCloseTo(em, 0);
});
