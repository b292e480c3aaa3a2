import type { Watch, Watched } from './watch.js';

/** How often is looked, in milliseconds. */
const EVERY = 1000;

/**
 * Looks again and again at what pages really take, tables and images with it, and stops the browser at the limit.
 * @param pages process ids of what shows pages now
 * @param residentMemory how much memory a process holds, in MiB
 * @param limit most memory for one page, in MiB
 */
export function limitMemory(
  { browser, watches }: { readonly browser: Watched; readonly watches: ReadonlySet<Watch> },
  pages: () => Promise<readonly number[]>,
  residentMemory: (pid: number) => Promise<number | undefined>,
  limit: number,
): void {
  const look = async (): Promise<void> => {
    const taken = await Promise.all((await pages()).map(residentMemory));
    if (taken.every((size) => (size ?? 0) <= limit)) return;
    for (const watch of watches) watch.fail('memory', `A page took more than ${limit} MiB of memory`);
    browser.process()?.kill('SIGKILL');
  };
  // A browser that is going away answers no more; then there is nothing to look at either.
  const timer = setInterval(() => look().catch(() => undefined), EVERY);
  browser.once('disconnected', () => clearInterval(timer));
}
