import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../src/manifest.js';
import { desk, octavo, octavoJson } from './support/desk.js';
import { openEpub } from './support/epub.js';
import { buildInMemory } from './support/memory.js';

describe('a book in memory', () => {
  it('becomes an EPUB without disk and browser', async () => {
    const { ok, messages, delivered } = await buildInMemory({
      'a.md': '# A\n\nText.\n',
      'b.md': '# B\n\nSee [A](a.md).\n',
    });
    expect(messages.map((message) => message.reason)).toEqual([]);
    expect(ok).toBe(true);
    const epub = await openEpub(delivered.get('out/a.epub') ?? new Uint8Array());
    expect(epub.nav.toc.map((entry) => entry.title)).toEqual(expect.arrayContaining(['A', 'B']));
    expect(epub.brokenLinks()).toEqual([]);
  });

  it('has the ISBN of its edition, and names all of them on the copyright page', async () => {
    const { delivered } = await buildInMemory({
      'book.yaml':
        'title: T\nisbn: { print: 978-3-16-148410-0 }\neditions: { epub: { isbn: ISBN 0-306-40615-2 } }\n',
      'a.md': '# A\n\nText.\n',
    });
    const epub = await openEpub(delivered.get('out/t.epub') ?? new Uint8Array());
    expect(epub.meta('dc:identifier')).toEqual(['urn:isbn:0306406152']);
    const page = epub.textOf('octavo-copyright-page.xhtml');
    expect(page).toContain('ISBN 978-3-16-148410-0 (print)');
    expect(page).toContain('ISBN 0-306-40615-2 (EPUB)');
  });

  it('delivers nothing if it has errors', async () => {
    const { ok, delivered, messages } = await buildInMemory({ 'a.md': '# A\n\n![x](none.png)\n' });
    expect([ok, messages.map((message) => message.ruleId), [...delivered.keys()]]).toEqual([
      false,
      ['image-exists'],
      [],
    ]);
  });

  it('goes on to the last mistake', async () => {
    const { messages } = await buildInMemory({
      'book.yaml': 'titel: A\nlang: 5\n',
      'a.md': '# A\n\n![x](none.png)\n\n<script>1</script>\n\n::handout{name="gone"}\n',
    });
    expect(messages.map((message) => `${message.file}:${message.line} ${message.ruleId}`)).toEqual([
      'book/a.md:3 image-exists',
      'book/a.md:5 html-is-safe',
      'book/a.md:7 handout-exists',
      'book/book.yaml:1 key-known',
      'book/book.yaml:2 value-valid',
    ]);
  });
});

it('the manifest keeps other editions of the same book, and lets go of what is no longer made', async () => {
  const { nextManifest } = await import('../src/manifest.js');
  const metadata = { title: 'T', identifier: 'urn:x', modified: '2000-01-01T00:00:00Z' } as Parameters<
    typeof nextManifest
  >[2];
  const entry = (path: string, edition: string) => ({
    path,
    edition,
    mediaType: 'x/y',
    bytes: 1,
    sha256: path,
  });
  const first = nextManifest(
    undefined,
    '1',
    metadata,
    [entry('t.epub', 'epub'), entry('old.pdf', 'print')],
    new Map(),
  );
  const second = nextManifest(first.text, '1', metadata, [entry('new.pdf', 'print')], new Map());
  expect((JSON.parse(second.text) as Manifest).artifacts.map((one) => one.path)).toEqual([
    'new.pdf',
    't.epub',
  ]);
  expect(second.remove).toEqual(['old.pdf']);
  const other = nextManifest(
    first.text,
    '1',
    { ...metadata, identifier: 'urn:y' },
    [entry('new.pdf', 'print')],
    new Map(),
  );
  expect(other.remove).toEqual([]);
  const listed = (text: string) =>
    (JSON.parse(text) as Manifest).artifacts.map(({ path, book }) => [path, book?.identifier]);
  expect(listed(other.text)).toEqual([
    ['new.pdf', undefined],
    ['old.pdf', 'urn:x'],
    ['t.epub', 'urn:x'],
  ]);
  // What the other book has made since has its place; the rest is its own again.
  const back = nextManifest(other.text, '1', metadata, [entry('new.pdf', 'print')], new Map());
  expect(listed(back.text)).toEqual([
    ['new.pdf', undefined],
    ['t.epub', undefined],
  ]);
  expect(back.remove).toEqual(['old.pdf']);
  expect(nextManifest('not JSON', '1', metadata, [], new Map()).remove).toEqual([]);
});

it('clean removes what was made under another title', async () => {
  const cwd = await desk({ 'book/a.md': '# One\n\nText.\n' });
  const titled = (title: string) => writeFile(join(cwd, 'book/book.yaml'), `title: ${title}\nauthor: A\n`);
  await titled('Alpha');
  await octavo(cwd, ['build', 'book', '-e', 'epub']);
  await titled('Beta');
  await octavo(cwd, ['build', 'book', '-e', 'epub']);
  const left = async () => (existsSync(join(cwd, 'dist')) ? await readdir(join(cwd, 'dist')) : []);
  expect((await left()).filter((name) => !name.startsWith('.')).sort()).toEqual([
    'alpha.epub',
    'beta.epub',
    'octavo.json',
  ]);
  await octavo(cwd, ['clean']);
  expect(await left()).toEqual([]);
});

it('a book that takes the place of another one is told, and one with another author now is the same book', async () => {
  const cwd = await desk({
    'one/book.yaml': 'title: Poems\nauthor: A\nlang: en\n',
    'one/a.md': '# Rain\n\nOf rain.\n',
    'two/book.yaml': 'title: Poems\nauthor: B\nlang: en\n',
    'two/a.md': '# Snow\n\nOf snow.\n',
    'three/book.yaml': 'title: Letters\nauthor: C\nlang: en\n',
    'three/a.md': '# Dear\n\nOf you.\n',
    'one/b.md': '# Hail\n\nOf hail.\n',
  });
  const told = async (...args: string[]) => {
    const { messages } = await octavoJson(cwd, ['build', ...args]);
    return messages.map(({ id, severity, file, message }) => [id, severity, file, message]);
  };
  expect(await told('one', '-e', 'epub', '-e', 'web')).toEqual([]);
  expect(await told('one', '-e', 'epub')).toEqual([]);
  await writeFile(join(cwd, 'one/book.yaml'), 'title: Poems\nauthor: A. Brook\nlang: en\n');
  expect(await told('one', '-e', 'epub', '-e', 'web')).toEqual([]);
  expect(await told('two', '-e', 'epub')).toEqual([
    ['other-book-stays', 'warning', 'dist', expect.stringMatching(/^poems\.epub in dist was of .*“Poems”/)],
  ]);
  expect(await told('three', '-e', 'epub')).toEqual([]);
  expect(await told('three', '-e', 'web')).toEqual([
    [
      'other-book-stays',
      'warning',
      'dist',
      expect.stringMatching(/^web\/\S+ and \d+ more files in dist were of/),
    ],
  ]);
  expect(await told('two', '-e', 'epub', '-o', 'elsewhere')).toEqual([]);
}, 60_000);
