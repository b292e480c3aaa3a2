import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { understand } from '../support/chapter.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';
import { type InspectedPdf, inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* What chapters and parts are called above the pages, in the contents and in what programs read. */

const TEXT = `${'The lamp was lit early because evening came down the stairs before anyone had thought of supper. '.repeat(45)}\n`;
const LONG = 'A Long Title of a Book Which Goes on for Ever and Ever until Its Reader Is Tired of It';

let press: Press;
let pdf: InspectedPdf;
let epub: Uint8Array;

beforeAll(async () => {
  press = testPress();
  const { messages, delivered } = await buildInMemory(
    {
      'book.yaml': `title: ${LONG}\nauthor: A\nidentifier: urn:x:1\nchapter-start: any\ncontents:\n  - part: The *Sea*\n    chapters: [a.md]\n`,
      'a.md': `# A chapter with $x^2$, $\\alpha_1$ and *em*[^n]\n\n[^n]: Note.\n\n${TEXT}`,
    },
    { editions: ['print', 'epub'] },
    press,
  );
  expect(messages.filter(({ severity }) => severity === 'error').map(String)).toEqual([]);
  const file = (ending: string) => [...delivered].find(([name]) => name.endsWith(ending))?.[1];
  pdf = await inspectPdf(file('-print.pdf') as Uint8Array);
  epub = file('.epub') as Uint8Array;
});
afterAll(() => press[Symbol.asyncDispose]());

const page = (label: string) => pdf.pages.find((one) => one.label === label);

describe('running heads', () => {
  it('shorten the title of a book at a word', () => {
    const head = page('4')?.lines[0];
    expect(head?.text).toBe('A Long Title of a Book Which Goes on for Ever and Ever…');
    expect(head?.x).toBeGreaterThan(36);
  });

  it('say what formulas in the title of a chapter show', () => {
    expect(page('3')?.lines[0]?.text).toBe('A chapter with x2, α1 and em');
  });
});

describe('the title of a part', () => {
  it('is slanted where its author wants it, on its page and in the contents', () => {
    for (const label of ['v', '1']) {
      const sea = page(label)?.pieces.find(({ text }) => text.trim() === 'Sea');
      expect(sea?.font, label).toMatch(/Italic/);
      expect(page(label)?.text).not.toContain('*');
    }
    expect(page('1')?.pieces.find(({ text }) => text.includes('The'))?.font).not.toMatch(/Italic/);
  });

  it('is plain in the outline', async () => {
    expect(pdf.outline.map(({ title }) => title)).toContain('The Sea');
    const { nav } = await openEpub(epub);
    expect(JSON.stringify(nav)).toContain('The Sea');
    expect(JSON.stringify(nav)).not.toContain('*');
  });
});

it('the message of a pointer of the index to nothing says which pointer it is', () => {
  const said = understand(
    '[]{.index entry="anger" see-also="fear; dread"} [rage]{.index see="fury"}\n',
  ).words();
  expect(said.map((words) => words.split('. ')[0])).toEqual([
    'The index says “anger, see also fear; dread”, and has no entry “fear; dread”',
    'The index says “rage, see fury”, and has no entry “fury”',
  ]);
});
