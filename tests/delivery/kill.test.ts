import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/manifest.js';
import { BRIEFLY, CLI, desk, octavo, put } from '../support/desk.js';
import { goneWithin, pause } from '../support/processes.js';

/*
 * Builds that are killed. The same book in two versions takes turns: whatever the moment, the output folder holds all of
 * one or all of the other, and no browser stays behind.
 */
const VERSIONS = ['old', 'new'] as const;
/** The editions of the books, and how often their builds are killed: those without a browser are the quicker ones. */
const BOOKS = [
  ['every edition', '{ print: null, epub: null, handouts: null }', 20],
  ['many files without a browser', '{ epub: null, web: null }', 30],
] as const;

/** A small book of several files, each of which says the version. */
function bookOf(version: string, editions: string = BOOKS[0][1]): Record<string, string> {
  const text = `The ${version} text. `.repeat(100);
  return {
    'book/book.yaml': `title: A book\nauthor: A\nlang: en\nidentifier: urn:x-test:kill\nhandout-paper: a4\neditions: ${editions}\n`,
    'book/a.md': `# First\n\n${text}\n`,
    'book/b.md': `# Second\n\n${text}\n`,
    ...(editions.includes('handouts') && {
      'book/handouts/h.md': `# Handout\n\nThe ${version} handout.\n`,
    }),
  };
}

/** Names and digests of the files that a reader of the folder sees. */
function seen(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !name.startsWith('.') && statSync(join(folder, name)).isFile(),
  );
  return Object.fromEntries(
    names.sort().map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

/** Waits until something is so, or the build has ended. */
async function until(is: () => boolean, build: ChildProcess): Promise<void> {
  while (build.exitCode === null && !is()) await pause(1);
}

describe.each(BOOKS)('kill -9 at fifty moments: %s', (_, editions, kills) => {
  const whole: Record<string, string>[] = [];
  let folder: string;
  let temp: string;
  let takes: number;

  const start = (): ChildProcess =>
    spawn(process.execPath, [...BRIEFLY, CLI, 'build', 'book', '--quiet'], {
      cwd: folder,
      env: { ...process.env, TMPDIR: temp },
      stdio: 'ignore',
    });

  /** How many builds are writing beside the finished editions. */
  const staged = (): number =>
    existsSync(join(folder, 'dist/.octavo')) ? readdirSync(join(folder, 'dist/.octavo')).length : 0;
  /** When the finished editions were put in their place. */
  const delivery = (): number => statSync(join(folder, 'dist/octavo.json')).ctimeMs;

  beforeAll(async () => {
    temp = await desk();
    folder = await desk();
    for (const version of VERSIONS) {
      await put(folder, bookOf(version, editions));
      const before = performance.now();
      const { code, err } = await octavo(folder, ['build', 'book', '-o', version], { TMPDIR: temp });
      takes = performance.now() - before;
      expect(code, err).toBe(0);
      whole.push(seen(join(folder, version)));
    }
    expect(whole[0]).not.toEqual(whole[1]);
    await put(folder, bookOf('old', editions));
    await octavo(folder, ['build', 'book'], { TMPDIR: temp });
  });

  it('leaves all of the old or all of the new editions, and no browser', async () => {
    let holds = 0;
    let delivered = 0;
    for (let i = 0; i < kills; i++) {
      await put(folder, bookOf(VERSIONS[1 - holds] ?? '', editions));
      rmSync(join(folder, 'dist/.octavo'), { recursive: true, force: true });
      const before = delivery();
      const child = start();
      const ended = once(child, 'exit');
      // A third spread over the build, a third while it writes beside, a third when it has just delivered.
      if (i % 3 === 0) await pause(Math.round((takes * i) / kills));
      else if (i % 3 === 1) await until(() => staged() > 0, child).then(() => pause(i));
      else await until(() => delivery() !== before, child);
      child.kill('SIGKILL');
      await ended;
      // What the build had told its mover to do is done in a moment, and the mover is gone.
      expect(await goneWithin(join(folder, 'dist'), 2000)).toEqual([]);
      expect(existsSync(join(folder, 'dist/.octavo/journal.json')), `kill ${i}`).toBe(false);
      const now = seen(join(folder, 'dist'));
      const found = whole.findIndex((one) => JSON.stringify(one) === JSON.stringify(now));
      expect(found, `kill ${i}: ${JSON.stringify(now)}`).toBeGreaterThanOrEqual(0);
      if (found !== holds) delivered++;
      holds = found;
    }
    expect(await goneWithin(join(temp, 'octavo-press'), 5000)).toEqual([]);
    // Some builds were killed before they delivered and some after: the moments were well chosen.
    expect(delivered).toBeGreaterThan(0);
    expect(delivered).toBeLessThan(kills);
  }, 1_200_000);

  it('and the next build clears away what the others left', async () => {
    const { code, err } = await octavo(folder, ['build', 'book'], { TMPDIR: temp });
    expect(code, err).toBe(0);
    expect(readdirSync(join(folder, 'dist/.octavo'))).toEqual([]);
    expect(readdirSync(temp).filter((name) => name.startsWith('octavo-press'))).toEqual([]);
  });
});

describe('two builds at once', () => {
  it('do not mix', async () => {
    const folder = await desk();
    const whole = [];
    for (const version of VERSIONS) {
      const files = Object.entries(bookOf(version)).map(([name, text]) => [`${version}/${name}`, text]);
      await put(folder, Object.fromEntries(files));
      await octavo(folder, ['build', `${version}/book`, '-o', `${version}-out`, '-e', 'epub']);
      whole.push(seen(join(folder, `${version}-out`)));
    }
    for (let i = 0; i < 3; i++) {
      const runs = [...VERSIONS, ...VERSIONS].map((version) =>
        octavo(folder, ['build', `${version}/book`, '-e', 'epub']),
      );
      for (const { code, err } of await Promise.all(runs)) expect(code, err).toBe(0);
      expect(whole).toContainEqual(seen(join(folder, 'dist')));
      const manifest = JSON.parse(readFileSync(join(folder, 'dist/octavo.json'), 'utf8')) as Manifest;
      expect(manifest.artifacts.map(({ path }) => path)).toEqual(['a-book.epub']);
      expect(readdirSync(join(folder, 'dist/.octavo'))).toEqual([]);
    }
  });
});
