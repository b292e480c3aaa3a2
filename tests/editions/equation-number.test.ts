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
