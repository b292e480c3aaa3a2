import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { desk, ROOT } from '../support/desk.js';
import { pause } from '../support/processes.js';

const MOVER = join(ROOT, 'dist/lib/mover.js');

/** An output folder with a delivery that only waits for its mover. */
async function staged(): Promise<{ dist: string; move(said: string): number | null }> {
  const stage = '.octavo/stage-1-a';
  const journal = { stage, put: ['deep/a.txt'], remove: ['gone/b.txt'] };
  const dist = await desk({
    'deep/a.txt': 'old',
    'gone/b.txt': 'old',
    [`${stage}/deep/a.txt`]: 'new',
    [`${stage}/journal.json`]: JSON.stringify(journal),
  });
  return {
    dist,
    move: (said) =>
      spawnSync(process.execPath, [MOVER, dist, stage], { input: said, timeout: 20_000 }).status,
  };
}

it('moves a delivery when it is told to, and leaves neither stage nor journal nor an empty folder', async () => {
  const { dist, move } = await staged();
  expect(move('go')).toBe(0);
  expect(await readFile(join(dist, 'deep/a.txt'), 'utf8')).toBe('new');
  for (const gone of ['gone', '.octavo/stage-1-a', '.octavo/journal.json'])
    expect(existsSync(join(dist, gone)), gone).toBe(false);
});

it.each(['', 'g'])('does nothing for a build that died with %j', async (said) => {
  const { dist, move } = await staged();
  expect(move(said)).toBe(0);
  expect(await readFile(join(dist, 'deep/a.txt'), 'utf8')).toBe('old');
  expect(existsSync(join(dist, 'gone/b.txt'))).toBe(true);
});

it('waits for a build that takes its time', async () => {
  const { dist } = await staged();
  const mover = spawn(process.execPath, [MOVER, dist, '.octavo/stage-1-a'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  await pause(1500);
  expect(mover.exitCode).toBeNull();
  mover.stdin.end('go');
  expect(await once(mover, 'exit')).toEqual([0, null]);
  expect(await readFile(join(dist, 'deep/a.txt'), 'utf8')).toBe('new');
});
