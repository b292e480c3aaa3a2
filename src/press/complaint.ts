import { type ExecFileException, execFile } from 'node:child_process';

/**
 * What a browser that does not start complains of, in its own words: `error while loading shared libraries: libnss3.so …`;
 * `undefined` if it tells its version without complaint.
 */
export function complaintOf(
  path: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  // On Windows browsers know no --version: they would open a window.
  if (path.endsWith('.exe')) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    execFile(path, ['--version'], { env: { ...env }, timeout: 20_000 }, (error, _, stderr) => {
      resolve(error ? stderr.trim().split('\n')[0] || inWords(error) : undefined);
    });
  });
}

/** What a program that fails in silence leaves to be said. */
function inWords({ code, signal, message }: ExecFileException): string {
  if (signal) return `it was ended by ${signal}`;
  return typeof code === 'number' ? `it ends with exit code ${code} and says nothing` : message;
}
