import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { ManifestEntry } from '../../src/manifest.js';
import type { MessageRecord } from '../../src/report/json.js';
import { afterwards } from './afterwards.js';

/** The root of the project. */
export const ROOT = resolve(import.meta.dirname, '../..');
/** The compiled command line, as a user runs it. */
export const CLI = join(ROOT, 'dist/lib/cli.js');
/** What Node is told that runs it: a program of a second never gets back what the engine spends on making it faster. */
export const BRIEFLY = ['--interrupt-budget=1000000'];

/** An empty folder of one's own, gone after the tests of the file; with files in it, if they are given. */
export async function desk(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-test-'));
  afterwards(() => rm(folder, { recursive: true, force: true }));
  await put(folder, files);
  return folder;
}

export async function put(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** What a run of the command line left behind. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `octavo` as a user does, in a folder; never colours, never a terminal. */
export function octavo(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [...BRIEFLY, CLI, ...args],
      { cwd, env: { ...process.env, NO_COLOR: '1', ...env }, maxBuffer: 64 * 1024 * 1024, timeout: 220_000 },
      (error, out, err) => done({ code: error ? (child.exitCode ?? null) : 0, out, err }),
    );
  });
}

/** The answer of a run with `--json`. */
export interface Answer {
  readonly ok: boolean;
  readonly artifacts: readonly ManifestEntry[];
  readonly messages: readonly MessageRecord[];
}

export async function octavoJson(
  cwd: string,
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
): Promise<Answer & Run> {
  const run = await octavo(cwd, [...args, '--json'], env);
  try {
    return { ...run, ...(JSON.parse(run.out) as Answer) };
  } catch {
    throw new Error(`octavo ${args.join(' ')} gave no JSON (exit ${run.code}):\n${run.out}\n${run.err}`);
  }
}

/** The bytes of a file. */
export async function bytesOf(...path: readonly string[]): Promise<Uint8Array> {
  return new Uint8Array(await readFile(join(...path)));
}
