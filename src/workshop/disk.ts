import { existsSync } from 'node:fs';
import { readFile, realpath, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Machine } from '../model/machine.js';
import type { Found, Workshop } from '../model/workshop.js';
import { watchChanges } from './changes.js';
import { openOutput } from './deliver.js';
import { openFolder } from './folder.js';
import { hireMarker } from './hire-marker.js';
import { makeFolder } from './make-folder.js';
import { download } from './network.js';
import { compiled, packageRoot } from './root.js';
import { openScratch } from './scratch.js';

/** The workshop on this machine's disk. */
export function diskWorkshop(machine: Machine): Workshop {
  const root = packageRoot();
  const require = createRequire(join(root, 'package.json'));
  const scratch = openScratch(machine);
  /** How often each script was loaded: Node keeps a module by its address, and one that was changed is to be run anew. */
  const loads = new Map<string, number>();
  return {
    folder: openFolder,
    output: (path) => openOutput(path, machine),
    plant,
    download,
    marker: hireMarker,
    changes: watchChanges,
    read: readNamed,
    load(path) {
      const script = resolve(machine.cwd, path);
      const before = loads.get(script) ?? 0;
      loads.set(script, before + 1);
      return loadScript(script, root, before);
    },
    own: {
      read: (path) => readFile(join(root, path)),
      async dependency(specifier) {
        const [, name = '', rest = ''] = /^((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(specifier) ?? [];
        return readFile(join(folderOf(name, require), rest));
      },
      async aside(bytes) {
        const folder = await scratch.folder();
        const path = join(folder, 'aside');
        await writeFile(path, bytes);
        return { path, remove: () => scratch.remove(folder) };
      },
    },
  };
}

/** The folder of a package; one that does not show its package.json has its entry at its root. */
function folderOf(name: string, require: NodeJS.Require): string {
  try {
    return dirname(require.resolve(`${name}/package.json`));
  } catch {
    return dirname(require.resolve(name));
  }
}

/**
 * Runs a script. TypeScript is read by jiti, for not every Node that Octavo runs on knows it, and `octavo` is this very
 * package, wherever the script lies. Nothing is written beside it or kept.
 * @param before how often it was loaded before
 */
async function loadScript(path: string, root: string, before: number): Promise<unknown> {
  if (!/\.[cm]?ts$/i.test(path)) {
    const { href } = pathToFileURL(path);
    return ((await import(before ? `${href}?${before}` : href)) as { default?: unknown }).default;
  }
  const { createJiti } = await import('jiti');
  const jiti = createJiti(join(root, 'package.json'), {
    fsCache: false,
    moduleCache: false,
    alias: { octavo: compiled('index') },
  });
  return ((await jiti.import(path)) as { default?: unknown }).default;
}

/** A file that the user named may lie behind a link of his, so its real folder is the one that it must lie in. */
async function readNamed(path: string): Promise<Found> {
  const real = await realpath(path).catch(() => undefined);
  if (!real) return { kind: 'missing' };
  const folder = await openFolder(dirname(real));
  return typeof folder === 'string' ? { kind: 'unreadable' } : folder.read(basename(real));
}

/** Writes a set of new files, or none. */
async function plant(folder: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  const taken = [...files.keys()].filter((name) => existsSync(join(folder, name)));
  if (taken.length) return taken;
  for (const [name, text] of files) {
    const path = join(folder, name);
    await makeFolder(dirname(path));
    await writeFile(path, text, { flag: 'wx' });
  }
  return [];
}
