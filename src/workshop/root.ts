import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where this package lies: the nearest folder above this file, or above the bundle that it is in, with a package.json.
 * @throws Error if there is none
 */
export function packageRoot(from = dirname(fileURLToPath(import.meta.url))): string {
  for (let folder = from, below = ''; folder !== below; below = folder, folder = dirname(folder))
    if (existsSync(join(folder, 'package.json'))) return folder;
  throw new Error(
    `There is no package.json in any folder above ${from}, and Octavo looks for its own files beside it.`,
  );
}

/** A program or library that the bundler makes of `src/`. */
export function compiled(name: 'index' | 'mover' | 'marker'): string {
  return join(packageRoot(), 'dist/lib', `${name}.js`);
}
