import { posix } from 'node:path';
import type { Output } from '../model/workshop.js';

/**
 * An output folder that is kept in memory.
 * @param delivered where its files are put, by their path: the folder, a slash, the file; the file alone, if the folder is `.`
 */
export function outputIn(delivered: Map<string, Uint8Array>, path: string): Output {
  const manifestPath = posix.join(path, 'octavo.json');
  const there = (): string | undefined => {
    const bytes = delivered.get(manifestPath);
    return bytes && new TextDecoder().decode(bytes);
  };
  return {
    path,
    async deliver(set, manifest) {
      const next = manifest(there());
      for (const [name, bytes] of set) delivered.set(posix.join(path, name), bytes);
      for (const name of next.remove) delivered.delete(posix.join(path, name));
      delivered.set(manifestPath, new TextEncoder().encode(next.text));
    },
    manifest: async () => there(),
    async clean() {
      const names = [...delivered.keys()].filter((name) => name.startsWith(`${path}/`));
      for (const name of names) delivered.delete(name);
      return names;
    },
  };
}
