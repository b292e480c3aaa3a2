import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { setPageLabels } from '../../src/binding/pdf-labels.js';
import { inspectPdf } from '../support/pdf.js';

async function labelled(labels: readonly string[]) {
  const document = await PDFDocument.create();
  for (const _ of labels) document.addPage([100, 100]);
  setPageLabels(document, labels);
  const nums = document.catalog.lookup(PDFName.of('PageLabels'), PDFDict).get(PDFName.of('Nums'));
  const { pages } = await inspectPdf(await document.save());
  return {
    read: pages.map(({ label }) => label),
    ranges: String(nums).split('/Type').join('').match(/<</g)?.length,
  };
}

test.each([
  ['roman, then arabic', ['i', 'ii', 'iii', 'iv', '1', '2', '3'], 2],
  ['arabic from the middle', ['5', '6', '7'], 1],
  ['a cover and pages without a label', ['Cover', '', '', '1', '2'], 3],
  ['a prefix', ['A-1', 'A-2', 'B-1'], 2],
  ['capitals, and a number that goes back', ['I', 'II', '9', '10', '9'], 3],
  ['leading zeros', ['008', '009', '010'], 2],
  ['words that look like numerals', ['mix', 'civil', 'vic', 'IIII', 'Xi'], 5],
  ['every roman numeral to 60', Array.from({ length: 60 }, (_, n) => roman(n + 1)), 1],
])('%s', async (_, labels, ranges) => {
  expect(await labelled(labels)).toEqual({ read: labels, ranges });
});

function roman(value: number): string {
  const tens = ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx'][Math.floor(value / 10)];
  return `${tens}${['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][value % 10]}`;
}
