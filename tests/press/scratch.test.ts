import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { thisMachine } from '../../src/workshop/machine.js';
import { openScratch } from '../../src/workshop/scratch.js';

/*
 * Folders that a browser keeps its files in, and the one that a Chrome with windows makes beside them for its socket.
 */
let temp: string;
beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'octavo-test-'));
});
afterEach(() => rm(temp, { recursive: true }));

async function withSocket(profile: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await symlink(join(folder, 'SingletonSocket'), join(profile, 'SingletonSocket'));
}

it('a profile goes with the socket that a killed browser left beside it', async () => {
  const scratch = openScratch({ ...thisMachine(), temp });
  const profile = await scratch.folder();
  await withSocket(profile, join(temp, 'org.chromium.Chromium.a1B2c3'));
  await scratch.remove(profile);
  expect(await readdir(temp)).toEqual([]);
});

it('what a killed build left is swept away with it, and nothing else is', async () => {
  const dead = join(temp, 'octavo-press-1234567-abcdef');
  const alive = join(temp, `octavo-press-${process.pid}-abcdef`);
  for (const one of [dead, alive]) await mkdir(one);
  await withSocket(dead, join(temp, '.com.google.Chrome.a1B2c3'));
  await withSocket(alive, join(temp, 'org.chromium.Chromium.zzzzzz'));
  const machine = { ...thisMachine(), temp, isAlive: (pid: number) => pid === process.pid };
  const profile = await openScratch(machine).folder();
  expect((await readdir(temp)).sort()).toEqual(
    [
      `octavo-press-${process.pid}-abcdef`,
      'org.chromium.Chromium.zzzzzz',
      profile.slice(temp.length + 1),
    ].sort(),
  );
});

it('a link that leads elsewhere is not followed', async () => {
  const scratch = openScratch({ ...thisMachine(), temp: join(temp, 'own') });
  const profile = await scratch.folder();
  await withSocket(profile, join(temp, 'org.chromium.Chromium.a1B2c3'));
  await scratch.remove(profile);
  expect((await readdir(temp)).sort()).toEqual(['org.chromium.Chromium.a1B2c3', 'own']);
  const second = await scratch.folder();
  await withSocket(second, join(temp, 'own/letters'));
  await scratch.remove(second);
  expect(await readdir(join(temp, 'own'))).toEqual(['letters']);
});
