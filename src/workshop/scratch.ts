import { lstat, mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Machine } from '../model/machine.js';
import type { Scratch } from '../model/scratch.js';
import { makeFolder } from './make-folder.js';

/** Folders are named `octavo-press-<process id>-…`, so that anybody can tell whether their owner still lives. */
const NAME = /^octavo-press-(\d+)-/;

/** So much a browser writes before it has shown anything, in bytes. */
const ROOM = 2 ** 22;

/** Opens the temporary folder of this machine for the use of this process. */
export function openScratch(machine: Machine): Scratch {
  return {
    async folder() {
      await makeFolder(machine.temp);
      const folder = await mkdtemp(join(machine.temp, `octavo-press-${machine.pid}-`));
      await sweep(machine, (await lstat(folder)).uid);
      await hold(folder);
      return folder;
    },
    remove,
  };
}

/** A folder can be made on a disk that is full; a browser that finds no room in it dies without a word. */
async function hold(folder: string): Promise<void> {
  try {
    const path = join(folder, 'room');
    await writeFile(path, new Uint8Array(ROOM));
    await rm(path);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function remove(folder: string): Promise<void> {
  const beside = await socketOf(folder);
  // A browser that was just stopped may still hold a file for a moment (Windows).
  const all = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 };
  if (beside) await rm(beside, all).catch(() => undefined);
  await rm(folder, all);
}

/** The folder of the socket that a Chrome with windows makes beside its profile, and leaves there when it is killed. */
async function socketOf(profile: string): Promise<string | undefined> {
  const socket = await readlink(join(profile, 'SingletonSocket')).catch(() => '');
  const folder = dirname(socket);
  const isChromes = /^\.?(?:org\.chromium|com\.google|com\.microsoft)\.\w+\.\w{6}$/.test(basename(folder));
  return isChromes && dirname(folder) === dirname(profile) ? folder : undefined;
}

/**
 * Removes what killed processes left; that somebody else is sweeping too is no matter. What belongs to another user is not touched:
 * its link may lead to a browser that is at work.
 * @param uid the user whose processes these were
 */
async function sweep(machine: Machine, uid: number): Promise<void> {
  for (const name of await readdir(machine.temp)) {
    const owner = Number(NAME.exec(name)?.[1]);
    if (!owner || machine.isAlive(owner)) continue;
    const folder = join(machine.temp, name);
    if ((await lstat(folder).catch(() => undefined))?.uid === uid)
      await remove(folder).catch(() => undefined);
  }
}
