import { describe, expect, it } from 'vitest';
import { check } from '../../src/build.js';
import { memoryWorkshop } from '../../src/workshop/memory.js';
import { thisWorld } from '../../src/world.js';
import { GOOD, mistakenFiles, mistakes } from '../support/mistake.js';

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const ZIP = Buffer.from('504b0304140000000800', 'hex');

describe('the folder', () => {
  mistakes([
    {
      name: 'is not there',
      files: {},
      code: 2,
      messages: ['book error folder-exists'],
      says: /There is no folder book\n.*octavo build \.$/m,
    },
    {
      name: 'is called as an edition is, for two were named behind one flag',
      files: {},
      args: ['build', '-e', 'print', 'screen'],
      code: 2,
      messages: ['screen error folder-exists'],
      says: /screen is an edition, and each is named by itself: -e print -e screen\./,
    },
    {
      name: 'is a file',
      files: { book: 'x' },
      code: 2,
      messages: ['book error folder-exists'],
      says: /book is a file.*\n.*Name the folder that it lies in/,
    },
    {
      name: 'is empty',
      files: { 'book/': '' },
      code: 2,
      messages: ['book error folder-has-chapters'],
      says: /octavo init/,
    },
    {
      name: 'holds no Markdown',
      files: { 'book/a.txt': 'x', 'book/b.docx': ZIP },
      code: 2,
      messages: ['book error folder-has-chapters'],
    },
    {
      name: 'holds handouts alone',
      files: { 'book/handouts/a.md': GOOD },
      code: 2,
      messages: ['book error folder-has-chapters'],
      says: /only handouts/,
    },
    {
      name: 'holds no handout, and handouts are asked for',
      files: { 'book/a.md': GOOD },
      args: ['build', 'book', '-e', 'handouts'],
      code: 2,
      messages: ['book error folder-has-handouts'],
    },
    {
      name: 'holds one file without a word',
      files: { 'book/a.md': '' },
      code: 1,
      messages: ['book/a.md error title-given'],
    },
    {
      name: 'has no title in it',
      files: { 'book/a.md': 'Just text.\n' },
      code: 1,
      messages: ['book/a.md error title-given'],
    },
    {
      name: 'holds drafts alone',
      files: { 'book/a.md': `---\ndraft: true\n---\n${GOOD}` },
      code: 1,
      messages: ['book error book-has-chapters'],
    },
  ]);
});

describe('a file', () => {
  mistakenFiles({
    'is a program that is named .md': {
      text: Buffer.from('7f454c460201010000000000ff', 'hex'),
      says: ['error file-is-text'],
    },
    'is a .docx that was renamed': { text: ZIP, says: ['error file-is-text'], remedy: /word processor/ },
    'is in Latin-1': {
      text: latin1('# A book\n\nCaf\xe9 au lait.\n'),
      says: ['3:4 error file-is-utf8'],
      remedy: /byte E9/,
    },
    'is cut off within a character': {
      text: Buffer.from('# A book\n\nCafé').subarray(0, -1),
      says: ['3:4 error file-is-utf8'],
    },
    'is in UTF-16': {
      text: Buffer.from('\ufeff# A book\n', 'utf16le'),
      says: ['error file-is-utf8'],
      remedy: /UTF-16/,
    },
    'is in UTF-16 that does not say so': {
      text: Buffer.from('# A book\n\nText.\n', 'utf16le'),
      says: ['error file-is-utf8'],
      remedy: /UTF-16/,
    },
    'begins with a byte order mark, which is no mistake': {
      text: `\ufeff---\ntitle: X\n---\n${GOOD}\n![A](none.png)\n`,
      says: ['8:1 error image-exists'],
    },
    'holds one zero byte': {
      text: `${GOOD}\nSome more words here.\0\n`,
      says: ['5:22 error file-is-text'],
    },
    'has line ends of Windows': {
      text: '# A\r\n\r\nText.\r\n\r\n![A](gone.png)\r\n',
      says: ['5:1 error image-exists'],
      remedy: /5 │ !\[A\]\(gone\.png\)\n/,
    },
    'has line ends of the first Macintosh': {
      text: '# A\r\rText.\r\r![A](lost.png)\r',
      says: ['5:1 error image-exists'],
      remedy: /5 │ !\[A\]\(lost\.png\)\n/,
    },
    'has no last line end': { text: '# A\n\n![A](none.png)', says: ['3:1 error image-exists'] },
    'has ten thousand lines': {
      text: `# A\n${'\nText.\n'.repeat(5000)}\n![A](none.png)\n`,
      says: ['10003:1 error image-exists'],
    },
    'has 0 bytes': { text: '', says: ['warning chapter-has-text'] },
  });
  mistakes([
    {
      name: 'has a name of signs, which is no mistake',
      files: {
        'book/a b.md':
          '# A\n\n[x](<ü.md>) [x](%F0%9F%98%80.md) [x](a%23b.md) [x](100%25.md) [x](what%3F.md) [x](gone.md)\n',
        'book/ü.md': '# B\n\nText.\n',
        'book/😀.md': '# C\n\nText.\n',
        'book/a#b.md': '# D\n\nText.\n',
        'book/100%.md': '# E\n\nText.\n',
        'book/what?.md': '# F\n\nText.\n',
      },
      args: ['check', 'book'],
      code: 0,
      messages: ['book/a b.md:3:79 warning link-resolves'],
    },
    {
      name: 'is refused, and others point into it',
      files: {
        'book/a.md':
          '# A\n\n[b](b.md) [x](b.md#there) [gone](gone.md) @fig-b [word]{.term} [seen]{.index see=other}\n\n::handout{name=sheet}\n\n::list-of-figures\n',
        'book/b.md': latin1('# B\n\nCaf\xe9 ![x](x.png){#fig-b}\n'),
        'book/handouts/sheet.md': latin1('# Caf\xe9\n'),
        'book/c.md': `# C\n\n${'['.repeat(5000)}\n\n${'> '.repeat(5000)}\n`,
        'book/d.md': '# D\n\n[c](c.md) @sec-e\n\n::include{file="_e.md"}\n',
      },
      code: 1,
      messages: [
        'book/a.md:3:27 warning link-resolves',
        'book/b.md:3:4 error file-is-utf8',
        'book/c.md:3:61 error nesting-is-reasonable',
        'book/d.md:5:1 error include-exists',
        'book/handouts/sheet.md:1:6 error file-is-utf8',
      ],
    },
    {
      name: 'includes what is no text',
      files: {
        'book/a.md': `${GOOD}\n\`\`\`js {file="a.js"}\n\`\`\`\n\n::include{file="_b.md"}\n\n::include{file="c"}\n`,
        'book/a.js': ZIP,
        'book/_b.md': latin1('Caf\xe9\n'),
        'book/c/': '',
      },
      code: 1,
      messages: [
        'book/a.md:5:1 error include-reads',
        'book/a.md:8:1 error include-reads',
        'book/a.md:10:1 error include-reads',
      ],
      says: [
        /book\/a\.js {2}a\.js is not a text file\n.*Write it anew .* Or take the include out/,
        /book\/_b\.md:1:4 {2}The byte E9 here is not UTF-8/,
      ],
    },
  ]);
});

