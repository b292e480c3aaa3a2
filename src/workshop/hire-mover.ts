import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Machine } from '../model/machine.js';
import { compiled } from './root.js';

/** A process of its own that moves a delivery into place, so that no death of a build can cut its renames in two. */
export interface Mover {
  /** Its process; this one's where none could be started. */
  readonly pid: number;
  /** Lets it go to work, and waits for its end. Whether it did its work is for the caller to look at. */
  go(): Promise<void>;
  /** Sends it home with nothing done, and waits until it has gone: a build leaves nobody behind. Does nothing after `go`. */
  dismiss(): Promise<void>;
}

/** @param stage the staged delivery, relative to the output folder */
export function hireMover(path: string, stage: string, machine: Machine): Mover {
  const child = spawn(machine.execPath, [compiled('mover'), resolve(machine.cwd, path), stage], {
    env: { ...machine.env },
    stdio: ['pipe', 'ignore', 'ignore'],
    // In a group of its own: what stops a build from the terminal does not stop its mover.
    detached: true,
    windowsHide: true,
  });
  // Not started, or dead before it was told: `exit` or `error` comes, and the caller finds the work undone.
  const ended = Promise.race([once(child, 'exit'), once(child, 'error')]).catch(() => undefined);
  child.stdin.on('error', () => undefined);
  return {
    pid: child.pid ?? machine.pid,
    async go() {
      child.stdin.end('go');
      await ended;
    },
    async dismiss() {
      child.stdin.end();
      await ended;
    },
  };
}
