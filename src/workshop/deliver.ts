import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { dirname, join, normalize, resolve, sep } from 'node:path';
import type { Machine } from '../model/machine.js';
import type { Output } from '../model/workshop.js';
import { makeFolder } from './make-folder.js';

const HIDDEN = '.octavo';
const MANIFEST = 'octavo.json';
const JOURNAL = 'journal.json';
/** How long a build waits for another one that is delivering, in milliseconds; a delivery takes a few. */
const PATIENCE = 10_000;

/** What a delivery will do once it is committed; paths relative to the output folder. */
interface Journal {
  readonly stage: string;
  readonly put: readonly string[];
  readonly remove: readonly string[];
}

/**
 * Opens an output folder. A set of files replaces the one before it whole or not at all:
 *
 * 1. *Stage*: every file is written and flushed in a hidden folder inside the output folder (the same file system).
 * 2. *Commit*: under a lock, a journal that lists the renames is itself renamed into place. From here the new set is the set.
 * 3. *Roll forward*: the renames are done in one synchronous breath, files nobody owns any more removed, the journal removed.
 *
 * Killed in 1, the old set stands. Killed in 3, whoever comes next finishes from the journal before anything else.
 * @throws the system's error if the folder cannot be written; nothing in it has changed then
 */
export function openOutput(path: string, machine: Machine): Output {
  const hidden = join(path, HIDDEN);
  return {
    path,
    async deliver(set, manifest) {
      refuseLinks(path, HIDDEN, '.');
      await makeFolder(hidden);
      const stage = join(HIDDEN, `stage-${machine.pid}-${randomUUID()}`);
      try {
        for (const [name, bytes] of set) await stageFile(join(path, stage, name), bytes);
        await locked(hidden, machine, () => {
          rollForward(path);
          sweep(hidden, machine);
          const before = readIfThere(join(path, MANIFEST));
          const next = manifest(before);
          for (const name of next.remove) placeOf(path, name);
          writeFileSync(join(path, stage, MANIFEST), next.text, { flush: true });
          const journal: Journal = { stage, put: [...set.keys(), MANIFEST], remove: next.remove };
          for (const name of journal.put) refuseFolder(path, name);
          for (const name of set.keys()) mkdirSync(dirname(placeOf(path, name)), { recursive: true });
          writeFileSync(join(path, stage, JOURNAL), JSON.stringify(journal), { flush: true });
          renameSync(join(path, stage, JOURNAL), join(hidden, JOURNAL));
          rollForward(path);
        });
      } finally {
        await rm(join(path, stage), { recursive: true, force: true });
      }
    },
    async clean() {
      if (!existsSync(path)) return [];
      refuseLinks(path, HIDDEN, '.');
      await makeFolder(hidden);
      let removed: string[] = [];
      await locked(hidden, machine, () => {
        rollForward(path);
        removed = [...listed(readIfThere(join(path, MANIFEST))), MANIFEST].filter((name) =>
          existsSync(placeOf(path, name)),
        );
        for (const name of removed) rmSync(placeOf(path, name));
        for (const folder of new Set(removed.map((name) => dirname(name))))
          if (folder !== '.' && !readdirSync(join(path, folder)).length) rmdirSync(join(path, folder));
      });
      rmSync(hidden, { recursive: true, force: true });
      return removed;
    },
  };
}

/** No file can be renamed over a folder, and after the commit it would be too late to find that out. */
function refuseFolder(path: string, name: string): void {
  const place = placeOf(path, name);
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory())
    throw Object.assign(new Error(`${place} is a folder`), { code: 'EISDIR' });
}

function listed(manifest: string | undefined): string[] {
  try {
    const { artifacts } = JSON.parse(manifest ?? '') as { artifacts: { path: string }[] };
    return artifacts.map((artifact) => artifact.path).filter((name) => typeof name === 'string');
  } catch {
    return [];
  }
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
  rmSync(file);
  rmSync(stage, { recursive: true, force: true });
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
function placeOf(path: string, name: string): string {
  const plain = normalize(name);
  if (plain === '..' || plain.startsWith(`..${sep}`) || plain.startsWith(sep) || /^[a-z]:/i.test(plain))
    throw new Error(`the path ${name} leads out of it`);
  const folders: string[] = [];
  for (let folder = dirname(plain); folder !== '.'; folder = dirname(folder)) folders.push(folder);
  refuseLinks(path, '.', ...folders);
  return join(path, plain);
}

/** @param folders relative to the output folder, `.` for itself */
function refuseLinks(path: string, ...folders: readonly string[]): void {
  // Resolved, because a slash at its end would make the system look at where a link leads.
  for (const name of folders)
    if (lstatSync(resolve(path, name), { throwIfNoEntry: false })?.isSymbolicLink())
      throw new Error(`${join(path, name)} is a link, and nothing is written or removed through one`);
}

async function stageFile(path: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(dirname(path));
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** One delivery at a time; a lock whose owner is dead is nobody's. */
async function locked(hidden: string, machine: Machine, work: () => void): Promise<void> {
  const lock = join(hidden, 'lock');
  for (let waited = 0; !take(lock, machine); waited += 20) {
    if (waited > PATIENCE)
      throw new Error(
        `Another build has been delivering to ${dirname(hidden)} for ${PATIENCE / 1000} s. If none is running, remove ${lock}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string, machine: Machine): boolean {
  try {
    const file = openSync(lock, 'wx');
    writeFileSync(file, String(machine.pid));
    fsyncSync(file);
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const owner = Number(readIfThere(lock) || 0);
    // A lock without a name in it is being written this moment, or its owner died in that moment.
    const abandoned = owner ? !machine.isAlive(owner) : ageOf(lock) > 1000;
    if (abandoned) rmSync(lock, { force: true });
    return false;
  }
}

/** Removes what killed builds left staged. */
function sweep(hidden: string, machine: Machine): void {
  for (const name of readdirSync(hidden)) {
    const owner = Number(/^stage-(\d+)-/.exec(name)?.[1] ?? machine.pid);
    if (owner !== machine.pid && !machine.isAlive(owner))
      rmSync(join(hidden, name), { recursive: true, force: true });
  }
}

function ageOf(path: string): number {
  const facts = statSync(path, { throwIfNoEntry: false });
  return facts ? performance.timeOrigin + performance.now() - facts.mtimeMs : 0;
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
