import { spawn } from 'node:child_process';

interface RunOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** How long it may say nothing before it is stopped, in milliseconds. */
  readonly silence: number;
  /** A number that grows while it works, for a program that works in silence. */
  progress?(): Promise<number>;
}

/** Runs a program to its end. `code` is undefined if it could not be started or was stopped; `output` is all it said. */
export function run(
  program: string,
  args: readonly string[],
  { env, cwd, silence, progress }: RunOptions,
): Promise<{ code: number | undefined; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: { ...env },
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    let seen = 0;
    const stop = async (): Promise<void> => {
      const now = (await progress?.().catch(() => seen)) ?? seen;
      if (now > seen) {
        seen = now;
        patience = setTimeout(stop, silence);
        return;
      }
      output += `\nerror: ${program} did nothing for ${silence / 1000} s`;
      child.kill('SIGKILL');
    };
    let patience = setTimeout(stop, silence);
    const hear = (said: Buffer): void => {
      clearTimeout(patience);
      patience = setTimeout(stop, silence);
      output += said.toString();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error) => {
      clearTimeout(patience);
      resolve({ code: undefined, output: `${output}\n${error.message}` });
    });
    child.on('close', (code) => {
      clearTimeout(patience);
      resolve({ code: code ?? undefined, output });
    });
  });
}
