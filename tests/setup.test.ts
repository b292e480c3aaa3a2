import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildIsStale, nodeProblem, packagesAreStale, rememberBuild } from '../scripts/lib/state.mjs';
import { doctorCommand, examine } from '../src/commands/doctor.js';
import type { Machine } from '../src/model/machine.js';
import { BrowserMissing, browserPath, findBrowser, howToGetBrowser } from '../src/workshop/browser.js';
import { diskWorkshop } from '../src/workshop/disk.js';
import { thisMachine } from '../src/workshop/machine.js';
import { packageRoot } from '../src/workshop/root.js';
import { run } from '../src/workshop/run.js';
import { untar } from '../src/workshop/untar.js';
import { testPress } from './support/press.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'octavo-setup-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A machine with nothing on it but the files that a test puts into its folder. */
function bareMachine(more: Partial<Machine> = {}): Machine {
  return {
    ...thisMachine(),
    platform: 'darwin',
    arch: 'arm64',
    home: folder,
    cwd: folder,
    env: { XDG_CACHE_HOME: join(folder, 'cache') },
    ...more,
  };
}

async function program(path: string, text = 'a program'): Promise<string> {
  const full = join(folder, path);
  await mkdir(dirname(full), { recursive: true });
  await writeFile(full, text);
  await chmod(full, 0o755);
  return full;
}

describe('the search for a browser', () => {
  const shell =
    '.cache/puppeteer/chrome-headless-shell/linux-148.0.1.1/chrome-headless-shell-linux64/chrome-headless-shell';
  const linux = (env: Record<string, string> = {}): Machine =>
    bareMachine({ platform: 'linux', arch: 'x64', env: { XDG_CACHE_HOME: join(folder, 'cache'), ...env } });

  it('goes: named, downloaded by Puppeteer, installed, fetched by Octavo', async () => {
    const octavo = await program('cache/octavo/chromium-147.0.0/octavo-chromium');
    const installed = await program('bin/chromium');
    const machine = linux({ PATH: join(folder, 'bin') });
    expect(await findBrowser(machine)).toEqual({ path: installed, source: 'installed' });
    const puppeteer = await program(shell);
    expect(await findBrowser(machine)).toEqual({ path: puppeteer, source: 'puppeteer' });
    const named = await program('mine');
    expect(await findBrowser(machine, 'mine')).toEqual({ path: named, source: 'configured' });
    const variable = { ...machine, env: { ...machine.env, PUPPETEER_EXECUTABLE_PATH: octavo } };
    expect(await findBrowser(variable, 'mine')).toEqual({ path: octavo, source: 'configured' });
  });

  it('finds what Octavo fetched, newest first, where nothing else is', async () => {
    await program('cache/octavo/chromium-99.0.0/octavo-chromium');
    const newest = await program('cache/octavo/chromium-147.0.0/octavo-chromium');
    await program('cache/octavo/fetching-1-x/chromium-147.0.0/octavo-chromium');
    expect(await findBrowser(bareMachine())).toEqual({ path: newest, source: 'octavo' });
  });

  it('takes the newest of Puppeteer’s, and of one version the headless shell, which is quicker than a whole Chrome', async () => {
    const build = (version: string): string =>
      `.cache/puppeteer/chrome/linux-${version}/chrome-linux64/chrome`;
    await program(build('99.0.9.9'));
    const whole = await program(build('148.0.1.1'));
    await program(build('9.9.9.9'));
    expect(await findBrowser(linux())).toEqual({ path: whole, source: 'puppeteer' });
    const quicker = await program(shell);
    expect(await findBrowser(linux())).toEqual({ path: quicker, source: 'puppeteer' });
    const newest = await program(build('149.0.0.1'));
    expect(await findBrowser(linux())).toEqual({ path: newest, source: 'puppeteer' });
  });

  it('takes a system’s headless shell before its Chrome', async () => {
    await program('bin/google-chrome');
    const machine = linux({ PATH: join(folder, 'bin') });
    const quicker = await program('bin/chromium-headless-shell');
    expect(await findBrowser(machine)).toEqual({ path: quicker, source: 'installed' });
  });

  it('knows the places of macOS and Windows', async () => {
    const mac = await program('Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect((await findBrowser(bareMachine()))?.source).toBe('installed');
    expect(mac).toContain(folder);
    const edge = await program('pf/Microsoft/Edge/Application/msedge.exe');
    const windows = bareMachine({
      platform: 'win32',
      arch: 'x64',
      env: { PROGRAMFILES: join(folder, 'pf') },
    });
    expect(await findBrowser(windows)).toEqual({ path: edge, source: 'installed' });
  });

  it('passes over a folder, a file that may not be run, and the script that asks for a snap', async () => {
    await mkdir(join(folder, 'bin/google-chrome'), { recursive: true });
    await chmod(await program('bin/chromium'), 0o644);
    await program('bin/chromium-browser', '#!/bin/sh\necho "requires the chromium snap to be installed"\n');
    const edge = await program('bin/microsoft-edge');
    expect(await findBrowser(linux({ PATH: join(folder, 'bin') }))).toEqual({
      path: edge,
      source: 'installed',
    });
  });

  it('does not take another where the named one is not there', async () => {
    await program('Applications/Chromium.app/Contents/MacOS/Chromium');
    const machine = bareMachine({ env: { PUPPETEER_EXECUTABLE_PATH: '/nowhere/chrome' } });
    const error = await findBrowser(machine).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BrowserMissing);
    expect(error).toMatchObject({
      message: 'There is no browser at /nowhere/chrome, which PUPPETEER_EXECUTABLE_PATH names',
    });
    await expect(findBrowser(bareMachine(), 'gone')).rejects.toThrow(/gone, which --browser names/);
  });

  it('says what to do on this system where there is none', async () => {
    // Where there is no home of programs but those that its variables name: here there may be a browser.
    const machine = bareMachine({ platform: 'win32' });
    expect(await findBrowser({ ...machine, env: { ...machine.env, PATH: folder } })).toBeUndefined();
    const error = await browserPath(machine).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'BrowserMissing', remedy: howToGetBrowser(machine) });
    for (const platform of ['linux', 'darwin', 'win32', 'freebsd'])
      expect(howToGetBrowser(bareMachine({ platform }))).toMatch(
        /^Either run “npx puppeteer .*, or install /,
      );
  });
});

