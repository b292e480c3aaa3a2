import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Machine } from '../model/machine.js';
import type { Scratch } from '../model/scratch.js';
import { makeFolder } from './make-folder.js';

/** Folders are named `octavo-press-<process id>-…`, so that anybody can tell whether their owner still lives. */
const NAME = /^octavo-press-(\d+)-/;

/** Opens the temporary folder of this machine for the use of this process. */
export function openScratch(machine: Machine): Scratch {
  return {
    async folder() {
      await makeFolder(machine.temp);
      await sweep(machine);
      return mkdtemp(join(machine.temp, `octavo-press-${machine.pid}-`));
    },
    // A browser that was just stopped may still hold a file for a moment (Windows).
    remove: (folder) => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}

/** Removes what killed processes left; that somebody else is sweeping too, or that it is not ours to remove, is no matter. */
async function sweep(machine: Machine): Promise<void> {
  for (const name of await readdir(machine.temp)) {
    const owner = Number(NAME.exec(name)?.[1]);
    if (owner && !machine.isAlive(owner))
      await rm(join(machine.temp, name), { recursive: true, force: true }).catch(() => undefined);
  }
}
