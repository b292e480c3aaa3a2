import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { openEpub } from '../support/epub.js';
import { epubcheck } from '../support/epubcheck.js';
import { buildInMemory, checkInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/*
 * A book does without the pages that nobody wrote and that its author does not want: a novel without contents, a report without a colophon.
 */
let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

const files = (omit: string) => ({
  'book.yaml': `title: Rain\nauthor: A Press\nlang: en\nidentifier: urn:x:1\n${omit}`,
  'a.md': '# One\n\nText.\n',
  'b.md': '# Two\n\nText.\n',
});

/** The pages of the print, from the first, by the first line of each. */
async function printed(omit: string) {
  const { messages, delivered } = await buildInMemory(files(omit), { editions: ['print', 'epub'] }, press);
  expect(messages.map(String)).toEqual([]);
  const pdf = await inspectPdf(delivered.get('out/rain-print.pdf') as Uint8Array);
  const epub = delivered.get('out/rain.epub') as Uint8Array;
  return { pdf, epub, first: pdf.pages.map(({ lines }) => lines[0]?.text ?? '') };
}

it('a book has a half title, a copyright page, contents and a colophon unless it says otherwise', async () => {
  const { first } = await printed('');
  expect(first).toEqual(['Rain', '', 'Rain', 'Rain', 'Contents', '', 'One', '', 'Two', '', 'Colophon']);
});

it('and none of them where it omits them all; outline, folios and the navigation of the EPUB are as ever', async () => {
  const { first, pdf, epub } = await printed('omit: [half-title, copyright-page, contents, colophon]\n');
  expect(first).toEqual(['Rain', '', 'One', '', 'Two']);
  expect(pdf.outline.map(({ title }) => title)).toEqual(['One', 'Two']);
  expect(pdf.pages.map(({ label }) => label).slice(2)).toEqual(['1', '2', '3']);
  const { nav } = await openEpub(epub);
  expect(nav.toc.map(({ title }) => title)).toEqual(expect.arrayContaining(['One', 'Two']));
  expect(nav.landmarks.map(({ type }) => type)).toContain('toc');
  expect(JSON.stringify(nav)).not.toContain('Colophon');
  expect(await epubcheck(epub)).toMatchObject([{ errors: [], warnings: [] }]);
});

it('keeps what its author has written', async () => {
  const { delivered } = await buildInMemory(
    { ...files('omit: [colophon]\n'), 'z.md': '---\nrole: colophon\n---\n\n# Set by hand\n\nOn a press.\n' },
    { editions: ['print'] },
    press,
  );
  const { pages } = await inspectPdf(delivered.get('out/rain-print.pdf') as Uint8Array);
  expect(pages.at(-1)?.text).toContain('Set by hand');
});

it.each([
  ['omit: [titlepage]', 'half-title, copyright-page, contents or colophon'],
  ['omit: contents', 'must be a list of pages'],
])('%s is told', async (line, says) => {
  const { messages } = await checkInMemory(files(`${line}\n`));
  expect(messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([['value-valid', 5]]);
  expect(messages[0]?.reason).toContain(says);
});