describe('the contents', () => {
  const book = (contents: string): Record<string, string> => ({
    'book/a.md': GOOD,
    'book/b.md': '# B\n\nText.\n',
    'book/dir/x.md': '# X\n\nText.\n',
    'book/book.yaml': `title: X\ncontents: ${contents}\n`,
  });
  const rest = ['book/dir/x.md warning file-in-book'];
  mistakes([
    {
      name: 'list a file twice',
      files: book('[a.md, b.md, ./a.md]'),
      code: 1,
      messages: ['book/book.yaml:2:24 error file-listed-once', ...rest],
    },
    {
      name: 'list a file outside the folder',
      files: { 'book/a.md': GOOD, 'secret.md': 'x', 'book/book.yaml': 'contents: [a.md, ../secret.md]\n' },
      code: 1,
      messages: ['book/book.yaml:1:18 error inside-folder'],
    },
    {
      name: 'list a file that is not there',
      files: book('[a.md, b.md, chapter.md]'),
      code: 1,
      messages: ['book/book.yaml:2:24 error file-exists', ...rest],
    },
    {
      name: 'list a file in other letters',
      files: book('[a.md, B.md]'),
      code: 1,
      messages: ['book/book.yaml:2:18 error file-exists', ...rest],
      says: /Did you mean b\.md\?/,
    },
    {
      name: 'list a folder',
      files: book('[a.md, b.md, dir]'),
      code: 1,
      messages: ['book/book.yaml:2:24 error file-exists'],
    },
    {
      name: 'leave a file out',
      files: book('[a.md, dir/x.md]'),
      args: ['check', 'book'],
      code: 0,
      messages: ['book/b.md warning file-in-book'],
    },
    { name: 'are empty', files: book('[]'), code: 2, messages: ['book/book.yaml:2:11 error value-valid'] },
    { name: 'are a word', files: book('a.md'), code: 2, messages: ['book/book.yaml:2:11 error value-valid'] },
    {
      name: 'have a part without chapters',
      files: book('\n  - part: X'),
      code: 2,
      messages: ['book/book.yaml:3:5 error value-valid'],
    },
    {
      name: 'have a role that is none',
      files: book('\n  - {file: a.md, role: prefac}'),
      code: 2,
      messages: ['book/book.yaml:3:24 error value-valid'],
      says: /did you mean “preface”/,
    },
    {
      name: 'name a handout that is not there',
      files: { 'book/a.md': GOOD, 'book/book.yaml': 'handouts: [handouts/x.md]\n' },
      code: 1,
      messages: ['book/book.yaml:1:12 error file-exists'],
    },
  ]);
});

it('a file whose name is not UTF-8, which some systems write, is told by its name', async () => {
  const world = thisWorld();
  const workshop = memoryWorkshop({ 'book/a.md': GOOD }, world.workshop.own);
  const folder: typeof workshop.folder = async (path) => {
    const found = await workshop.folder(path);
    if (typeof found === 'string') return found;
    return { ...found, list: async () => [...(await found.list()), 'caf\ufffd.md'] };
  };
  const { messages } = await check(
    { folder: 'book', editions: ['epub'] },
    { ...world, workshop: { ...workshop, folder } },
  );
  expect(messages.map(({ ruleId, reason, remedy }) => `${ruleId} ${reason} ${remedy}`)).toEqual([
    'file-readable caf\ufffd.md cannot be read: its name is not written in UTF-8 Give it another name.',
  ]);
});
