import { lstat, mkdtemp, readdir, readlink, rm } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
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
    remove,
  };
}

async function remove(folder: string): Promise<void> {
  const beside = await socketOf(folder);
  // A browser that was just stopped may still hold a file for a moment (Windows).
  const all = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 };
  if (beside) await rm(beside, all).catch(() => undefined);
  await rm(folder, all);
}

/**
 * The folder of the socket that a Chrome with windows makes beside its profile, and leaves there when it is killed. In a profile of
 * somebody else's the link may lead to a browser that is at work.
 */
async function socketOf(profile: string): Promise<string | undefined> {
  if ((await lstat(profile).catch(() => undefined))?.uid !== userInfo().uid) return undefined;
  const socket = await readlink(join(profile, 'SingletonSocket')).catch(() => '');
  const folder = dirname(socket);
  const isChromes = /^\.?(?:org\.chromium|com\.google|com\.microsoft)\.\w+\.\w{6}$/.test(basename(folder));
  return isChromes && dirname(folder) === dirname(profile) ? folder : undefined;
}

/** Removes what killed processes left; that somebody else is sweeping too, or that it is not ours to remove, is no matter. */
async function sweep(machine: Machine): Promise<void> {
  for (const name of await readdir(machine.temp)) {
    const owner = Number(NAME.exec(name)?.[1]);
    if (owner && !machine.isAlive(owner)) await remove(join(machine.temp, name)).catch(() => undefined);
  }
}
