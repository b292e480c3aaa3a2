import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { afterwards } from '../support/afterwards.js';
import { attacks, type Bait, bookAttack } from '../support/attack.js';
import { desk, octavo } from '../support/desk.js';

/** An attack by the address of an image, on the third line of a chapter. */
const image = (
  address: (bait: Bait) => string,
  says = '3 inside-folder',
  links: Readonly<Record<string, string>> = {},
) => ({
  files: (bait: Bait) => ({ 'chapter.md': `![x](${address(bait)})` }),
  links: () => links,
  says: [`chapter.md:${says}`],
});

attacks('images outside the folder', {
  'up and up': image(({ up }) => `${up}secret.png`),
  'up and up, in HTML': {
    files: ({ up }) => ({ 'chapter.md': `<img src="${up}secret.png" alt="">` }),
    says: ['chapter.md:3 inside-folder'],
  },
  'through a folder that is not there': image(({ up }) => `images/../${up}secret.png`),
  'with percent signs': image(() => '%2e%2e/%2e%2e/secret.png'),
  'with percent signs for the slashes': image(() => '..%2f..%2fsecret.png'),
  'with percent signs twice over, which is a name': image(
    () => '%252e%252e/%252e%252e/secret.png',
    '3 image-exists',
  ),
  'with letters that are longer than they need to be': image(
    () => '%c0%ae%c0%ae/secret.png',
    '3 image-exists',
  ),
  'with dots of another script': image(() => '．．/．．/secret.png', '3 image-exists'),
  'with dots that are taken out': image(() => '....//....//secret.png', '3 image-exists'),
  'with backslashes': image(() => '..\\\\..\\\\secret.png'),
  'with backslashes as percent signs': image(() => '..%5c..%5csecret.png'),
  'with an end of text in the middle': image(() => 'a%00/../../../secret.png'),
  'from the root': image(({ folder }) => `${folder}/secret.png`),
  'by the protocol of files': image(({ folder }) => `file://${folder}/secret.png`, '3 image-is-local'),
  'by the protocol of files, without slashes': image(({ up }) => `FILE:${up}secret.png`, '3 image-is-local'),
  'a share': image(() => '\\\\\\\\127.0.0.1\\\\secret.png'),
  'a drive': image(() => 'C:\\\\secret.png', '3 image-is-local'),
  'somebody’s home': image(() => '~/secret.png', '3 image-exists'),
  'what runs without end': image(() => '/dev/zero'),
  'what the system knows of us': image(() => '/proc/self/environ'),
  'the folder itself': image(() => '.', '3 image-readable'),
  'with more letters than a name can have': image(() => `${'x'.repeat(5000)}.png`, '3 image-exists'),
});

attacks('links on the disk', {
  'an image': image(() => 'a.png', undefined, { 'a.png': '../../secret.png' }),
  'an image in a folder': image(() => 'images/secret.png', undefined, { images: '../..' }),
  'an image, over three links': image(() => 'a.png', undefined, {
    'a.png': 'b.png',
    'b.png': 'c/secret.png',
    c: '../..',
  }),
  'an image that leads to itself': image(() => 'a.png', '3 image-exists', {
    'a.png': 'b.png',
    'b.png': 'a.png',
  }),
  'an image without end': image(() => 'a.png', undefined, { 'a.png': '/dev/zero' }),
  'a chapter': {
    files: () => ({ 'chapter.md': '' }),
    links: () => ({ 'z.md': '../../secret.md' }),
    says: ['z.md inside-folder'],
  },
  'a chapter from the root': {
    files: () => ({ 'chapter.md': '' }),
    links: ({ folder }) => ({ 'z.md': `${folder}/secret.md` }),
    says: ['z.md inside-folder'],
  },
  'a chapter without end': {
    files: () => ({ 'chapter.md': '' }),
    links: () => ({ 'z.md': '/dev/zero', 'y.md': '/proc/self/environ' }),
    says: ['z.md inside-folder', 'y.md inside-folder'],
  },
  'a chapter that leads to itself': {
    files: () => ({ 'chapter.md': '' }),
    links: () => ({ 'z.md': 'z.md' }),
    says: ['z.md file-readable'],
  },
  'a folder of chapters': {
    files: () => ({ 'chapter.md': '' }),
    links: () => ({ part: '../../deep' }),
    says: ['part warning folder-is-no-link'],
  },
  'a folder that holds itself, and one that holds everything': {
    files: () => ({ 'chapter.md': '' }),
    links: () => ({ again: '.', all: '/' }),
    says: ['again warning folder-is-no-link', 'all warning folder-is-no-link'],
  },
  'a folder that is named like a chapter': {
    files: () => ({ 'chapter.md': '' }),
    links: () => ({ 'z.md': '../../deep' }),
    says: ['z.md warning folder-is-no-link'],
  },
});

