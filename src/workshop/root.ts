import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where this package lies: the nearest folder above this file, or above the bundle that it is in, with a package.json. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** A program or library that the bundler makes of `src/`. */
export function compiled(name: 'index' | 'mover' | 'marker'): string {
  return join(packageRoot(), 'dist/lib', `${name}.js`);
}
