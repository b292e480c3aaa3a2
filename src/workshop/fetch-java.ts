import { userInfo } from 'node:os';
import type { Machine } from '../model/machine.js';
import { run } from './run.js';

const INSTALL = 'apt-get update && apt-get install -y --no-install-recommends default-jre-headless';

/**
 * Makes sure of Java, which the official EPUBCheck needs: found, or installed where this is Debian and its administrator.
 * @param say told, in a line each, what is being done
 * @returns what went wrong, or nothing
 */
export async function fetchJava(machine: Machine, say: (line: string) => void): Promise<string | undefined> {
  const { env } = machine;
  const ends = async (program: string, args: string[], silence = 20_000): Promise<boolean> =>
    (await run(program, args, { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, silence })).code === 0;
  if (await ends('java', ['-version'])) return undefined;
  if (machine.platform !== 'linux' || userInfo().uid !== 0 || !(await ends('apt-get', ['--version'])))
    return 'java is not on the path';
  say('Installing Java for EPUBCheck: apt-get install default-jre-headless');
  return (await ends('sh', ['-c', INSTALL], 5 * 60_000)) ? undefined : 'apt-get could not install it';
}
