import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { matterhorn } from '../support/matterhorn.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { tagged } from '../support/pdf-tags.js';
import { testPress } from '../support/press.js';

/* Titles keep whole words, but for one that is wider than its line. */

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

async function printed(keys: string, chapter: string, edition = 'print') {
  const { delivered } = await buildInMemory(
    { 'book.yaml': `author: Karl Ruh\nidentifier: urn:x:1\n${keys}`, 'a.md': chapter },
    { editions: [edition] },
    press,
  );
  const bytes = [...delivered].find(([name]) => name.endsWith('.pdf'))?.[1] as Uint8Array;
  const pdf = await inspectPdf(bytes);
  const lines = (page: number): string[] =>
    (pdf.pages[page]?.lines ?? []).map(({ text }) => text.replace(/\u00ad-?$/, '-').trim());
  return { bytes, pdf, lines };
}

const LONGEST = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

it('end a line in it at a syllable, with a hyphen, on the title page, above a chapter and in the contents', async () => {
  const { bytes, pdf, lines } = await printed(
    'title: Die Wasserstraßenverwaltung\nlang: de\ntrim: 125mm x 190mm\n',
    `# Die ${LONGEST}\n\nText.\n\n## BUNDESWASSERSTRASSENVERWALTUNGSGESETZ und Wasserstraßen\n\nText.\n`,
  );
  expect(lines(0)).toEqual(['Die Wasserstraßenverwaltung']);
  expect(lines(2)).toEqual(['Die Wasserstra-', 'ßenverwaltung', 'Karl Ruh']);
  const [, first, second] = lines(4);
  expect(first).toMatch(/^Die Donau\p{L}+-$/u);
  expect(`${first?.slice(4, -1)}${second?.replace(/[\s.\d]*$/, '')}`).toBe(LONGEST);
  const chapter = lines(6);
  expect(chapter.slice(0, 3)).toEqual([
    expect.stringMatching(/^Die Donau\p{L}+-$/u),
    expect.stringMatching(/^\p{L}+-$/u),
    expect.stringMatching(/gesellschaft$/),
  ]);
  expect(chapter.slice(4, 6)).toEqual([
    expect.stringMatching(/^BUNDES[A-Z]+-$/),
    expect.stringMatching(/GESETZ und Wasserstraßen$/),
  ]);
  expect(pdf.outline.map(({ title }) => title)).toContain(`Die ${LONGEST}`);
  expect(tagged(pdf.tags, 'H1').map(({ text }) => text.replace(/[-\u00ad]\s*/g, '').trim())).toContain(
    `Die ${LONGEST}`,
  );
  expect(await matterhorn(bytes)).toEqual([]);
});

it('are parted between words wherever these fit', async () => {
  const { lines } = await printed(
    'title: Verwaltung der Wasserstraßen und Schifffahrtswege\nlang: de\ntrim: 125mm x 190mm\n',
    '# Eins\n\nText.\n',
  );
  expect(lines(2).join(' ')).toBe('Verwaltung der Wasserstraßen und Schifffahrtswege Karl Ruh');
});

it('are hyphenated so in large print, too, which has no hyphens in its text', async () => {
  const { lines } = await printed('title: T\nlang: de\n', `# Die ${LONGEST}\n\nText.\n`, 'large-print');
  expect(lines(4)[0]).toMatch(/^Die Donau\p{L}+-$/u);
});

it('are set smaller where nobody knows the syllables', async () => {
  const { pdf, lines } = await printed(
    'title: Hippopotomonstrosesquippedaliophobia, Told\nlang: gn\ntrim: 5x8\n',
    '# One\n\nText.\n',
  );
  expect(lines(2).slice(0, 2)).toEqual(['Hippopotomonstrosesquippedaliophobia,', 'Told']);
  expect(pdf.pages[2]?.lines[0]?.size).toBeLessThan(25);
});

it('end anywhere in a script that puts no space between words, and are as large as ever', async () => {
  const { pdf, lines } = await printed(
    'title: 書\nlang: ja\n',
    '# 長い章題が一行に入らないときはどこでも折り返してよいことになっているのである\n\n本文。\n',
  );
  const [first, second] = lines(4);
  expect(`${first}${second}`).toContain('長い章題が一行に入らないとき');
  expect(pdf.pages[4]?.lines[0]?.size).toBeGreaterThan(20);
});
