import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { savePdf } from '../../src/binding/pdf-save.js';
import { qpdfFaults } from '../support/qpdf.js';

/*
 * The way in which PDFs are written is read by another program, and that program can find faults.
 */
it('has nothing to say of what is whole, and says what is not', async () => {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (let page = 0; page < 300; page++) document.addPage([300, 400]).drawText(`Page ${page}`);
  const bytes = await savePdf(document, 'urn:x-test:qpdf');
  expect(await qpdfFaults(bytes)).toEqual([]);
  expect(await qpdfFaults(bytes.subarray(0, bytes.length / 2))).not.toEqual([]);
  const damaged = Uint8Array.from(bytes);
  const at = Buffer.from(bytes).lastIndexOf('startxref') - 60;
  damaged.set([0, 0, 0, 0, 0, 0, 0, 0], at);
  expect(await qpdfFaults(damaged)).not.toEqual([]);
});
