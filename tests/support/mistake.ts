import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { afterwards } from './afterwards.js';
import { desk, octavo, put, type Run } from './desk.js';
import { processesOf } from './processes.js';
import { unfolded } from './unfolded.js';

/*
 * Bad input as an author makes it, through the compiled command line: a desk with a book and, in dist/, the last good
 * build of it. Whatever is wrong is said once, with place and remedy, and what was there is as it was.
 */

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A mistake, and all that should come of it. */
export interface Mistake {
  readonly name: string;
  /** Files of the desk; a name that ends with `/` is an empty folder. */
  readonly files: Files;
  /** `build book -e epub` by default. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly code: number;
  /** Every message and no other, in order: `file:line:column severity id`. */
  readonly messages: readonly string[];
  /** What the messages say. */
  readonly says?: RegExp | readonly RegExp[];
}

/** A chapter that there is nothing to say about. */
export const GOOD = '# A book\n\nText.\n';

/** One test for each mistake. They only wait for their own process, so they go side by side. */
export function mistakes(rows: readonly Mistake[]): void {
  it.concurrent.each(rows.map((row) => [row.name, row] as const))(
    '%s',
    async (_, row) => void (await mistaken(row)),
  );
}

/** Mistakes of one book, each in a file of its own: the file, what is in it, and what is said of it. */
export type Mistaken = Readonly<
  Record<
    string,
    { readonly text: string | Uint8Array; readonly says: readonly string[]; readonly remedy?: RegExp }
  >
>;

/** Tests many mistakes in one book: each is said as if it stood alone, and nothing else is. */
export function mistakenFiles(list: Mistaken, around: Files = {}): void {
  const entries = Object.entries(list).map(([name, one], i) => ({
    ...one,
    name,
    file: `book/m${i + 10}.md`,
  }));
  let run: Run;
  beforeAll(async () => {
    const files = Object.fromEntries(entries.map(({ file, text }) => [file, text]));
    const cwd = await deskWithBuild({ 'book/a.md': GOOD, ...around, ...files });
    const before = await contentsOf(join(cwd, 'dist'));
    const told = await octavo(cwd, ['check', 'book'], { TMPDIR: join(cwd, 'temp') });
    run = { ...told, err: unfolded(told.err) };
    expectNoStack(run);
    expect(await contentsOf(join(cwd, 'dist'))).toEqual(before);
  });
  it.each(entries)('$name', ({ file, says, remedy }) => {
    const said = run.err
      .trim()
      .split(/\n\n+/)
      .filter((message) => message.startsWith(`${file}`));
    expect(said.flatMap(messagesIn).map((one) => one.slice(file.length).replace(/^[: ]/, ''))).toEqual(says);
    expect(said.flatMap(remediesIn)).toHaveLength(says.length);
    if (remedy) expect(said.join('\n')).toMatch(remedy);
  });
  it('and nothing else is said', () => {
    const others = messagesIn(run.err).filter((one) => !/^book\/m\d/.test(one));
    expect(others).toEqual([]);
    expect(messagesIn(run.err)).toHaveLength(entries.reduce((sum, { says }) => sum + says.length, 0));
  });
}

/** Makes a mistake and holds what comes of it against what should. */
export async function mistaken(mistake: Mistake): Promise<Run & { readonly cwd: string }> {
  const { files, args = ['build', 'book', '-e', 'epub'], code, messages } = mistake;
  const cwd = await deskWithBuild(files);
  const before = await contentsOf(join(cwd, 'dist'));
  const temp = join(cwd, 'temp');
  const told = await octavo(cwd, args, { TMPDIR: temp, ...mistake.env });
  const run = { ...told, err: unfolded(told.err) };

  expect(messagesIn(run.err), run.err).toEqual(messages);
  expect(run.code, run.err).toBe(code);
  for (const pattern of [mistake.says ?? []].flat()) expect(run.err).toMatch(pattern as RegExp);
  expect(remediesIn(run.err), run.err).toHaveLength(messages.length);
  expectNoStack(run);
  expect(await contentsOf(join(cwd, 'dist'))).toEqual(before);
  await expectNobodyLeft(cwd, temp);
  return { ...run, cwd };
}

/** A desk with files on it and, in dist/, the last good build. */
export async function deskWithBuild(files: Files): Promise<string> {
  const cwd = await desk();
  await mkdir(join(cwd, 'temp'));
  await cp(await lastGoodBuild(), join(cwd, 'dist'), { recursive: true });
  for (const [name, content] of Object.entries(files))
    if (name.endsWith('/')) await mkdir(join(cwd, name), { recursive: true });
    else await put(cwd, { [name]: content });
  return cwd;
}

let built: Promise<string> | undefined;
/** Built once for each file of tests. */
function lastGoodBuild(): Promise<string> {
  built ??= (async () => {
    const cwd = await desk({ 'book/a.md': GOOD });
    afterwards(() => {
      built = undefined;
    });
    const { code, err } = await octavo(cwd, ['build', 'book', '-e', 'epub']);
    if (code) throw new Error(err);
    return join(cwd, 'dist');
  })();
  return built;
}

/** Messages as a person reads them, each as `file:line:column severity id`. */
export function messagesIn(err: string): string[] {
  return [...unfolded(err).matchAll(/^(\S.*?) {2}(error|warning|info) {2}([a-z0-9-]+)$/gm)].map(
    ([, ...words]) => words.join(' '),
  );
}

function remediesIn(err: string): string[] {
  return err.match(/^ {2}→ \S.*$/gm) ?? [];
}

/** Nothing of how Octavo is made is shown to somebody who made a mistake. */
export function expectNoStack({ out, err }: Pick<Run, 'out' | 'err'>): void {
  expect(out + err).not.toMatch(
    /^\s+at .*:\d+|node:internal|node_modules|dist\/lib|\.[cm]?js:\d+:\d+\)|\[object |undefined|\bNaN\b/m,
  );
}

/** No browser and no file of one is left. */
export async function expectNobodyLeft(cwd: string, temp = join(cwd, 'temp')): Promise<void> {
  expect(processesOf(cwd)).toEqual([]);
  expect(await readdir(temp)).toEqual([]);
}

/** Every file below a folder with its hash, and every folder; nothing, if there is none or it is no folder. */
export async function contentsOf(folder: string): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  for (const name of names.sort()) {
    const path = join(folder, name);
    contents[name] = (await stat(path)).isDirectory()
      ? 'folder'
      : createHash('sha256')
          .update(await readFile(path))
          .digest('hex');
  }
  return contents;
}
