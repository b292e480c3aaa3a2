import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Whether files can be written to a folder, or it can be made; nothing is written to find out. */
export async function isWritable(folder: string): Promise<boolean> {
  const path = resolve(folder);
  try {
    await access(path, constants.W_OK);
    return true;
  } catch (error) {
    // Where there is nothing yet, the folder above decides.
    return (
      (error as NodeJS.ErrnoException).code === 'ENOENT' &&
      path !== dirname(path) &&
      isWritable(dirname(path))
    );
  }
}