describe('the reader of tape archives', () => {
  /** One entry as tar writes it. */
  function entry(
    name: string,
    text: string,
    { type = '0', mode = '0000644', size = text.length, prefix = '' } = {},
  ): Buffer {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(mode, 100);
    header.write(size.toString(8).padStart(11, '0'), 124);
    header.write(type, 156);
    header.write('ustar\0' + '00', 257, 'latin1');
    header.write(prefix, 345);
    const body = Buffer.alloc(Math.ceil(text.length / 512) * 512);
    body.write(text);
    return Buffer.concat([header, body]);
  }
  const read = (...entries: Buffer[]) =>
    [...untar(Buffer.concat([...entries, Buffer.alloc(1024)]))].map(({ bytes, ...rest }) => ({
      ...rest,
      text: Buffer.from(bytes).toString(),
    }));

  it('reads plain files with their names and modes', () => {
    const long = 'x'.repeat(700);
    expect(
      read(entry('a', long), entry('b', '', { mode: '0000755' }), entry('c', 'z', { prefix: 'long/way' })),
    ).toEqual([
      { path: 'a', executable: false, text: long },
      { path: 'b', executable: true, text: '' },
      { path: 'long/way/c', executable: false, text: 'z' },
    ]);
  });

  it('leaves out links, folders and devices', () => {
    const odd = ['1', '2', '3', '5', 'x'].map((type) => entry('odd', '', { type }));
    expect(read(...odd, entry('a', 'a'))).toEqual([{ path: 'a', executable: false, text: 'a' }]);
  });

  it.each(['../a', 'a/../../b', '/etc/a', '..\\a'])('refuses a file outside its folder: %s', (name) => {
    expect(() => read(entry(name, 'a'))).toThrow(/outside its folder/);
  });

  it('refuses an archive that was cut off, or whose sizes are no numbers', () => {
    expect(() => [...untar(entry('a', 'a', { size: 5000 }))]).toThrow(/ends in the middle of a/);
    const broken = entry('a', 'a');
    broken.write('zzzzzzzzzzz', 124);
    expect(() => read(broken)).toThrow(/ends in the middle of a/);
  });

  it('reads what npm packs', async () => {
    await writeFile(join(folder, 'package.json'), '{"name":"a","version":"1.0.0"}');
    await writeFile(join(folder, 'readme.md'), '# A');
    const npm = process.env.npm_execpath;
    const pack = ['pack', '--silent', '--pack-destination', folder];
    if (npm?.endsWith('.js')) execFileSync(process.execPath, [npm, ...pack], { cwd: folder });
    else execFileSync('npm', pack, { cwd: folder, shell: process.platform === 'win32' });
    const entries = [...untar(gunzipSync(await readFile(join(folder, 'a-1.0.0.tgz'))))];
    expect(entries.map(({ path }) => path).sort()).toEqual(['package/package.json', 'package/readme.md']);
  });
});

