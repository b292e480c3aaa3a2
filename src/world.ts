import type { Machine } from './model/machine.js';
import type { Press } from './model/press.js';
import { openPress } from './press/chromium.js';
import type { World } from './request.js';
import { browserPath } from './workshop/browser.js';
import { diskWorkshop } from './workshop/disk.js';
import { thisMachine } from './workshop/machine.js';
import { residentMemory } from './workshop/resident.js';
import { openScratch } from './workshop/scratch.js';

/** The real world: this machine, its disk, its browser. */
export interface RealWorld extends World {
  readonly machine: Machine;
  /** Closes every press that is open; for when the user interrupts. */
  interrupt(): Promise<void>;
}

/**
 * The world of this machine, for `build()` and `check()`.
 * @param warn told what the user should know and cannot be a message about the book (a browser without its sandbox); nobody is by default
 * @param machine its variables, folders and processes, if other than those of this process
 */
export function thisWorld(
  warn: (text: string) => void = () => undefined,
  machine: Machine = thisMachine(),
): RealWorld {
  const open = new Set<Press>();
  /** What the user has been told: once is enough, however many presses are opened. */
  const told = new Set<string>();
  return {
    machine,
    workshop: diskWorkshop(machine),
    press(browser) {
      const press = openPress({
        executablePath: () => browserPath(machine, browser),
        scratch: openScratch(machine),
        env: machine.env,
        // Chromium refuses root its sandbox (`zygote_host_impl_linux.cc`), and every try takes its time.
        sandbox: !(machine.isRoot && machine.platform === 'linux'),
        residentMemory,
        warn(text) {
          if (!told.has(text)) warn(text);
          told.add(text);
        },
      });
      open.add(press);
      return {
        ...press,
        async [Symbol.asyncDispose]() {
          await press[Symbol.asyncDispose]();
          open.delete(press);
        },
      };
    },
    sourceDate: sourceDateOf(machine.env.SOURCE_DATE_EPOCH),
    async interrupt() {
      await Promise.all([...open].map((press) => press[Symbol.asyncDispose]()));
    },
  };
}

/** Seconds since 1970, as https://reproducible-builds.org/specs/source-date-epoch/ has it; anything else is an invalid date. */
function sourceDateOf(seconds: string | undefined): Date | undefined {
  if (!seconds) return undefined;
  return new Date(/^\d{1,11}$/.test(seconds) ? Number(seconds) * 1000 : Number.NaN);
}
