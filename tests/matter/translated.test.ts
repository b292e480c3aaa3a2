import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* The title page of a book that is translated names who has done that. */

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

async function titleOf(settings: string, editions: readonly string[] = ['print']) {
  const { messages, delivered } = await buildInMemory(
    { 'book.yaml': `title: Poems\nidentifier: urn:x:1\n${settings}`, 'a.md': '# One\n\nText.\n' },
    { editions },
    press,
  );
  expect(messages.filter(({ severity }) => severity === 'error').map(String)).toEqual([]);
  const file = (end: string) => [...delivered].find(([name]) => name.endsWith(end))?.[1] as Uint8Array;
  const { pages } = await inspectPdf(file('.pdf'));
  return { lines: pages[2]?.lines ?? [], texts: pages[2]?.lines.map(({ text }) => text), file };
}

const TRANSLATORS = 'contributor: [{name: H. Marsh, role: trl}, {name: R. Odell, role: translator}]\n';

it('below the author, and above the publisher', async () => {
  const { texts, lines, file } = await titleOf(
    `lang: en\nauthor: Catullus\npublisher: Weir\n${TRANSLATORS}`,
    ['print', 'epub'],
  );
  expect(texts).toEqual(['Poems', 'Catullus', 'Translated by H. Marsh and R. Odell', 'Weir']);
  const [, author, translators, publisher] = lines.map(({ y }) => y);
  expect((translators ?? 0) - (author ?? 0)).toBeLessThan((publisher ?? 0) - (translators ?? 0));
  const { documents } = await openEpub(file('.epub'));
  const page = [...documents.values()].find((one) => one.text.includes('Translated by'));
  expect(page?.text).toContain('Catullus');
});

it.each([
  [
    'where there is no author, in the place of one',
    `lang: de\n${TRANSLATORS}`,
    ['Poems', 'Übersetzt von H. Marsh und R. Odell'],
  ],
  [
    'below editors, too',
    'lang: en\ncontributor: [{name: E. D., role: edt}, {name: T. R., role: trl}]\n',
    ['Poems', 'Edited by E. D.', 'Translated by T. R.'],
  ],
  [
    'in words of the book',
    `lang: en\nauthor: C\nwords: {translatedBy: "Englished by {names}"}\n${TRANSLATORS}`,
    ['Poems', 'C', 'Englished by H. Marsh and R. Odell'],
  ],
  [
    'and nobody where it is not translated',
    'lang: en\nauthor: C\ncontributor: {name: I. L., role: ill}\n',
    ['Poems', 'C'],
  ],
])('%s', async (_, settings, texts) => {
  expect((await titleOf(settings)).texts).toEqual(texts);
});
