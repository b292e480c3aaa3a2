import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Machine } from '../model/machine.js';
import type { Output } from '../model/workshop.js';
import { hireMover } from './hire-mover.js';
import { makeFolder } from './make-folder.js';
import {
  commit,
  HIDDEN,
  JOURNAL,
  type Journal,
  placeOf,
  readIfThere,
  refuseLinks,
  rollForward,
} from './roll-forward.js';

const MANIFEST = 'octavo.json';
/** How long a build waits for another one that is delivering, in milliseconds; a delivery takes a few. */
const PATIENCE = 10_000;

/** What is to become of the output folder: files that lie staged, files that go. Paths relative to it. */
type Change = Pick<Journal, 'put' | 'remove'>;

/**
 * Opens an output folder. A set of files replaces the one before it whole or not at all:
 *
 * 1. *Stage*: every file is written and flushed in a hidden folder inside the output folder (the same file system).
 * 2. *Commit*: under a lock, a journal that lists the renames is itself renamed into place. From here the new set is the set.
 * 3. *Roll forward*: the renames are done in one synchronous breath, files nobody owns any more removed, the journal removed.
 *
 * 2 and 3 are done by a process of their own, which a build that is killed leaves behind to finish. If that one is killed
 * too, or the power fails, whoever comes next finishes from the journal before anything else.
 * @throws the system's error if the folder cannot be written; nothing in it has changed then
 */
export function openOutput(path: string, machine: Machine): Output {
  const hidden = join(path, HIDDEN);

  /** Makes one change to the folder: whole, or none. `decide` is asked under the lock. */
  async function change(
    set: ReadonlyMap<string, Uint8Array>,
    decide: (stage: string) => Change,
  ): Promise<void> {
    refuseLinks(path, HIDDEN, '.');
    await makeFolder(hidden);
    const stage = join(HIDDEN, `stage-${machine.pid}-${randomUUID()}`);
    const mover = hireMover(path, stage, machine);
    try {
      await makeFolder(join(path, stage));
      for (const [name, bytes] of set) await stageFile(join(path, stage, name), bytes);
      await locked(hidden, mover.pid, machine, async () => {
        rollForward(path);
        sweep(hidden, machine);
        const { put, remove } = decide(join(path, stage));
        for (const name of [...put, ...remove]) refuseFolder(path, name);
        for (const name of put) mkdirSync(dirname(placeOf(path, name)), { recursive: true });
        const journal: Journal = { stage, put, remove };
        writeFileSync(join(path, stage, JOURNAL), JSON.stringify(journal), { flush: true });
        await mover.go();
        // Nothing is left to do, unless the mover could not do it; then this does, or says why it cannot be done.
        commit(path, stage);
      });
    } finally {
      await mover.dismiss();
      await rm(join(path, stage), { recursive: true, force: true });
    }
  }

  return {
    path,
    deliver: (set, manifest) =>
      change(set, (stage) => {
        const next = manifest(readIfThere(join(path, MANIFEST)));
        writeFileSync(join(stage, MANIFEST), next.text, { flush: true });
        return { put: [...set.keys(), MANIFEST], remove: next.remove };
      }),
    manifest: async () => readIfThere(join(path, MANIFEST)),
    async clean() {
      if (!existsSync(path)) return [];
      let removed: string[] = [];
      await change(new Map(), () => {
        removed = [...listed(readIfThere(join(path, MANIFEST))), MANIFEST].filter((name) =>
          existsSync(placeOf(path, name)),
        );
        return { put: [], remove: removed };
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

/**
 * One delivery at a time. The lock belongs to a build and its mover, which may outlive it; when both are dead, it is nobody's.
 */
async function locked(
  hidden: string,
  owner: number,
  machine: Machine,
  work: () => Promise<void>,
): Promise<void> {
  const lock = join(hidden, 'lock');
  for (let waited = 0; !take(lock, owner, machine); waited += 20) {
    if (waited > PATIENCE)
      throw new Error(
        `Another build has been delivering to ${dirname(hidden)} for ${PATIENCE / 1000} s. If none is running, remove ${lock}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string, mover: number, machine: Machine): boolean {
  try {
    const file = openSync(lock, 'wx');
    try {
      writeFileSync(file, `${machine.pid} ${mover}`);
      fsyncSync(file);
    } catch (error) {
      // On a full disk: what has no name in it would be in the way of whoever comes next.
      rmSync(lock, { force: true });
      throw error;
    } finally {
      closeSync(file);
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const owners = (readIfThere(lock) ?? '').split(' ').map(Number).filter(Boolean);
    // A lock without a name in it is being written this moment, or its owner died in that moment.
    const abandoned = owners.length ? !owners.some((pid) => machine.isAlive(pid)) : ageOf(lock) > 1000;
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