describe('the folder of the package', () => {
  it('is the nearest with a package.json, and the search ends where there is none', () => {
    expect(packageRoot(join(import.meta.dirname, 'support'))).toBe(dirname(import.meta.dirname));
    expect(() => packageRoot(join('/', 'no', 'such', 'folder'))).toThrow(
      'no package.json in any folder above',
    );
  });
});

describe('a program that is run', () => {
  const node = (script: string, silence: number) =>
    run(process.execPath, ['-e', script], { env: process.env, silence });

  it('tells its code and all that it said', async () => {
    expect(await node('console.log("a");console.error("b");process.exitCode=3', 20_000)).toMatchObject({
      code: 3,
    });
    expect(
      (await node('console.log("a");console.error("b")', 20_000)).output.split('\n').sort().join(''),
    ).toBe('ab');
  });

  it('is stopped when it does nothing for too long', async () => {
    const stuck = await node('setInterval(() => {}, 1000)', 300);
    expect(stuck.code).toBeUndefined();
    expect(stuck.output).toContain('did nothing for 0.3 s');
  });

  it('may be silent while its work grows', async () => {
    let size = 0;
    const script = 'setTimeout(() => console.log("done"), 900)';
    const grown = await run(process.execPath, ['-e', script], {
      env: process.env,
      silence: 300,
      progress: async () => ++size,
    });
    expect(grown).toEqual({ code: 0, output: 'done\n' });
  });

  it('need not be there', async () => {
    expect((await run('no-such-program', [], { env: process.env, silence: 1000 })).code).toBeUndefined();
  });
});

