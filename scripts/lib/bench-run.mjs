// Runs a program and tells how long it took and how much memory it held at most: itself, and with all that it started.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} [cwd]
 * @returns {Promise<{ time: number, own: number, all: number, out: string }>} seconds, MiB (NaN where the system does not tell)
 */
export async function run(program, args, cwd) {
  const start = performance.now();
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    err += data;
  });
  let own = Number.NaN;
  let all = Number.NaN;
  const look = setInterval(() => {
    const processes = processesUnder(child.pid);
    if (!processes.length) return;
    own = Math.max(own || 0, processes[0].most);
    all = Math.max(
      all || 0,
      processes.reduce((sum, { now }) => sum + now, 0),
    );
  }, 40);
  const code = await new Promise((done) => child.on('close', done));
  clearInterval(look);
  const time = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${err.slice(-2000)}`);
  return { time, own, all, out };
}

/** A process and those that it started, with the memory that each holds now and held at most, in MiB; Linux tells. */
function processesUnder(pid) {
  const parents = new Map();
  let names;
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
  const facts = new Map();
  for (const name of names) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const value = (key) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      parents.set(Number(name), value('PPid'));
      facts.set(Number(name), { now: value('VmRSS') / 1024, most: value('VmHWM') / 1024 });
    } catch {
      // It has ended meanwhile.
    }
  }
  const found = facts.has(pid) ? [pid] : [];
  for (const one of found) for (const [child, parent] of parents) if (parent === one) found.push(child);
  return found.map((one) => facts.get(one));
}

/** The best of several runs: what is slower was slowed by something else. */
export async function best(rounds, work) {
  let result;
  for (let round = 0; round < rounds; round++) {
    const next = await work();
    if (!result || next.time < result.time) result = next;
  }
  return result;
}
