import { expect, it } from 'vitest';
import { TextReader } from '../../src/binding/pdf-reading.js';
import { textOfMarks } from '../../src/binding/pdf-text.js';

/*
 * Words that stand for glyphs (`/ActualText`). Where a line reaches over the edge of its page, Chromium paints it on both, leaves out
 * the glyphs of one, and the words of its ligatures stay there.
 */
const CONTENT = new TextEncoder().encode(
  [
    '/P <</MCID 0 >>BDC BT /Span<</ActualText (fi) >> BDC EMC ET EMC',
    '/P <</MCID 1 >>BDC BT 1 0 0 1 9 9 Tm /Span<</ActualText (fi) >> BDC <0392> Tj 8 0 Td <0393> Tj EMC ET EMC',
  ].join('\n'),
);

it('words stand for the glyphs that are shown, once, and for none where none is shown', () => {
  const page = {};
  const reader = new TextReader();
  reader.read(page, CONTENT, undefined);
  expect([0, 1].map((mark) => reader.textOf([{ page, mark }]))).toEqual(['', 'fi']);
  const found = textOfMarks(CONTENT, undefined, new Set([0, 1]));
  expect([0, 1].map((mark) => found.get(mark)?.text)).toEqual([undefined, 'fi']);
});