bookAttack('everything that book.yaml can name', {
  files: ({ folder }) => ({
    'chapter.md': '',
    'book.yaml': `title: T
cover: ../secret.png
styles:
  - ../secret.css
  - file://${folder}/secret.css
  - "a\\0.css"
contents:
  - ../secret.md
  - ${folder}/secret.md
  - x/../../deep/secret.md
  - "%2e%2e/secret.md"
  - '..\\secret.md'
  - "../secret\\0.md"
  - file://${folder}/secret.md
  - linked/secret.md
  - part: P
    file: ../../secret.md
    chapters: [chapter.md]
handouts: ["../../secret-handout.md"]
theme: ../secret
editions: [print, ../secret]
`,
  }),
  links: () => ({ linked: '../deep' }),
  says: [
    'book.yaml:2 inside-folder',
    'book.yaml:4 inside-folder',
    'book.yaml:5 file-exists',
    'book.yaml:6 file-exists',
    'book.yaml:8 inside-folder',
    'book.yaml:9 inside-folder',
    'book.yaml:10 inside-folder',
    'book.yaml:11 file-exists',
    'book.yaml:12 file-exists',
    'book.yaml:13 inside-folder',
    'book.yaml:14 file-exists',
    'book.yaml:15 inside-folder',
    'book.yaml:17 inside-folder',
    'book.yaml:19 inside-folder',
    'book.yaml:20 theme-known',
    'book.yaml:21 edition-known',
  ],
  code: 2,
});

bookAttack('a summary', {
  files: ({ folder }) => ({
    'chapter.md': '',
    'SUMMARY.md': `# Summary

- [A](../secret.md)
- [B](%2e%2e/deep/secret.md)
- [C](${folder}/secret.md)
- [D](chapter.md)
`,
  }),
  says: ['SUMMARY.md:3 inside-folder', 'SUMMARY.md:4 inside-folder', 'SUMMARY.md:5 inside-folder'],
});

bookAttack('a book of Quarto’s', {
  files: ({ folder }) => ({
    'chapter.md': '',
    '_quarto.yml': `book:
  title: T
  chapters:
    - ../secret.md
    - part: ../deep/secret.md
      chapters: ["${folder}/secret.md", chapter.md]
`,
  }),
  says: ['_quarto.yml:4 inside-folder', '_quarto.yml:5 inside-folder', '_quarto.yml:6 inside-folder'],
});

bookAttack('a book of mdBook’s whose source lies elsewhere', {
  files: () => ({ 'chapter.md': '', 'book.toml': '[book]\ntitle = "T"\nsrc = "../deep"\n' }),
  says: ['book.toml:3 inside-folder'],
  stops: true,
});

bookAttack('links in the place of what says what the book is', {
  files: () => ({ 'chapter.md': '' }),
  links: () => ({ 'book.yaml': '../secret.txt' }),
  says: ['book.yaml inside-folder'],
  stops: true,
});

bookAttack('pipes and folders in the place of files', {
  files: () => ({
    'chapter.md': '![x](pipe.png)',
    'book.yaml': 'title: T\nstyles: pipe.css\ncontents: [chapter.md, pipe.md, linked.md, folder.md]\n',
  }),
  links: () => ({ 'linked.md': '../secret.pipe' }),
  async prepare({ folder }) {
    for (const name of ['secret.pipe', 'book/pipe.md', 'book/pipe.png', 'book/pipe.css'])
      execFileSync('mkfifo', [join(folder, name)]);
    mkdirSync(join(folder, 'book/folder.md'));
  },
  says: [
    'pipe.md file-readable',
    'pipe.css file-readable',
    'chapter.md:3 image-readable',
    'book.yaml:3 inside-folder',
    'book.yaml:3 file-exists',
  ],
  code: 2,
});

it('a socket in the place of a chapter is told as what it is, and not as a file without rights', async () => {
  const folder = await desk({ 'book/a.md': '# A\n\nText.\n' });
  const server = createServer();
  await new Promise<void>((done) => server.listen(join(folder, 'book/b.md'), done));
  afterwards(() => new Promise<void>((done) => server.close(() => done())));
  const { code, err } = await octavo(folder, ['build', 'book', '-e', 'epub']);
  expect(code, err).toBe(1);
  expect(err).toContain('b.md cannot be read: it is a folder or a device');
});
