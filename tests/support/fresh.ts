import { join } from 'node:path';
import { compile } from '../../scripts/lib/compile.mjs';
import { buildIsStale } from '../../scripts/lib/state.mjs';

/** Before all tests: those of the command line run what is compiled, and it is never older than what the others test. */
export default async function fresh(): Promise<void> {
  const root = join(import.meta.dirname, '../..');
  if (buildIsStale(root) && !(await compile(root))) throw new Error('Octavo does not compile.');
}
