import { posix } from 'node:path';
import type { Folder, Workshop } from '../model/workshop.js';
import { outputIn } from './shelf.js';

/** A workshop whose disk is a map, for tests and for programs that build without files. */
export interface MemoryWorkshop extends Workshop {
  /** What was delivered, by path: the output folder, a slash, the file. */
  readonly delivered: ReadonlyMap<string, Uint8Array>;
}

/**
 * Opens a workshop on files in memory. Octavo's own files still come from where they lie.
 * @param files contents by path, with `/`; a folder is what their paths say
 * @param own where Octavo's own files lie: `thisWorld().workshop.own`
 */
export function memoryWorkshop(
  files: Readonly<Record<string, string | Uint8Array>>,
  own: Workshop['own'],
): MemoryWorkshop {
  const disk = new Map(
    Object.entries(files).map(([path, content]) => [
      posix.normalize(path),
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  const delivered = new Map<string, Uint8Array>();
  return {
    delivered,
    own,
    folder: async (path) => folderOf(disk, path),
    output: (path) => outputIn(delivered, path),
    plant: async (folder, texts) => {
      const taken = [...texts.keys()].filter((name) => disk.has(posix.join(folder, name)));
      if (!taken.length)
        for (const [name, text] of texts) disk.set(posix.join(folder, name), new TextEncoder().encode(text));
      return taken;
    },
    async read(path) {
      const bytes = disk.get(posix.normalize(path));
      return bytes ? { kind: 'file', bytes } : { kind: 'missing' };
    },
    load: async () => undefined,
    download: async () => 'there is no network in memory',
  };
}

function folderOf(disk: Map<string, Uint8Array>, path: string): Folder | 'missing' | 'not-a-folder' {
  const inside = `${posix.normalize(path)}/`;
  const names = [...disk.keys()]
    .filter((name) => name.startsWith(inside))
    .map((name) => name.slice(inside.length));
  if (!names.length) return disk.has(posix.normalize(path)) ? 'not-a-folder' : 'missing';
  return {
    path,
    list: async () => names.sort(),
    async read(name, limit = Number.POSITIVE_INFINITY) {
      const full = posix.join(inside, name);
      if (name.startsWith('/') || !full.startsWith(inside)) return { kind: 'outside' };
      const bytes = disk.get(full);
      if (!bytes) return { kind: 'missing' };
      return bytes.byteLength > limit ? { kind: 'too-big' } : { kind: 'file', bytes };
    },
    async rewrite(name, before, after) {
      const full = posix.join(inside, name);
      const bytes = disk.get(full);
      if (!bytes || new TextDecoder().decode(bytes) !== before) return false;
      disk.set(full, new TextEncoder().encode(after));
      return true;
    },
  };
}
