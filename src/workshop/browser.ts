import { constants } from 'node:fs';
import { access, open, readdir, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import type { Machine } from '../model/machine.js';
import { byName } from './folder.js';
import { packageRoot } from './root.js';

/** A browser on this machine, and how it came there. */
export interface FoundBrowser {
  readonly path: string;
  /** Named by the user · downloaded by Puppeteer · installed on the system · fetched by Octavo's own set-up. */
  readonly source: 'configured' | 'puppeteer' | 'installed' | 'octavo';
}

/** There is no browser, or not the one that was named. */
export class BrowserMissing extends Error {
  override readonly name = 'BrowserMissing';
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

/**
 * Finds the browser that sets the pages: the one that `PUPPETEER_EXECUTABLE_PATH` or the configuration names, else the newest
 * that Puppeteer has downloaded, else an installed Chrome, Chromium or Edge, else one that Octavo fetched before. A browser without
 * windows (“headless shell”) comes before a whole one of its version: it does the same work in three quarters of the time.
 * @throws BrowserMissing if one is named and not there: another in its place would be a surprise
 */
export async function findBrowser(machine: Machine, configured?: string): Promise<FoundBrowser | undefined> {
  const variable = machine.env.PUPPETEER_EXECUTABLE_PATH;
  const named = variable || configured;
  if (named) {
    const path = isAbsolute(named) ? named : resolve(machine.cwd, named);
    if (await runs(path)) return { path, source: 'configured' };
    throw new BrowserMissing(
      `${await whatIsAt(path)}, which ${variable ? 'PUPPETEER_EXECUTABLE_PATH' : '--browser'} names`,
      'Correct the path, or take it out so that Octavo looks for a browser itself.',
    );
  }
  return (
    (await firstOf(await puppeteerBrowsers(machine), 'puppeteer')) ??
    (await firstOf(installedBrowsers(machine), 'installed')) ??
    (await firstOf(await ownBrowsers(machine), 'octavo'))
  );
}

/** The browser, or an error that says how to get one on this system: what a press asks for. */
export async function browserPath(machine: Machine, configured?: string): Promise<string> {
  const found = await findBrowser(machine, configured);
  if (found) return found.path;
  throw new BrowserMissing(
    'There is no Chrome, Chromium or Edge on this machine, and pages are set by one',
    howToGetBrowser(machine),
  );
}

/** What to do on this system to get a browser. */
export function howToGetBrowser(machine: Machine): string {
  const download = 'run “npx puppeteer browsers install chrome-headless-shell”';
  const install: Record<string, string> = {
    linux: 'install your distribution’s “chromium-headless-shell” or “chromium”',
    darwin: 'install Google Chrome from google.com/chrome',
    win32: 'install Google Chrome or Microsoft Edge',
  };
  return `Either ${download}, or ${install[machine.platform] ?? 'install Chromium'}, or set PUPPETEER_EXECUTABLE_PATH to a browser that you have.`;
}

/** Folders in which Octavo keeps a browser that it fetched; the second is for a home that cannot be written. */
export function ownCaches(machine: Machine): readonly [string, string] {
  const { env, home, platform } = machine;
  const base =
    env.XDG_CACHE_HOME ||
    (platform === 'darwin' && join(home, 'Library', 'Caches')) ||
    (platform === 'win32' && env.LOCALAPPDATA) ||
    join(home, '.cache');
  return [join(base, 'octavo'), join(packageRoot(), 'node_modules', '.cache', 'octavo')];
}

async function ownBrowsers(machine: Machine): Promise<string[]> {
  const kept = await Promise.all(
    ownCaches(machine).map(async (cache) =>
      (await namesIn(cache))
        .filter((name) => /^chromium-[\d.]+$/.test(name))
        .map((name) => join(cache, name, 'octavo-chromium')),
    ),
  );
  return kept.flat();
}

/** Puppeteer's builds of one system, newest first: `chrome/linux-147.0.7727.0/chrome-linux64/chrome`. */
async function puppeteerBrowsers({ env, home, platform, arch }: Machine): Promise<string[]> {
  const cache = env.PUPPETEER_CACHE_DIR || join(home, '.cache', 'puppeteer');
  const build = BUILDS[`${platform}-${arch}`];
  if (!build) return [];
  const lists = await Promise.all(
    ['chrome-headless-shell', 'chrome'].map(async (browser) => {
      const versions = (await namesIn(join(cache, browser))).filter((name) =>
        name.startsWith(`${build.prefix}-`),
      );
      const program =
        browser === 'chrome' ? build.chrome : `chrome-headless-shell${platform === 'win32' ? '.exe' : ''}`;
      return versions.map((version) => ({
        major: Number.parseInt(version.slice(build.prefix.length + 1), 10),
        path: join(cache, browser, version, `${browser}-${build.suffix}`, program),
      }));
    }),
  );
  // Of one version the headless shell stays before the whole one.
  return lists
    .flat()
    .sort((one, other) => other.major - one.major)
    .map(({ path }) => path);
}

const MAC_CHROME = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';
const BUILDS: Readonly<Record<string, { prefix: string; suffix: string; chrome: string }>> = {
  'linux-x64': { prefix: 'linux', suffix: 'linux64', chrome: 'chrome' },
  'linux-arm64': { prefix: 'linux_arm', suffix: 'linux-arm64', chrome: 'chrome' },
  'darwin-x64': { prefix: 'mac', suffix: 'mac-x64', chrome: MAC_CHROME },
  'darwin-arm64': { prefix: 'mac_arm', suffix: 'mac-arm64', chrome: MAC_CHROME },
  'win32-ia32': { prefix: 'win32', suffix: 'win32', chrome: 'chrome.exe' },
  'win32-x64': { prefix: 'win64', suffix: 'win64', chrome: 'chrome.exe' },
  'win32-arm64': { prefix: 'win64', suffix: 'win64', chrome: 'chrome.exe' },
};

/** Where Chrome, Chromium and Edge usually lie. */
function installedBrowsers({ env, home, platform }: Machine): string[] {
  if (platform === 'darwin') {
    const programs = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return programs.flatMap((name) =>
      ['/', home].map((root) => join(root, `Applications/${name}.app/Contents/MacOS/${name}`)),
    );
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return programs.flatMap((program) => roots.map((root) => join(root, program)));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(isAbsolute);
  const programs = [
    'chromium-headless-shell',
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ];
  return [
    ...programs.flatMap((program) => folders.map((folder) => join(folder, program))),
    '/usr/lib64/chromium-browser/headless_shell',
    '/opt/google/chrome/chrome',
    '/usr/lib/chromium/chromium',
    '/usr/lib64/chromium-browser/chromium-browser',
    '/opt/microsoft/msedge/msedge',
    '/snap/bin/chromium',
  ];
}

async function firstOf(
  paths: readonly string[],
  source: FoundBrowser['source'],
): Promise<FoundBrowser | undefined> {
  for (const path of paths) if (await runs(path)) return { path, source };
  return undefined;
}

/** What is there in the place of a browser, as the beginning of a sentence. */
async function whatIsAt(path: string): Promise<string> {
  const facts = await stat(path).catch(() => undefined);
  if (!facts) return `There is no browser at ${path}`;
  return facts.isDirectory() ? `There is a folder at ${path}` : `There is no program at ${path}, but a file`;
}

/** Whether this is a program, and not the script that Ubuntu puts in the place of one it wants to install as a snap. */
async function runs(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    const start = await startOf(path);
    return (
      !(start.startsWith('#!') && start.includes('requires the chromium snap')) ||
      (await runs('/snap/bin/chromium'))
    );
  } catch {
    return false;
  }
}

async function startOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(2048) });
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Newest first: `linux-147.…` before `linux-99.…`. */
async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).sort(byName).reverse();
}
