import { describe } from 'vitest';
import { GOOD, mistakes } from '../support/mistake.js';

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const ZIP = Buffer.from('504b0304140000000800', 'hex');

describe('the folder', () => {
  mistakes([
    {
      name: 'is not there',
      files: {},
      code: 2,
      messages: ['book error folder-exists'],
      says: /There is no folder book/,
    },
    {
      name: 'is a file',
      files: { book: 'x' },
      code: 2,
      messages: ['book error folder-exists'],
      says: /book is a file/,
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
    {
      name: 'holds a file of 0 bytes amid good ones',
      files: { 'book/a.md': GOOD, 'book/b.md': '', 'book/c.md': '# C\n\nText.\n' },
      args: ['check', 'book'],
      code: 0,
      messages: ['book/b.md warning chapter-has-text'],
    },
  ]);
});

describe('a file', () => {
  mistakes([
    {
      name: 'is a program that is named .md',
      files: { 'book/a.md': GOOD, 'book/b.md': Buffer.from('7f454c460201010000000000ff', 'hex') },
      code: 1,
      messages: ['book/b.md error file-is-text'],
    },
    {
      name: 'is a .docx that was renamed',
      files: { 'book/a.md': GOOD, 'book/b.md': ZIP },
      code: 1,
      messages: ['book/b.md error file-is-text'],
      says: /word processor/,
    },
    {
      name: 'is in Latin-1',
      files: { 'book/a.md': latin1('# A book\n\nCaf\xe9 au lait.\n') },
      code: 1,
      messages: ['book/a.md:3:4 error file-is-utf8'],
      says: /byte E9/,
    },
    {
      name: 'is cut off within a character',
      files: { 'book/a.md': Buffer.from('# A book\n\nCafé').subarray(0, -1) },
      code: 1,
      messages: ['book/a.md:3:4 error file-is-utf8'],
    },
    {
      name: 'is in UTF-16',
      files: { 'book/a.md': Buffer.from('\ufeff# A book\n', 'utf16le') },
      code: 1,
      messages: ['book/a.md error file-is-utf8'],
      says: /UTF-16/,
    },
    {
      name: 'is in UTF-16 that does not say so',
      files: { 'book/a.md': Buffer.from('# A book\n\nText.\n', 'utf16le') },
      code: 1,
      messages: ['book/a.md error file-is-utf8'],
      says: /UTF-16/,
    },
    {
      name: 'begins with a byte order mark, which is none',
      files: { 'book/a.md': `\ufeff---\ntitle: X\n---\n${GOOD}![A](none.png)\n` },
      code: 1,
      messages: ['book/a.md:7:1 error image-exists'],
    },
    {
      name: 'holds one zero byte',
      files: { 'book/a.md': `${GOOD}\nSome more words here.\0\n` },
      code: 1,
      messages: ['book/a.md:5:22 error file-is-text'],
    },
    {
      name: 'is a link that leads nowhere but is listed',
      files: {
        'book/a.md': GOOD,
        'book/book.yaml': 'title: X\ncontents: [a.md, ../secret.md]\n',
        'secret.md': 'x',
      },
      code: 1,
      messages: ['book/book.yaml:2:18 error inside-folder'],
    },
    {
      name: 'has line ends of Windows',
      files: { 'book/a.md': '# A\r\n\r\nText.\r\n\r\n![A](none.png)\r\n' },
      code: 1,
      messages: ['book/a.md:5:1 error image-exists'],
      says: /5 │ !\[A\]\(none\.png\)\n/,
    },
    {
      name: 'has line ends of the first Macintosh',
      files: { 'book/a.md': '# A\r\rText.\r\r![A](none.png)\r' },
      code: 1,
      messages: ['book/a.md:5:1 error image-exists'],
      says: /5 │ !\[A\]\(none\.png\)\n/,
    },
    {
      name: 'has no last line end',
      files: { 'book/a.md': '# A\n\n![A](none.png)' },
      code: 1,
      messages: ['book/a.md:3:1 error image-exists'],
    },
    {
      name: 'has ten thousand lines',
      files: { 'book/a.md': `# A\n${'\nText.\n'.repeat(5000)}\n![A](none.png)\n` },
      code: 1,
      messages: ['book/a.md:10003:1 error image-exists'],
    },
    {
      name: 'has a name of signs, which is none',
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
      messages: ['book/a b.md:3:85 warning link-resolves'],
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
