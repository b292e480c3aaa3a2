import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it. Node's own way with `recursive` never comes back where a system says of a folder that
 * is there that nothing can be made in it: below /proc, for one.
 * @throws the system's error
 */
export async function makeFolder(path: string): Promise<void> {
  const [first] = await made(path);
  if (first?.code !== 'ENOENT' || dirname(path) === path) {
    if (first) throw first;
    return;
  }
  await makeFolder(dirname(path));
  const [second] = await made(path);
  if (second) throw second;
}

/** Nothing if the folder is there afterwards, else why it is not. */
async function made(path: string): Promise<[NodeJS.ErrnoException?]> {
  try {
    await mkdir(path);
    return [];
  } catch (error) {
    const isThere = await stat(path).then(
      (facts) => facts.isDirectory(),
      () => false,
    );
    return isThere ? [] : [error as NodeJS.ErrnoException];
  }
}
