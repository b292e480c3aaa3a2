import { homedir, tmpdir } from 'node:os';
import process from 'node:process';
import type { Machine } from '../model/machine.js';

/** This machine. With `cli.ts` the only place that knows `process`. */
export function thisMachine(): Machine {
  return {
    pid: process.pid,
    platform: process.platform,
    arch: process.arch,
    node: process.versions.node,
    execPath: process.execPath,
    env: process.env,
    home: homedir(),
    temp: tmpdir(),
    cwd: process.cwd(),
    isRoot: process.geteuid?.() === 0,
    isAlive,
  };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is alive all the same.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
