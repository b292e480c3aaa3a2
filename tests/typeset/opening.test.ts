import { describe, expect, it } from 'vitest';
import { letters } from '../../src/language/numerals.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';

const FILES = {
  'book.yaml':
    'title: T\nauthor: A\nidentifier: urn:x:1\nnumber-chapters: true\ncontents: [a.md, between.md, b.md, conclusion.md, one.md, two.md]\n',
  'a.md': '---\nsubtitle: What *came* <before>\nauthor: [B, C]\n---\n# First\n\nText.\n',
  'between.md': '---\nunnumbered: true\n---\n# Between\n\nText.\n',
  'b.md': '# Second\n\nText.\n',
  'conclusion.md': '# End\n\nText.\n',
  'one.md': '---\nrole: appendix\nlang: de\n---\n# Quellen\n\nText.\n',
  'two.md': '---\nrole: appendix\n---\n# Tools\n\nText.\n',
};

/** The classes and texts of what stands before a chapter's text. */
async function openings(files: Readonly<Record<string, string>>) {
  const { delivered, messages } = await buildInMemory(files);
  expect(messages.map(String)).toEqual([]);
  const epub = await openEpub(delivered.get('out/t.epub') as Uint8Array);
  return Object.fromEntries(
    epub.opf.spine.map((file) => [
      file.replace(/^.*\/|\.xhtml$/g, ''),
      epub.textOf(file).replace(/\s+/g, ' ').trim(),
    ]),
  );
}

describe('the opening of a chapter', () => {
  it('has its number, its subtitle and its own authors, in the words of its language', async () => {
    const texts = Object.values(await openings(FILES)).join('\n');
    for (const expected of [
      'Chapter 1FirstWhat came <before>B and C Text.',
      'Between Text.',
      'Chapter 2Second Text.',
      'End Text.',
      'Anhang AQuellen Text.',
      'Appendix BTools Text.',
    ])
      expect(texts).toContain(expected);
    expect(texts).not.toMatch(/Chapter \d(Between|End)/);
  });

  it('has no number in a book that does not ask for it, and numbers in your own words where it does', async () => {
    const plain = Object.values(
      await openings({ ...FILES, 'book.yaml': 'title: T\nauthor: A\nidentifier: urn:x:1\n' }),
    ).join('\n');
    expect(plain).not.toMatch(/Chapter \d|Appendix [AB]/);
    const own = Object.values(
      await openings({
        ...FILES,
        'book.yaml': `${FILES['book.yaml']}words: { openings: { chapter: "{number}." } }\n`,
      }),
    ).join('\n');
    expect(own).toContain('2.Second Text.');
  });

  it('is what references to the chapter say', async () => {
    const text = async (book: string) =>
      Object.values(
        await openings({
          'book.yaml': `title: T\nauthor: A\nidentifier: urn:x:1\ncontents: [a.md, b.md]\n${book}`,
          'a.md': '# First {#sec-a}\n\nSee @sec-a, @sec-b, [-@sec-b] and @sec-c.\n',
          'b.md': '---\nrole: appendix\n---\n# Second {#sec-b}\n\n## Third {#sec-c}\n\nText.\n',
        }),
      ).join('\n');
    expect(await text('number-chapters: true\n')).toContain('See Chapter 1, Appendix A, A and “Third”.');
    expect(await text('')).toContain('See “First”, “Second”, “Second” and “Third”.');
    expect(await text('number-chapters: true\nwords: {openings: {chapter: "{number}."}}\n')).toContain(
      'See “First”, Appendix A,',
    );
  });

  it('letters what is more than an alphabet', () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(letters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
