import { spawn } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLI, desk, put } from '../support/desk.js';
import {
  contentsOf,
  deskWithBuild,
  expectNobodyLeft,
  expectNoStack,
  GOOD,
  messagesIn,
  mistakes,
} from '../support/mistake.js';
import { processesOf } from '../support/processes.js';

const args = ['build', 'book', '-e', 'screen'];
const files = { 'book/a.md': GOOD };
const browser = (path: string) => ({ PUPPETEER_EXECUTABLE_PATH: path });

/** Programs: one says nothing and does not end, one leaves a file where programs keep them for a while. */
async function programs(): Promise<string> {
  const folder = await desk();
  const untidy = '#!/bin/sh\n[ "$*" = --version ] || mktemp\nexit 3\n';
  await put(folder, { browser: '#!/bin/sh\nexec sleep 600\n', untidy, file: 'x' });
  await chmod(join(folder, 'browser'), 0o755);
  await chmod(join(folder, 'untidy'), 0o755);
  return folder;
}

describe('a browser', async () => {
  const folder = await programs();
  const row = (name: string, path: string, id: string, says: RegExp) => ({
    name,
    files,
    args,
    env: browser(path),
    code: 2,
    messages: [`browser error ${id}`],
    says,
  });
  mistakes([
    row('that is not there', '/nothing/there', 'browser-found', /There is no browser at \/nothing\/there/),
    row('that is a folder', folder, 'browser-found', /There is a folder at/),
    row('that is no program', join(folder, 'file'), 'browser-found', /There is no program at/),
    row('that ends at once', '/bin/false', 'browser-starts', /exit code 1/),
    row('that is another program', '/bin/echo', 'browser-starts', /no browser/),
    row('that leaves a file behind', join(folder, 'untidy'), 'browser-starts', /exit code 3/),
    row('that never answers', join(folder, 'browser'), 'browser-starts', /has not answered for 30 s/),
    {
      ...row('that has nowhere to keep its files', '', 'browser-starts', /TMPDIR/),
      env: { TMPDIR: '/dev/null/temp' },
    },
    {
      ...row('that --browser names', '', 'browser-found', /which --browser names/),
      args: [...args, '--browser', '/nothing/there'],
    },
    {
      name: 'that is not there, and is not needed',
      files: { 'book/a.md': `${GOOD}\n![A](gone.png)\n` },
      env: browser('/nothing/there'),
      code: 1,
      messages: ['book/a.md:5:1 error image-exists'],
    },
  ]);
});

it.each([
  // The first page is open: now it lays out.
  ['at work', 'laying out', 240, 2000],
  ['when it prints', 'printing', 60, 0],
] as const)(
  'a browser that is killed %s is said to be, and leaves nothing behind',
  async (_, when, chapters, after) => {
    const long = Array.from(
      { length: chapters },
      (_, i) => `${i ? '#' : ''}# Chapter ${i}\n\n${'Some words to set. '.repeat(900)}\n`,
    );
    const cwd = await deskWithBuild({ 'book/a.md': long.join('\n') });
    const before = await contentsOf(join(cwd, 'dist'));
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd,
      env: { ...process.env, NO_COLOR: '1', TMPDIR: join(cwd, 'temp') },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let err = '';
    const code = new Promise((done) => child.on('close', done));
    for await (const said of child.stderr) {
      err += said;
      if (!String(said).includes(when)) continue;
      const browser = (): string | undefined =>
        processesOf(cwd).find((line) => line.includes('octavo-press-') && !line.includes('--type='));
      await waitFor(() => browser() !== undefined);
      await new Promise((wake) => setTimeout(wake, after));
      process.kill(Number(browser()?.trim().split(' ')[0]), 'SIGKILL');
    }
    expect(await code).toBe(1);
    expect(messagesIn(err), err).toEqual(['browser error browser-survives']);
    expect(err).toMatch(/→ Build again/);
    expectNoStack({ out: '', err });
    expect(await contentsOf(join(cwd, 'dist'))).toEqual(before);
    await waitFor(() => !processesOf(cwd).length);
    await expectNobodyLeft(cwd);
  },
);

async function waitFor(there: () => boolean): Promise<void> {
  for (let waited = 0; waited < 20_000 && !there(); waited += 50)
    await new Promise((wake) => setTimeout(wake, 50));
}
