import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { build } from '../../src/build.js';
import type { Manifest } from '../../src/manifest.js';
import { thisWorld } from '../../src/world.js';
import { CLI, desk, octavo, octavoJson, put } from '../support/desk.js';

/*
 * A manuscript may bring an output folder along, for whoever builds where he stands; and it names the files that are made.
 */

const KEY = 'nobody’s business';

/** A book whose folder the user stands in; beside it lies what is nobody's business. */
async function planted(
  files: Readonly<Record<string, string>>,
  links: Readonly<Record<string, string>> = {},
): Promise<{ book: string; beside(): Promise<string[]> }> {
  const folder = await desk({ 'deep/id_rsa': KEY });
  const book = join(folder, 'book');
  await put(book, { 'chapter.md': '# A\n\nText.\n', ...files });
  for (const [name, target] of Object.entries(links)) {
    await mkdir(join(book, name, '..'), { recursive: true });
    await symlink(target, join(book, name));
  }
  return { book, beside: () => readdir(join(folder, 'deep')) };
}

const journal = (stage: string, put: readonly string[], remove: readonly string[]) => ({
  'dist/.octavo/journal.json': JSON.stringify({ stage, put, remove }),
});

it.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
  ['an output folder that is a link', {}, { dist: '../deep' }],
  ['a hidden folder that is a link', {}, { 'dist/.octavo': '../../deep' }],
  [
    'a journal that moves files through a link',
    journal('link', ['id_rsa'], []),
    { 'dist/link': '../../deep' },
  ],
  [
    'a journal whose stage is a link',
    journal('.octavo/stage', ['id_rsa'], []),
    { 'dist/.octavo/stage': '../../../deep' },
  ],
  [
    'a journal that removes files through a link',
    journal('.octavo/stage', [], ['link/id_rsa']),
    { 'dist/link': '../../deep' },
  ],
  ['a journal that moves files by their path', journal('../../deep', ['id_rsa'], []), {}],
  ['a journal that removes files by their path', journal('.octavo/stage', [], ['../../deep/id_rsa']), {}],
  ['a journal that is none', { 'dist/.octavo/journal.json': '{"stage":{"length":1}}' }, {}],
])('%s is refused', async (_, files, links) => {
  const { book, beside } = await planted(files, links);
  const request = { folder: book, output: join(book, 'dist'), editions: ['epub'] };
  const { ok, messages } = await build(request, thisWorld());
  expect(ok).toBe(false);
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(['output-writable']);
  expect(await beside()).toEqual(['id_rsa']);
});

it('handouts are not delivered through a link', async () => {
  const { book, beside } = await planted(
    { 'handouts/h.md': '# H\n\nText.\n' },
    { 'dist/handouts': '../../deep' },
  );
  const { code, err } = await octavo(book, ['build', '.', '-e', 'handouts']);
  expect(err).toMatch(/^dist {2}error {2}output-writable$/m);
  expect(code).toBe(2);
  expect(await beside()).toEqual(['id_rsa']);
});

it('what a planted manifest lists is not removed through a link, nor by its path', async () => {
  const { book: first } = await planted({});
  expect((await octavo(first, ['build', '.', '-e', 'epub'])).code).toBe(0);
  const { identifier } = (JSON.parse(await readFile(join(first, 'dist/octavo.json'), 'utf8')) as Manifest)
    .book;
  for (const path of ['link/id_rsa', '../../deep/id_rsa']) {
    const manifest = JSON.stringify({ book: { identifier }, artifacts: [{ path, edition: 'epub' }] });
    const { book, beside } = await planted({ 'dist/octavo.json': manifest }, { 'dist/link': '../../deep' });
    for (const verb of [['build', '.', '-e', 'epub'], ['clean']]) {
      const { code, err } = await octavo(book, verb);
      expect(err).toMatch(/link|leads out/);
      expect(err).not.toMatch(/\n\s+at |fault of Octavo/);
      expect(code).toBe(2);
      expect(await beside()).toEqual(['id_rsa']);
    }
  }
});

