import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterwards } from './afterwards.js';
import { BRIEFLY, CLI } from './desk.js';

/** A preview as a user has it: `octavo preview` that runs until it is ended. */
export interface Previewed {
  /** Where the book is shown. */
  readonly address: string;
  readonly child: ChildProcess;
  /** What it has written so far, all of it. */
  said(): string;
  /** Ends it from the keyboard. @returns its exit code */
  end(): Promise<number | null>;
}

/** Starts `octavo preview` in a folder, and waits until it shows the book. */
export async function preview(cwd: string, args: readonly string[]): Promise<Previewed> {
  const child = spawn(process.execPath, [...BRIEFLY, CLI, 'preview', ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: '1' },
  });
  let said = '';
  const address = await new Promise<string>((done, fail) => {
    const hear = (data: Buffer): void => {
      said += data;
      const [found] = /http:\/\/localhost:\d+\//.exec(said) ?? [];
      if (found) done(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => fail(new Error(`octavo preview ended with ${code}:\n${said}`)));
  });
  const end = async (): Promise<number | null> => {
    if (child.exitCode === null) {
      child.kill('SIGINT');
      await once(child, 'exit');
    }
    return child.exitCode;
  };
  afterwards(end);
  return { address, child, said: () => said, end };
}
