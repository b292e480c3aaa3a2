import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Machine } from '../model/machine.js';
import type { Workshop } from '../model/workshop.js';
import { openOutput } from './deliver.js';
import { openFolder } from './folder.js';

/** The workshop on this machine's disk. */
export function diskWorkshop(machine: Machine): Workshop {
  const root = packageRoot();
  const require = createRequire(join(root, 'package.json'));
  return {
    folder: openFolder,
    output: (path) => openOutput(path, machine),
    own: {
      read: (path) => readFile(join(root, path)),
      dependency(specifier) {
        const [scope, name, ...rest] = specifier.split('/');
        return readFile(join(dirname(require.resolve(`${scope}/${name}/package.json`)), ...rest));
      },
    },
  };
}

/** Where this package lies: the nearest folder above this file with a package.json. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