it('a folder that is a link is not cleaned', async () => {
  const { book, beside } = await planted({}, { dist: '../deep' });
  await writeFile(join(book, 'dist/octavo.json'), JSON.stringify({ artifacts: [{ path: 'id_rsa' }] }));
  const { code, err } = await octavo(book, ['clean']);
  expect(err).toContain('dist is a link');
  expect(code).toBe(2);
  expect((await beside()).sort()).toEqual(['id_rsa', 'octavo.json']);
});

it.each([
  ['../../x', 'x'],
  ['/etc/x', 'etcx'],
  ['C:\\\\x', 'cx'],
  ['....', 'book'],
  ['.octavo', 'octavo'],
  ['-rf $(id) <b>', 'rf-id-b'],
  ['CON', 'con-book'],
  ['nul', 'nul-book'],
  ['x'.repeat(300), 'x'.repeat(60)],
  ['\u{10330}'.repeat(80), '\u{10330}'.repeat(45)],
])('the title %j stays in the output folder', async (title, name) => {
  const folder = await desk({ 'book/chapter.md': '# A\n\nText.\n', 'book/book.yaml': `title: "${title}"\n` });
  const request = { folder: join(folder, 'book'), output: join(folder, 'dist'), editions: ['epub'] };
  const { ok, messages } = await build(request, thisWorld());
  expect(ok, messages.join('\n')).toBe(true);
  expect((await readdir(folder)).sort()).toEqual(['book', 'dist']);
  expect((await readdir(join(folder, 'dist'))).sort()).toEqual(
    ['.octavo', `${name}.epub`, 'octavo.json'].sort(),
  );
});

it.each(['octavo.json', '.octavo/journal.json'])(
  'a pipe in the place of %s is not waited for',
  async (name) => {
    const { book } = await planted({ 'dist/.octavo/kept': '' });
    execFileSync('mkfifo', [join(book, 'dist', name)]);
    for (const verb of [['build', '.', '-e', 'epub'], ['clean']]) {
      const { code, err } = await octavo(book, verb);
      expect(err).toContain(`${join('dist', name)} is no file; remove it`);
      expect(code).toBe(2);
    }
  },
);

it('what keeps a folder from being cleaned is told in words', async () => {
  const { book } = await planted({ 'dist/.octavo': '' });
  const { code, err } = await octavo(book, ['clean']);
  expect(err).toBe('dist was not cleaned: there is a file where a folder should be.\n');
  expect(code).toBe(2);
});

it('a disk on which nothing has room is told, and no lock is left on it', async () => {
  const { book } = await planted({ 'dist/octavo.json': '{}' });
  const tight = ['-c', 'ulimit -f 0; exec "$0" "$@"', process.execPath, CLI, 'clean'];
  const { status, stderr } = spawnSync('bash', tight, { cwd: book, encoding: 'utf8' });
  expect(stderr).toBe('dist was not cleaned: no file may be as large.\n');
  expect(status).toBe(2);
  expect(await readdir(join(book, 'dist/.octavo'))).toEqual([]);
});

it('handouts of one name, of a name that no system takes or that the pack has, are files of their own', async () => {
  const names = [
    'a.md',
    'A.md',
    'deep/a.md',
    't-handouts.md',
    `${'x'.repeat(250)}.md`,
    'b\\..\\c\u001b[2J:*.md',
  ];
  const folder = await desk({
    'book/chapter.md': '# A\n\nText.\n',
    'book/book.yaml': 'title: T\nhandout-paper: a4\n',
    ...Object.fromEntries(names.map((name, i) => [`book/handouts/${name}`, `# Handout ${i}\n\nText.\n`])),
  });
  const { ok, artifacts, err } = await octavoJson(folder, ['build', 'book', '-e', 'handouts']);
  expect(ok, err).toBe(true);
  const made = artifacts.map(({ path }) => path);
  expect(made).toHaveLength(names.length + 1);
  expect(new Set(made.map((path) => path.toLowerCase())).size).toBe(made.length);
  for (const path of made) expect(path).toMatch(/^handouts\/[\w-]{1,70}-a4\.pdf$/);
});