describe('what the set-up remembers', () => {
  it('wants a Node that every dependency runs on', () => {
    expect(nodeProblem('20.19.0')).toBeUndefined();
    expect(nodeProblem('22.0.0')).toBeUndefined();
    for (const old of ['18.20.4', '20.18.3'])
      expect(nodeProblem(old)).toBe(`Octavo needs Node 20.19 or newer, and this is Node ${old}.`);
  });

  it('installs packages when they are missing or others, and only then', async () => {
    const lock = (version: string, more = {}) =>
      JSON.stringify({ packages: { ...more, 'node_modules/a': { version } } });
    const root = {
      '': { version: '1.0.0' },
      'node_modules/other-system': { version: '1.0.0', optional: true },
    };
    await writeFile(join(folder, 'package-lock.json'), lock('1.0.0', root));
    expect(packagesAreStale(folder)).toBe(true);
    await mkdir(join(folder, 'node_modules'));
    await writeFile(join(folder, 'node_modules/.package-lock.json'), lock('1.0.0'));
    expect(packagesAreStale(folder)).toBe(false);
    await writeFile(join(folder, 'package-lock.json'), lock('1.0.1', root));
    expect(packagesAreStale(folder)).toBe(true);
  });

  it('compiles when a source has changed, and only then', async () => {
    await mkdir(join(folder, 'src/press'), { recursive: true });
    await writeFile(join(folder, 'src/press/a.ts'), 'a');
    await writeFile(join(folder, 'tsconfig.json'), '{}');
    expect(buildIsStale(folder)).toBe(true);
    await program('dist/lib/cli.js');
    rememberBuild(folder);
    expect(buildIsStale(folder)).toBe(false);
    await writeFile(join(folder, 'src/press/a.ts'), 'b');
    expect(buildIsStale(folder)).toBe(true);
  });

  it('does nothing the second time, and is quick about it', () => {
    const setup = join(import.meta.dirname, '../scripts/setup.mjs');
    execFileSync(process.execPath, [setup]);
    const said = execFileSync(process.execPath, [setup], { encoding: 'utf8', timeout: 20_000 });
    expect(said).toMatch(/^Browser: .+\n$/);
  });
});

describe('octavo doctor', () => {
  const workshop = diskWorkshop(thisMachine());
  function listen() {
    const lines: string[] = [];
    const out = (text: string): void => void lines.push(text);
    return { lines, terminal: { out, err: out, color: false, live: false } };
  }

  it('finds everything on a machine that has it, and really starts the browser', async () => {
    const { lines, terminal } = listen();
    const patient = { machine: thisMachine(), workshop, press: () => testPress() };
    expect(await doctorCommand(join(folder, 'dist'), patient, terminal)).toBe(0);
    const text = lines.join('');
    expect(text).toMatch(/✓ Node 2\d/);
    expect(text).toMatch(/✓ \w+ \d+\.\d+\.\d+\.\d+ \(\w+: /);
    expect(text).toContain('✓ Fonts: eb-garamond');
    expect(text).toContain('Everything is there.');
  });

  it('names each gap with a remedy, and fails', async () => {
    const machine = bareMachine({
      node: '18.0.0',
      env: { PATH: folder, PUPPETEER_EXECUTABLE_PATH: '/nowhere' },
    });
    await writeFile(join(folder, 'file'), '');
    const broken = {
      ...workshop,
      own: { ...workshop.own, dependency: () => Promise.reject(new Error('gone')) },
    };
    const patient = { machine, workshop: broken, press: () => testPress() };
    const findings = await examine(join(folder, 'file', 'dist'), patient);
    expect(findings.map(({ state }) => state)).toEqual(['gap', 'gap', 'gap', 'gap', 'optional', 'good']);
    for (const { state, remedy } of findings) expect(Boolean(remedy)).toBe(state !== 'good');
    const { lines, terminal } = listen();
    expect(await doctorCommand(join(folder, 'file', 'dist'), patient, terminal)).toBe(1);
    expect(lines.at(-1)).toBe('\n4 things are missing.\n');
  });

  it('does not fail for want of what only the tests need', async () => {
    const machine = { ...thisMachine(), env: { ...thisMachine().env, PATH: folder } };
    const bare = {
      ...workshop,
      own: {
        ...workshop.own,
        read: (path: string) =>
          path.startsWith('node_modules') ? Promise.reject(new Error('gone')) : workshop.own.read(path),
      },
    };
    const findings = await examine(folder, { machine, workshop: bare, press: () => testPress() });
    expect(findings.slice(-2).map(({ state }) => state)).toEqual(['optional', 'optional']);
    expect(findings.slice(-2).map(({ remedy }) => remedy)).toEqual(
      Array(2).fill('Install the development packages: npm ci.'),
    );
  });
});
