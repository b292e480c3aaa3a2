import { beforeAll, describe, expect, it } from 'vitest';
import { thisWorld } from '../../src/world.js';
import { buildInMemory } from '../support/memory.js';
import { type InspectedPdf, inspectPdf } from '../support/pdf.js';
import { type Tag, tagged } from '../support/pdf-tags.js';

/*
 * What a screen reader is told of a printed book: the tags of the finished PDF.
 */
const FILLING = 'The harbour was older than the town and nobody had asked it what it thought of that. ';

const FILES = {
  'book.yaml':
    'title: Tags\nauthor: A Press\ntrim: a5\ntoc-depth: 2\nlists: [tables]\nbibliography: works.bib\nchapter-start: any\n',
  'works.bib':
    '@book{brook, author = {Brook, Ada}, title = {Lamps}, year = {1911}, publisher = {Lantern Press}}',
  '01-one.md': [
    '# One',
    '### Skipped',
    `A [Boot]{lang=de} lay there, and <cite lang="nl">De boot</cite> was read.[^a] ${FILLING.repeat(2)}`,
    'Recto\n: The right-hand page.\n\nVerso\nLeft\n: The left-hand page.\n: Back of the leaf.',
    '## Again',
    `${FILLING.repeat(60)}Here one is called.[^b] ${FILLING.repeat(60)}`,
    '| Key | Value |\n| --- | --- |\n| lamp | 1 |\n\nTable: Lamps {#tbl-lamps}',
    'As [@brook] says, [lamps]{.index} burn.',
    '[^a]: Note of the boat.\n[^b]: Note in the middle of a paragraph.',
  ].join('\n\n'),
};

let pdf: InspectedPdf;
let tags: readonly Tag[];

beforeAll(async () => {
  await using press = thisWorld().press();
  const made = await buildInMemory(FILES, { editions: ['screen'] }, press);
  expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  pdf = await inspectPdf([...made.delivered.values()][0] as Uint8Array);
  tags = pdf.tags;
}, 60_000);

const roles = (tag: Tag | undefined): string[] => (tag?.children ?? []).map(({ role }) => role);
const said = (tag: Tag | undefined): string => (tag?.text ?? '').replace(/\s+/g, ' ').trim();

describe('the tags of a printed book', () => {
  it('are of sections, one for each sheet', () => {
    const [document] = tags;
    expect(document?.role).toBe('Document');
    expect(new Set(roles(document))).toEqual(new Set(['Sect', 'Index']));
    expect(tagged(tags, 'Index').map(said)).toEqual([expect.stringMatching(/^Index ?lamps/)]);
  });

  it('call contents and lists by their name, and each line a reference', () => {
    const [contents, , tables] = tagged(tags, 'TOC');
    expect(roles(contents)).toContain('TOCI');
    const line = contents?.children.find((tag) => said(tag).startsWith('One'));
    expect(roles(line)).toEqual(['Reference', 'TOC']);
    expect(roles(line?.children[0])).toEqual(['Link']);
    expect(said(tables)).toMatch(/^Table 1\. Lamps ?\d/);
  });

  it('keep notes together with nothing, and behind the paragraph that a page is cut through above them', () => {
    const notes = tagged(tags, 'Note');
    expect(notes.map(said)).toEqual(['1. Note of the boat.', '2. Note in the middle of a paragraph.']);
    expect(new Set(notes.map(({ id }) => id)).size).toBe(2);
    for (const paragraph of tagged(tags, 'P')) expect(tagged(paragraph.children, 'Note')).toEqual([]);
    const calls = tagged(tags, 'Reference').filter((tag) => /^\d$/.test(said(tag)));
    expect(calls.map((tag) => tagged(tag.children, 'Link').map(said))).toEqual([['1'], ['2']]);
    const all = said(tags[0]);
    const parted = all.indexOf('Here one is called.');
    expect(all.slice(parted)).toMatch(
      /^Here one is called. ?2 The harbour was older.* 2\. Note in the middle/,
    );
  });

  it('have terms as a list, each with what is said of it', () => {
    const list = tagged(tags, 'L').find((tag) => said(tag).startsWith('Recto'));
    expect(list?.children.map(roles)).toEqual([
      ['Lbl', 'LBody'],
      ['Lbl', 'Lbl', 'LBody', 'LBody'],
    ]);
  });

  it('know the works of a bibliography', () => {
    expect(tagged(tags, 'BibEntry').map(said)).toEqual([expect.stringContaining('Lamps')]);
  });

  it('have the language of a passage, and nothing of what was hung on it', () => {
    const languages = (wanted: readonly Tag[]): [string, string][] =>
      wanted.flatMap((tag): [string, string][] => [
        ...(tag.lang === undefined ? [] : ([[tag.lang, said(tag)]] as [string, string][])),
        ...languages(tag.children),
      ]);
    expect(languages(tags[0]?.children ?? [])).toEqual([
      ['de', 'Boot'],
      ['nl', 'De boot'],
    ]);
  });

  it('step down heading by heading, whatever is skipped', () => {
    const headings = [...tagged(tags, 'H1'), ...tagged(tags, 'H2')].map(said);
    expect(headings).toContain('Skipped');
    expect(tagged(tags, 'H3')).toEqual([]);
  });

  it('claim PDF/UA where nothing speaks against it, and say what does', async () => {
    expect(pdf.metadata.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    await using press = thisWorld().press();
    const image =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>';
    const made = await buildInMemory(
      { 'book.yaml': 'title: Flaws\n', '01.md': '# One\n\nText.\n\n<img src="dot.svg">\n', 'dot.svg': image },
      { editions: ['print', 'screen'] },
      press,
    );
    for (const [path, bytes] of made.delivered)
      if (path.endsWith('.pdf')) expect((await inspectPdf(bytes)).metadata.xmp).not.toContain('pdfuaid');
    expect(made.messages.filter(({ ruleId }) => ruleId === 'pdf-conforms').map(String)).toEqual([
      expect.stringContaining('this image has no alternative text'),
    ]);
  }, 60_000);
});
