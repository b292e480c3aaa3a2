import { mkdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { World } from '../src/request.js';
import { type Step, watch } from '../src/watch.js';
import { watchChanges } from '../src/workshop/changes.js';
import { thisWorld } from '../src/world.js';
import { desk, put } from './support/desk.js';
import { openEpub } from './support/epub.js';
import { pause } from './support/processes.js';

/** The next batch of changes in a folder. */
async function changesIn(folder: string) {
  const ended = new AbortController();
  const batches = (await watchChanges([folder], ended.signal))[Symbol.asyncIterator]();
  const next = async () => (await batches.next()).value as readonly string[] | undefined;
  return {
    next,
    /** All changes up to that of a file; a slow machine tells of them bit by bit. */
    async upTo(path: string): Promise<string[]> {
      const all = new Set<string>();
      while (!all.has(path)) for (const one of (await next()) ?? [path]) all.add(one);
      return [...all].sort();
    },
    end: () => ended.abort(),
  };
}

describe('changes of a folder', () => {
  it('are told with the folder as it was named, files that change together at once', async () => {
    const cwd = await desk({ 'book/a.md': 'a', 'book/deep/b.md': 'b' });
    const { next, end } = await changesIn(join(cwd, 'book'));
    await put(cwd, { 'book/a.md': 'other', 'book/deep/b.md': 'other' });
    // Whoever asks late is told all at once.
    await pause(1000);
    expect(await next()).toEqual([join(cwd, 'book/a.md'), join(cwd, 'book/deep/b.md')]);
    end();
    expect(await next()).toBeUndefined();
  });

  it('are new files in new folders, files that are gone, and files that take the place of others', async () => {
    const cwd = await desk({ 'a.md': 'a', 'b.md': 'b' });
    const { upTo, end } = await changesIn(cwd);
    await mkdir(join(cwd, 'part/deep'), { recursive: true });
    await upTo(join(cwd, 'part/deep'));
    await put(cwd, { 'part/deep/c.md': 'c' });
    expect(await upTo(join(cwd, 'part/deep/c.md'))).not.toContain(join(cwd, 'b.md'));
    await rm(join(cwd, 'b.md'));
    expect(await upTo(join(cwd, 'b.md'))).not.toContain(join(cwd, 'a.md'));
    // As editors save that write beside a file first.
    await put(cwd, { '.a.md.part': 'another' });
    await rename(join(cwd, '.a.md.part'), join(cwd, 'a.md'));
    expect(await upTo(join(cwd, 'a.md'))).not.toContain(join(cwd, '.a.md.part'));
    end();
  });

  it('are none in what is no part of a manuscript', async () => {
    const cwd = await desk({ '.git/HEAD': 'a', 'node_modules/a/b.md': 'a', 'dist/a.pdf': 'a', 'a.md': 'a' });
    const { upTo, end } = await changesIn(cwd);
    await put(cwd, { '.git/HEAD': 'b', 'node_modules/a/b.md': 'b', 'dist/a.pdf': 'b', '.a.md.swp': 'b' });
    await pause(300);
    await put(cwd, { 'a.md': 'b' });
    expect(await upTo(join(cwd, 'a.md'))).toEqual([join(cwd, 'a.md')]);
    end();
  });

  it('are none in what editors put beside a file for a moment', async () => {
    const cwd = await desk({ 'a.md': 'a', '2024/b.md': 'b' });
    const { upTo, end } = await changesIn(cwd);
    const names = ['a.md~', '4913', '#a.md#', '.#a.md', '~$a.docx', 'a.md.tmp', 'a.md___jb_tmp___'];
    await put(cwd, Object.fromEntries(names.map((name) => [name, 'b'])));
    await pause(300);
    await put(cwd, { '2024/b.md': 'another' });
    expect(await upTo(join(cwd, '2024/b.md'))).toEqual([join(cwd, '2024/b.md')]);
    end();
  });

  it('are told while somebody writes without a pause', async () => {
    const cwd = await desk({ 'a.md': 'a' });
    const { next, end } = await changesIn(cwd);
    let count = 0;
    let isWriting = true;
    const writing = (async () => {
      for (; isWriting; count++) {
        await put(cwd, { 'a.md': `${count}` });
        await pause(20);
      }
    })();
    expect(await next()).toEqual([join(cwd, 'a.md')]);
    expect(count).toBeGreaterThan(1);
    isWriting = false;
    await writing;
    end();
  });

  it('are none behind links that lead out of it', async () => {
    const out = await desk({ 'far.md': 'far' });
    const cwd = await desk({ 'a.md': 'a' });
    await symlink(out, join(cwd, 'link'));
    const { upTo, end } = await changesIn(cwd);
    await put(out, { 'far.md': 'other' });
    await pause(300);
    await put(cwd, { 'a.md': 'b' });
    expect((await upTo(join(cwd, 'a.md'))).filter((path) => path.includes('far'))).toEqual([]);
    end();
  });

  it('are seen in a folder below one that is hidden', async () => {
    const cwd = await desk({ '.books/mine/a.md': 'a' });
    const { next, end } = await changesIn(join(cwd, '.books/mine'));
    await put(cwd, { '.books/mine/a.md': 'b' });
    expect(await next()).toEqual([join(cwd, '.books/mine/a.md')]);
    end();
  });
});

/** The text of the chapters that a build made. */
async function made(step: Step | undefined): Promise<string> {
  if (step?.kind !== 'ends') return '';
  const [epub] = step.result.artifacts;
  const { opf, textOf } = await openEpub(step.files.get(epub?.path ?? '') as Uint8Array);
  return opf.spine.map(textOf).join('\n');
}

const BOOK = { 'book/book.yaml': 'title: T\nlang: en\nauthor: A\n', 'book/a.md': '# A\n\nFirst words.\n' };

describe('a book that is watched', () => {
  /** Its steps, one at a time. */
  const steps = (request: Parameters<typeof watch>[0], world: World = thisWorld()) => {
    const ended = new AbortController();
    const all = watch({ editions: ['epub'], ...request }, world, ended.signal);
    return {
      next: async () => (await all.next()).value as Step | undefined,
      end: async () => {
        ended.abort();
        await all.return();
      },
    };
  };

  it('is made, and made again once for all that changes while it is made', async () => {
    const cwd = await desk(BOOK);
    const folder = join(cwd, 'book');
    const { next, end } = steps({ folder });
    expect(await next()).toEqual({ kind: 'begins', changed: [] });
    expect(await made(await next())).toContain('First words.');
    await put(cwd, { 'book/a.md': '# A\n\nOther words.\n' });
    expect(await next()).toEqual({ kind: 'begins', changed: [join(folder, 'a.md')] });
    await put(cwd, { 'book/b.md': '# B\n\nB.\n' });
    await put(cwd, { 'book/c.md': '# C\n\nC.\n' });
    await pause(300);
    expect(await made(await next())).toContain('Other words.');
    expect(await next()).toEqual({
      kind: 'begins',
      changed: [join(folder, 'b.md'), join(folder, 'c.md')],
    });
    await end();
  });

  it('has what a configuration says now that is a script, wherever it lies', async () => {
    const script = (title: string): string =>
      `export default { title: '${title}', lang: 'en', authors: ['A'] };\n`;
    const cwd = await desk({ 'book/a.md': '# A\n\nWords.\n', 'mine.mjs': script('The old title') });
    const { next, end } = steps({ folder: join(cwd, 'book'), configFile: join(cwd, 'mine.mjs') });
    await next();
    expect(await made(await next())).toContain('The old title');
    await put(cwd, { 'mine.mjs': script('The new title') });
    expect(await next()).toEqual({ kind: 'begins', changed: [join(cwd, 'mine.mjs')] });
    expect(await made(await next())).toContain('The new title');
    await end();
  });

  it('is made once where nothing can be watched', async () => {
    const cwd = await desk(BOOK);
    const world = thisWorld();
    const { changes: _, ...workshop } = world.workshop;
    const { next } = steps({ folder: join(cwd, 'book') }, { ...world, workshop });
    await next();
    expect(await made(await next())).toContain('First words.');
    expect(await next()).toBeUndefined();
  });
});
