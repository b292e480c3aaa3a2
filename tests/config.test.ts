import { describe, expect, it } from 'vitest';
import { parseTrim } from '../src/config/trim.js';
import { checkInMemory } from './support/memory.js';

describe('a book with an ISBN', () => {
  const said = async (book: string) => {
    const { messages } = await checkInMemory({
      'book.yaml': `title: T\n${book}`,
      'a.md': '# One\n\nText.\n',
    });
    return messages.map(({ ruleId, line, column, reason }) => [`${ruleId} ${line}:${column}`, reason]);
  };

  it('is told what stores will ask for, at its ISBN', async () => {
    expect(await said('author: A\nisbn: 978-3-16-148410-0\n')).toEqual([
      ['metadata-suffices 3:7', expect.stringContaining('publisher, date, description, subject')],
    ]);
  });

  it('has nothing to add where it says all of it, or is not for sale', async () => {
    const all = 'author: A\npublisher: P\ndate: 2024\ndescription: D\nsubject: S\n';
    expect(await said(`${all}isbn: 978-3-16-148410-0\n`)).toEqual([]);
    expect(await said('author: A\n')).toEqual([]);
  });
});

it('lines that end as on an old Macintosh are lines, in book.yaml and in front matter', async () => {
  const { messages } = await checkInMemory({
    'book.yaml': 'title: T\rauthor: A\rtrm: a5\r',
    'a.md': '---\rsubtitle: S\rshort_titel: S\r---\r# One\r\rText.\r',
  });
  expect(messages.map(({ ruleId, file, line }) => [ruleId, file, line])).toEqual([
    ['front-matter-key-known', 'book/a.md', 3],
    ['key-known', 'book/book.yaml', 3],
  ]);
});

it('a value is told at its line by whichever name its key has', async () => {
  const { messages } = await checkInMemory({
    'book.yaml': 'title: T\nlanguage: xx\ncover-image: {src: none.png, alt: A}\n',
    'a.md': '# One\n\nText.\n',
  });
  expect(messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([
    ['words-there', 2],
    ['image-exists', 3],
  ]);
});

it('a title holds no character that nobody sees', async () => {
  for (const [written, name] of [
    ['a\\0b', 'U+0000'],
    ['a\\u0007b', 'U+0007'],
    ['abc \\u202e def', 'U+202E'],
  ]) {
    const files = { 'book.yaml': `title: "${written}"\nauthor: A\n`, 'a.md': '# One\n\nText.\n' };
    const { messages } = await checkInMemory(files);
    expect(messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([['value-valid', 1]]);
    expect(messages[0]?.reason).toContain(`must not hold ${name}`);
  }
  // Half of a sign would be a keyword without a letter.
  const half = {
    'book.yaml': 'title: T\nauthor: A\nkeywords: [night, "\\uD800"]\n',
    'a.md': '# One\n\nText.\n',
  };
  const [told] = (await checkInMemory(half)).messages;
  expect([told?.ruleId, told?.line, told?.column]).toEqual(['value-valid', 3, 19]);
  expect(told?.reason).toContain('must not hold U+D800');
  const files = {
    'book.yaml': 'title: T\nauthor: A\ndescription: "One\\n\\tTwo"\n',
    'a.md': '# One\n\nText.\n',
  };
  expect((await checkInMemory(files)).messages).toEqual([]);
});

it.each([
  ['font: Garamond', 'Write theme: with the name of a theme'],
  ['font-size: 11', 'Write tokens: {text-size: 12pt}.'],
  ['margins: 0.75in', 'Write tokens: {margin-inner: 0.75in, margin-outer: 0.6in}.'],
  ['copyright: © 2025 A', 'Write rights: ©'],
  ['toc: false', 'Write toc-depth: 2'],
  ['number_sections: true', 'Write number-chapters: true.'],
  ['dropcaps: true', 'Did you mean “drop-caps”?'],
  ['webpack: true', 'Known keys: title,'],
  ['tags: [a]', 'keywords: [patience, letters]'],
  ['page-numbers: true', 'running-heads: {verso: title, recto: chapter}'],
  ['translator: A', 'contributor: [{name: Ada Brook, role: translator}]'],
])('a key of other tools, %s, is told with what says it here', async (line, remedy) => {
  const { messages } = await checkInMemory({
    'book.yaml': `title: T\n${line}\n`,
    'a.md': '# One\n\nText.\n',
  });
  expect(messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([['key-known', 2]]);
  expect(messages[0]?.remedy).toContain(remedy);
});

it.each([
  ['Title: T', 'Did you mean “title”?'],
  ['ISBN: 978-3-16-148410-0', 'write “isbn” into book.yaml'],
  ['fontsize: 11pt', 'write tokens: {text-size: 12pt} into book.yaml'],
  ['paper: letter', 'write handout-paper: [a4, letter]'],
  ['year: 2020', 'in the folder of the manuscript; or leave it if another tool needs it.'],
  ['lof: true', 'write lists: [figures] into book.yaml'],
  ['section: 1', 'Remove it, or leave it if another tool needs it.'],
  ['webpack: true', 'Remove it'],
])('a key that front matter does not know, %s, is told with where it belongs', async (line, remedy) => {
  const { messages } = await checkInMemory({ 'a.md': `---\ntitle: B\n${line}\n---\n\n# One\n\nText.\n` });
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(['front-matter-key-known']);
  expect(messages[0]?.remedy).toContain(remedy);
});

it.each(['5.5" x 8.5"', '5.5″×8.5″', '5.5 inches by 8.5 inches', '5.5in x 8.5in', '5.5 x 8.5'])(
  'a size in inches is written as the shop has it: %s',
  (written) => {
    expect(parseTrim(written)).toEqual({ name: '5.5x8.5', width: 528, height: 816 });
  },
);

it('a pocket size has a name, in whatever letters', () => {
  expect(parseTrim('A6')).toMatchObject({
    name: 'a6',
    width: expect.closeTo(396.85, 2),
    height: expect.closeTo(559.37, 2),
  });
});

it('and quotes without figures are no size', () => {
  expect(parseTrim('"5.5 x 8.5')).toContain('no size of a page');
});

it.each([
  ['pdf', 'print'],
  ['e-book', 'epub'],
  ['Kindle', 'epub'],
  ['html', 'web'],
  ['pirnt', 'print'],
])('an edition that shops call %s is asked whether %s was meant', async (name, meant) => {
  const { messages } = await checkInMemory({
    'book.yaml': `title: T\neditions: [${name}]\n`,
    'a.md': '# One\n\nText.\n',
  });
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(['edition-known']);
  expect(messages[0]?.remedy).toContain(`Did you mean “${meant}”?`);
});
