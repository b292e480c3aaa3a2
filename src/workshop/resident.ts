import { readFile } from 'node:fs/promises';

/**
 * How much memory a process holds, in MiB; `undefined` where the system does not tell it in a file (only Linux does), or
 * the process is gone.
 */
export async function residentMemory(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
