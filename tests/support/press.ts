import type { OpenSheet, Press, Sheet } from '../../src/model/press.js';
import { openPress, type PressOptions } from '../../src/press/chromium.js';
import { browserPath } from '../../src/workshop/browser.js';
import { thisMachine } from '../../src/workshop/machine.js';
import { residentMemory } from '../../src/workshop/resident.js';
import { openScratch } from '../../src/workshop/scratch.js';

/** A press on the browser of this machine, as the command line opens it. */
export function testPress(options: Partial<PressOptions> = {}) {
  const machine = thisMachine();
  return openPress({
    executablePath: () => browserPath(machine),
    scratch: openScratch(machine),
    env: machine.env,
    residentMemory,
    warn: () => undefined,
    ...options,
  });
}

/** A sheet from memory; `refused` lists what it asked for in vain. */
export function testSheet(
  html: string,
  files: Record<string, { bytes: Uint8Array; mediaType: string }> = {},
) {
  const refused: string[] = [];
  const asked: string[] = [];
  const sheet: Sheet = {
    html,
    async resource(path) {
      asked.push(path);
      return files[path];
    },
    refused: (url) => void refused.push(url),
  };
  return { sheet, refused, asked };
}

/** A press in which something happens to each document between the last look and the print. */
export function meddling(press: Press, meddle: (open: OpenSheet) => Promise<unknown>): Press {
  return {
    ...press,
    version: () => press.version(),
    async open(sheet) {
      const open = await press.open(sheet);
      return {
        ...open,
        async print() {
          await meddle(open);
          return open.print();
        },
        [Symbol.asyncDispose]: () => open[Symbol.asyncDispose](),
      };
    },
  };
}
