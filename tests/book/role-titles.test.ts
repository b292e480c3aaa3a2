import { expect, it } from 'vitest';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';

it('a page of a known kind without a title is called by the word for it, in the language of the book', async () => {
  const made = await buildInMemory(
    {
      'book.yaml': 'title: T\nauthor: A\nlang: de\n',
      'copy.md': '---\nrole: copyright-page\n---\nAlle Rechte.\n',
      'm.md': '# Eins\n\nText.\n',
      'x.md': '---\nrole: colophon\n---\nGesetzt.\n',
      'y.md': '---\nrole: glossary\ntitle: Wörter\n---\nWort\n: Was es heißt.\n',
      'd.md': '---\nrole: dedication\n---\nFür Ada.\n',
      'v.md': '---\nrole: preface\n---\nDavor.\n',
      'z.md': '---\nrole: afterword\n---\nDanach.\n',
      'zz.md': '---\nrole: appendix\n---\nTafeln.\n',
    },
    { editions: ['epub'] },
  );
  const epub = await openEpub(made.delivered.get('out/t.epub') as Uint8Array);
  const page = (text: string) =>
    [...epub.documents.values()].find((document) => document.one('body').text.includes(text));
  expect(page('Alle Rechte')?.one('section').attributes['aria-label']).toBe('Impressum');
  expect(page('Alle Rechte')?.one('title').text).toBe('Impressum');
  expect(page('Gesetzt.')?.one('h1').text).toBe('Kolophon');
  expect(page('Was es heißt')?.one('h1').text).toBe('Wörter');
  expect(page('Für Ada')?.one('section').attributes['aria-label']).toBe('Widmung');
  expect(page('Für Ada')?.one('title').text).toBe('Widmung');
  // Only its author knows what this one is called.
  expect(page('Tafeln')?.one('h1').text).toBe('Zz');
  expect(epub.nav.toc.map(({ title }) => title)).toEqual([
    'Vorwort',
    'Eins',
    'Kolophon',
    'Wörter',
    'Nachwort',
    'Zz',
  ]);
  expect(made.messages.map(({ ruleId, file, line }) => [ruleId, file, line])).toEqual([
    ['chapter-has-title', 'book/zz.md', 4],
  ]);
});

it('a chapter that has the name of its file for a title is told, and nothing that needs none or has one', async () => {
  const { messages } = await buildInMemory(
    {
      'book.yaml':
        'title: T\nauthor: A\ncontents:\n  front: [dedication.md, thanks.md]\n  body:\n    - part: One\n      file: part.md\n      chapters: [01-lamps.md, 02-titled.md, 03-lower.md]\n',
      'dedication.md': 'For Ada.\n',
      'thanks.md': 'Thanks.\n',
      'part.md': 'Of lamps.\n',
      '01-lamps.md': 'Text.\n',
      '02-titled.md': '---\ntitle: Two\n---\nText.\n',
      '03-lower.md': '\n## Lower\n\nText.\n',
    },
    { editions: ['epub'] },
  );
  expect(
    messages.map(({ ruleId, file, line, reason }) => [ruleId, file, line, reason.split('“')[1]]),
  ).toEqual([
    ['chapter-has-title', 'book/01-lamps.md', 1, 'Lamps”'],
    ['chapter-has-title', 'book/03-lower.md', 2, 'Lower”'],
    ['chapter-has-title', 'book/thanks.md', 1, 'Thanks”'],
  ]);
});

it.each([
  ['# Things {when-edition="epub"}\n\nText.\n', 'Things'],
  ['> # Said\n\nText.\n', 'Said'],
])(
  'a heading that stands in a block or has a condition is named, and not said to be missing: %j',
  async (text, heading) => {
    const { messages } = await buildInMemory(
      { 'book.yaml': 'title: T\nauthor: A\n', '01-work.md': text, '02-more.md': '# More\n\nText.\n' },
      { editions: ['epub'] },
    );
    const [told] = messages.filter(({ ruleId }) => ruleId === 'chapter-has-title');
    expect(told?.reason).toContain(`The heading “${heading}” stands in a block or has a condition`);
    expect(told?.reason).toContain('“Work”');
  },
);
