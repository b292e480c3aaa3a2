import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { PressError } from './error.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** How long a browser may take to tell its version, in milliseconds. */
const PATIENCE = 60_000;

/**
 * The environment in which the browser finds its shared libraries: the system's, or, where that lacks some, those that lie
 * in `lib` beside the browser.
 */
export async function environment(path: string, env: Environment): Promise<Environment> {
  const complaint = await whyNot(path, env);
  if (complaint === undefined) return env;
  const own = { ...env, LD_LIBRARY_PATH: join(dirname(path), 'lib') };
  if (complaint.includes('shared librar') && (await whyNot(path, own)) === undefined) return own;
  throw new PressError('launch-failed', `The browser ${path} does not start: ${complaint}`);
}

/** What a browser complains of when it is asked for its version; `undefined` if it answers. */
function whyNot(path: string, env: Environment): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(path, ['--version'], { env: { ...env }, timeout: PATIENCE }, (error, _, stderr) => {
      resolve(error ? stderr.trim().split('\n')[0] || error.message : undefined);
    });
  });
}
