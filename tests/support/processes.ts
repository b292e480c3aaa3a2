import { execFileSync } from 'node:child_process';

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Processes whose command line names this folder, as the system lists them. */
export function processesOf(marker: string): string[] {
  const all = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return all.split('\n').filter((line) => line.includes(marker) && !line.includes('press-child'));
}

/** What is left of them after they had some time to go. */
export async function goneWithin(marker: string, ms: number): Promise<string[]> {
  for (let waited = 0; ; waited += 100) {
    const left = processesOf(marker);
    if (!left.length || waited >= ms) return left;
    await pause(100);
  }
}
