import { existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, normalize, resolve, sep } from 'node:path';

export const HIDDEN = '.octavo';
export const JOURNAL = 'journal.json';

/** What a delivery will do once it is committed; paths relative to the output folder. */
export interface Journal {
  readonly stage: string;
  readonly put: readonly string[];
  readonly remove: readonly string[];
}

/** Makes a staged delivery the delivery: its journal is renamed into place, and what it lists is done. May be done again. */
export function commit(path: string, stage: string): void {
  const staged = join(placeOf(path, stage), JOURNAL);
  if (existsSync(staged)) renameSync(staged, join(path, HIDDEN, JOURNAL));
  rollForward(path);
}

/** Finishes a delivery that was cut off after its commit; does nothing if there is none. */
export function rollForward(path: string): void {
  const file = join(path, HIDDEN, JOURNAL);
  const text = readIfThere(file);
  if (text === undefined) return;
  const journal = journalIn(text, file);
  const stage = placeOf(path, journal.stage);
  if (dirname(stage) !== join(path, HIDDEN)) throw new Error(`${file} names a stage that is none`);
  // Everything is found out before the first rename, so that nothing but renames lies between the first and the last.
  const moves = journal.put
    .map((name) => [placeOf(path, join(journal.stage, name)), placeOf(path, name)] as const)
    .filter(([from]) => existsSync(from));
  const gone = journal.remove.map((name) => placeOf(path, name));
  for (const [from, to] of moves) renameSync(from, to);
  for (const place of gone) rmSync(place, { force: true });
  // The output folder itself is never empty: this journal lies in it.
  for (const folder of foldersOf(path, gone))
    if (existsSync(folder) && !readdirSync(folder).length) rmdirSync(folder);
  rmSync(file);
  rmSync(stage, { recursive: true, force: true });
}

/** The folders that files lie in, below the output folder, the deepest first. */
function foldersOf(path: string, files: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const file of files)
    for (let folder = dirname(file); folder.length > path.length; folder = dirname(folder))
      folders.add(folder);
  return [...folders].sort((a, b) => b.length - a.length);
}

/** A journal is renamed into its place whole; one that makes no sense was put there by somebody else. */
function journalIn(text: string, file: string): Journal {
  const names = (value: unknown): boolean =>
    Array.isArray(value) && value.every((name) => typeof name === 'string');
  try {
    const journal = JSON.parse(text) as Journal;
    if (typeof journal.stage === 'string' && names(journal.put) && names(journal.remove)) return journal;
  } catch {
    // Said below.
  }
  throw new Error(`${file} is no delivery journal; remove it`);
}

/**
 * Where a file of the output folder lies. A journal or a manifest found in a folder is no licence to touch files elsewhere:
 * neither by what it names nor through a link, for a whole output folder may have come with somebody's manuscript.
 */
export function placeOf(path: string, name: string): string {
  const plain = normalize(name);
  if (plain === '..' || plain.startsWith(`..${sep}`) || plain.startsWith(sep) || /^[a-z]:/i.test(plain))
    throw new Error(`the path ${name} leads out of it`);
  const folders: string[] = [];
  for (let folder = dirname(plain); folder !== '.'; folder = dirname(folder)) folders.push(folder);
  refuseLinks(path, '.', ...folders);
  return join(path, plain);
}

/** @param folders relative to the output folder, `.` for itself */
export function refuseLinks(path: string, ...folders: readonly string[]): void {
  // Resolved, because a slash at its end would make the system look at where a link leads.
  for (const name of folders)
    if (lstatSync(resolve(path, name), { throwIfNoEntry: false })?.isSymbolicLink())
      throw new Error(`${join(path, name)} is a link, and nothing is written or removed through one`);
}

/** A pipe that somebody left there would be waited for without end, and so would what a link leads to. */
export function readIfThere(path: string): string | undefined {
  const facts = lstatSync(path, { throwIfNoEntry: false });
  if (facts && !facts.isFile()) throw new Error(`${path} is no file; remove it`);
  return facts && readFileSync(path, 'utf8');
}
