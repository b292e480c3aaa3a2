import { constants } from 'node:fs';
import { access, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { isSkipped } from './folder.js';

/** Saving a file is more than one event, and saving all that is open more than one file: they end when there is none for so long, in milliseconds. */
const QUIET = 80;
/** A program that writes on and on is not waited for any longer, in milliseconds. */
const LONGEST = 1000;
/** What editors and office programs put beside a file while they save it or have it open: `a.md~`, `#a.md#`, `4913`, `~$a.docx`. */
const IN_PASSING = /~$|^~\$|^#.*#$|^\d{4,5}$|\.(?:tmp|bak|swp|part|crdownload)$|___jb_(?:tmp|old)___$/i;

/** `Workshop.changes`, on a disk. Hidden files are not looked at, nor what else is no part of a manuscript (`isSkipped`). */
export async function watchChanges(
  paths: readonly string[],
  signal: AbortSignal,
): Promise<AsyncIterable<readonly string[]>> {
  const changed = new Set<string>();
  let failure: unknown;
  let isDue = false;
  let wake = (): void => undefined;
  let timer: NodeJS.Timeout | undefined;
  /** When the first of what has changed was told, in milliseconds of `performance.now`. */
  let since: number | undefined;
  const watchers = await Promise.all(
    paths.map(async (path) => {
      // What is not there is told by whoever wants to read it.
      const root = await realpath(path).catch(() => undefined);
      if (!root) return;
      const below = (one: string): string => relative(root, one);
      const parent = dirname(root);
      // From above, where that can be read: what is taken away as a whole, and put back, is seen again.
      const from = await access(parent, constants.R_OK).then(
        () => parent,
        () => root,
      );
      const watcher = watch(from, {
        ignoreInitial: true,
        followSymlinks: false,
        ignorePermissionErrors: true,
        ignored: (one, stats) =>
          one !== parent &&
          one !== root &&
          (!one.startsWith(root + sep) ||
            below(one).split(sep).some(isSkipped) ||
            // Folders may be called by years.
            (Boolean(stats?.isFile()) && IN_PASSING.test(basename(one)))),
      });
      watcher.on('all', (_, one) => {
        if (one === parent) return;
        changed.add(join(path, below(one)));
        since ??= performance.now();
        clearTimeout(timer);
        timer = setTimeout(
          () => {
            isDue = true;
            since = undefined;
            wake();
          },
          Math.min(QUIET, since + LONGEST - performance.now()),
        );
      });
      watcher.on('error', (error) => {
        failure ??= error;
        wake();
      });
      await new Promise<void>((done) => {
        watcher.on('ready', done).on('error', () => done());
      });
      return watcher;
    }),
  );
  const close = (): Promise<unknown> => Promise.all(watchers.map((watcher) => watcher?.close()));
  const end = (): void => {
    wake();
    void close();
  };
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });

  async function* batches(): AsyncGenerator<readonly string[]> {
    try {
      while (!signal.aborted) {
        if (failure) throw failure;
        if (isDue) {
          isDue = false;
          const batch = [...changed].sort();
          changed.clear();
          yield batch;
        } else {
          await new Promise<void>((done) => {
            wake = done;
          });
        }
      }
    } finally {
      clearTimeout(timer);
      await close();
    }
  }
  return batches();
}
