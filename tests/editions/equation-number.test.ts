import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* The number of an equation stands at the end of its line, whichever side that is. */

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

const OUTER = 0.5 * 72;

it.each(['he', 'ar', 'en'])('stands at the far edge, and the formula in the middle: %s', async (lang) => {
  const { delivered } = await buildInMemory(
    {
      'book.yaml': `title: T\nauthor: A\nlang: ${lang}\nidentifier: urn:x:1\ntrim: 6x9\n`,
      'a.md': '# One\n\nText.\n\n$$ x = 1 $$ {#eq-a}\n\nBehind it.\n',
    },
    { editions: ['print', 'epub'] },
    press,
  );
  const named = (end: string) => [...delivered].find(([name]) => name.endsWith(end))?.[1] as Uint8Array;
  const { pages } = await inspectPdf(named('.pdf'));
  const page = pages.find(({ pieces }) => pieces.some(({ text }) => text.includes('=')));
  const equals = page?.pieces.find(({ text }) => text.includes('='));
  if (!page || !equals) throw new Error('there is no formula');
  const line = page.pieces.filter(({ y, text }) => Math.abs(y - equals.y) < 2 && text.trim());
  const middle = page.width / 2;
  expect(Math.abs(equals.x - middle)).toBeLessThan(middle * 0.2);
  const number = line.filter(({ x }) => Math.abs(x - middle) > middle * 0.5);
  expect(number.map(({ text }) => text.trim()).join('')).toMatch(/[()]*1[()]*/);
  const fromEdge = number.map(({ x, width }) => (lang === 'en' ? page.width - x - width : x));
  expect(Math.min(...fromEdge)).toBeGreaterThan(OUTER * 0.9);
  expect(Math.min(...fromEdge)).toBeLessThan(OUTER * 1.8);
  const epub = await openEpub(named('.epub'));
  const css = [...epub.bytes].find(([name]) => name.endsWith('.css'))?.[1];
  expect(new TextDecoder().decode(css)).toMatch(/\.equation-number \{[^}]*text-align: end;/);
});

it.each([
  ['is made smaller, with its number beside it', 10, true],
  ['is made as small as may be where that is not enough, with its number below', 20, false],
])('a formula that is too wide and cannot be broken %s', async (_, terms, isBeside) => {
  const sum = Array.from({ length: terms }, (_, i) => `${i + 10}a^${i}b`).join(' + ');
  const { delivered, messages } = await buildInMemory(
    {
      'book.yaml': 'title: T\nauthor: A\nlang: en\nidentifier: urn:x:1\ntrim: 6x9\n',
      'a.md': `# One\n\nText.\n\n$$ (x = ${sum}) $$ {#eq-a}\n\nBehind it.\n`,
    },
    { editions: ['print'] },
    press,
  );
  const bytes = [...delivered].find(([name]) => name.endsWith('.pdf'))?.[1] as Uint8Array;
  const { pages } = await inspectPdf(bytes);
  const page = pages.find(({ text }) => text.includes('Behind it.'));
  const number = page?.pieces.find(
    ({ text, x, font }) => x > page.width * 0.8 && /1/.test(text) && !/STIX/.test(font),
  );
  const equals = page?.pieces.find(({ text }) => text.includes('='));
  if (!page || !number || !equals) throw new Error('there is no formula, or no number');
  expect(number.x + number.width).toBeLessThan(page.width - OUTER);
  expect(Math.abs(number.y - equals.y) < 3).toBe(isBeside);
  // No smaller than seven tenths of it.
  expect(equals.size).toBeLessThan(10);
  expect(equals.size).toBeGreaterThan(11 * 0.94 * 0.69);
  expect(messages.some(({ ruleId }) => ruleId === 'fits-page')).toBe(!isBeside);
});
