import type { BuildResult } from '../../src/build.js';
import { build, check } from '../../src/build.js';
import type { Press } from '../../src/model/press.js';
import type { BuildRequest } from '../../src/request.js';
import { memoryWorkshop } from '../../src/workshop/memory.js';
import { thisWorld } from '../../src/world.js';

/** A press that must not be needed: an EPUB is made without a browser. */
const noPress: Press = {
  version: async () => 'none',
  open: () => Promise.reject(new Error('this test needs no browser')),
  [Symbol.asyncDispose]: async () => undefined,
};

const disk = thisWorld().workshop.own;
const read = new Map<string, Promise<Uint8Array>>();
const once = (path: string, load: (path: string) => Promise<Uint8Array>): Promise<Uint8Array> => {
  const found = read.get(path) ?? load(path);
  read.set(path, found);
  return found;
};
/** Octavo's own files, each read once for all books. */
const own: typeof disk = {
  read: (path) => once(path, disk.read),
  dependency: (path) => once(path, disk.dependency),
  aside: disk.aside,
};

type Files = Readonly<Record<string, string | Uint8Array>>;

const inBook = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`book/${name}`, content]));

/** Checks a book that lies in memory. */
export function checkInMemory(files: Files, request: BuildRequest = {}) {
  const workshop = memoryWorkshop(inBook(files), own);
  return check({ folder: 'book', editions: ['epub'], ...request }, { workshop, press: () => noPress });
}

/**
 * Builds the EPUB of a book that lies in memory.
 * @param press for editions that need one; it stays open
 */
export async function buildInMemory(
  files: Files,
  request: BuildRequest = {},
  press: Press = noPress,
): Promise<BuildResult & { delivered: ReadonlyMap<string, Uint8Array> }> {
  const workshop = memoryWorkshop(inBook(files), own);
  const result = await build(
    { folder: 'book', output: 'out', editions: ['epub'], ...request },
    { workshop, press: () => ({ ...press, [Symbol.asyncDispose]: async () => undefined }) },
  );
  return { ...result, delivered: workshop.delivered };
}
