import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { Folder, Found } from '../model/workshop.js';

/** No single file of a manuscript is read past this size, in bytes. */
const LIMIT = 256 * 1024 * 1024;
/** A folder with more files than this is not a manuscript but somebody's home. */
const MOST_FILES = 20_000;
const SKIPPED = new Set(['node_modules', 'dist']);

/** Whether an entry of a folder is nothing of a manuscript, by its name. */
export function isSkipped(name: string): boolean {
  return name.startsWith('.') || SKIPPED.has(name);
}

/**
 * Opens a folder for reading, or says why there is none to read. What is asked of it is answered only with what really
 * lies inside it: the check is made on the real path, after links are followed.
 */
export async function openFolder(path: string): Promise<Folder | 'missing' | 'not-a-folder' | 'unreadable'> {
  const root = await realpath(path).catch(() => undefined);
  if (!root) return 'missing';
  if (!(await stat(root)).isDirectory()) return 'not-a-folder';
  const readable = await access(root, constants.R_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!readable) return 'unreadable';
  return {
    path,
    list: () => list(root),
    read: (name, limit) => read(root, name, limit ?? LIMIT),
    rewrite: (name, before, after) => rewrite(root, name, before, after),
  };
}

async function read(root: string, name: string, limit: number): Promise<Found> {
  const asked = resolve(root, name);
  if (!inside(root, asked)) return { kind: 'outside' };
  if (name.includes('\0')) return { kind: 'missing' };
  // Some systems take the letters of a name apart: ü is u with two dots then.
  const real = await realpath(asked)
    .catch(() => realpath(asked.normalize('NFD')))
    .catch(() => undefined);
  if (!real) return { kind: 'missing' };
  if (!inside(root, real)) return { kind: 'outside' };
  // Opened without following a link and asked on the handle, so that what is checked is what is read.
  const file = await open(
    real,
    constants.O_RDONLY | constants.O_NONBLOCK | (constants.O_NOFOLLOW ?? 0),
  ).catch(() => undefined);
  if (!file) {
    // A socket cannot be opened either, whatever its rights are.
    const facts = await stat(real).catch(() => undefined);
    return { kind: facts && !facts.isFile() ? 'not-a-file' : 'unreadable' };
  }
  try {
    const facts = await file.stat();
    if (!facts.isFile()) return { kind: 'not-a-file' };
    if (facts.size > limit) return { kind: 'too-big' };
    return { kind: 'file', bytes: await file.readFile() };
  } catch {
    return { kind: 'unreadable' };
  } finally {
    await file.close();
  }
}

const MARK = '\ufeff';

async function rewrite(root: string, name: string, before: string, after: string): Promise<boolean> {
  const found = await read(root, name, LIMIT);
  if (found.kind !== 'file') return false;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(found.bytes);
  const mark = text.startsWith(MARK) ? MARK : '';
  if (text !== mark + before) return false;
  const asked = resolve(root, name);
  const real = await realpath(asked).catch(() => realpath(asked.normalize('NFD')));
  // Written beside it and renamed, so that nothing is lost if this is cut off.
  const beside = `${real}.octavo-${randomUUID()}`;
  try {
    const { mode } = await stat(real);
    await writeFile(beside, mark + after, { flag: 'wx', flush: true, mode });
    await rename(beside, real);
  } finally {
    await rm(beside, { force: true });
  }
  return true;
}

function inside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

async function list(root: string): Promise<string[]> {
  const files: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (isSkipped(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await walk(path);
      else {
        // A link to a folder is not entered: it may lead out, or round in a circle.
        const linked = entry.isSymbolicLink() && (await stat(path).catch(() => undefined))?.isDirectory();
        files.push(relative(root, path).split(sep).join('/').normalize('NFC') + (linked ? '/' : ''));
      }
      if (files.length > MOST_FILES) return;
    }
  };
  await walk(root);
  return files.sort(byName);
}

/** Order of names as people number them: `2-b` before `10-a`, the same on every system. */
export function byName(a: string, b: string): number {
  return COLLATOR.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
const COLLATOR = new Intl.Collator('en', { numeric: true });
