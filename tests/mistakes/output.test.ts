import { execFileSync } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { octavo } from '../support/desk.js';
import { contentsOf, deskWithBuild, GOOD, messagesIn, mistakes } from '../support/mistake.js';

const to = (output: string): string[] => ['build', 'book', '-e', 'epub', '-o', output];

describe('an output folder', () => {
  mistakes([
    {
      name: 'that is a file',
      files: { 'book/a.md': GOOD, out: 'mine' },
      args: to('out'),
      code: 2,
      messages: ['out error output-writable'],
      says: /there is a file where a folder should be/,
    },
    {
      name: 'below a file',
      files: { 'book/a.md': GOOD, out: 'mine' },
      args: to('out/dist'),
      code: 2,
      messages: ['out/dist error output-writable'],
    },
    {
      name: 'that the system does not let be',
      files: { 'book/a.md': GOOD },
      args: to(process.platform === 'linux' ? '/proc/octavo/dist' : '/dev/null/dist'),
      code: 2,
      messages: [
        `${process.platform === 'linux' ? '/proc/octavo/dist' : '/dev/null/dist'} error output-writable`,
      ],
    },
    {
      name: 'with a folder where the manifest should be',
      files: { 'book/a.md': GOOD, 'out/octavo.json/mine.txt': 'mine' },
      args: to('out'),
      code: 2,
      messages: ['out error output-writable'],
      says: /out\/octavo\.json is no file; remove it/,
    },
    {
      name: 'with a folder where one of the editions should be',
      files: { 'book/a.md': GOOD, 'out/a-book.pdf/mine.txt': 'mine' },
      args: [...to('out'), '-e', 'screen'],
      code: 2,
      messages: ['out error output-writable'],
      says: /there is a folder where a file should be/,
    },
  ]);
});

/** A small disk needs the rights to mount one. */
const mounts: string[] = [];
afterAll(() => {
  for (const path of mounts) execFileSync('umount', [path]);
});
function smallDisk(path: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48k', 'tmpfs', path], { stdio: 'ignore' });
    mounts.push(path);
    return true;
  } catch {
    return false;
  }
}

it('a full disk leaves the last good editions as they are', async (context) => {
  const cwd = await deskWithBuild({ 'book/a.md': GOOD });
  await mkdir(join(cwd, 'small'));
  if (!smallDisk(join(cwd, 'small'))) context.skip();
  const first = await octavo(cwd, to('small'));
  expect([first.code, first.err]).toEqual([0, expect.any(String)]);
  const before = await contentsOf(join(cwd, 'small'));
  const second = await octavo(cwd, to('small'));
  expect([second.code, messagesIn(second.err)]).toEqual([2, ['small error output-writable']]);
  expect(second.err).toContain('the disk is full');
  expect(await contentsOf(join(cwd, 'small'))).toEqual(before);
});

it('a full disk for the files of the browser is told as that, and nothing is left on it', async (context) => {
  const cwd = await deskWithBuild({ 'book/a.md': GOOD });
  const before = await contentsOf(join(cwd, 'dist'));
  const temp = join(cwd, 'small');
  await mkdir(temp);
  if (!smallDisk(temp)) context.skip();
  const { code, err } = await octavo(cwd, ['build', 'book', '-e', 'print'], { TMPDIR: temp });
  expect([code, messagesIn(err)]).toEqual([2, ['browser error browser-starts']]);
  expect(err).toContain('The browser has nowhere to keep its files: the disk is full\n');
  expect(err).toContain('→ Point TMPDIR');
  expect(await readdir(temp)).toEqual([]);
  expect(await contentsOf(join(cwd, 'dist'))).toEqual(before);
});
