import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** What a golden file holds against. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The text that a golden file expects. With `UPDATE=1` the file is written first, by a person who then reads the change;
 * in CI it never is, for a golden that writes itself proves nothing.
 * @throws if it is to be written in CI, or is not there
 */
export function golden(path: string, actual: string, env: Environment = process.env): string {
  if (env.UPDATE) {
    if (env.CI) throw new Error('Golden files are not rewritten in CI: UPDATE and CI are both set.');
    writeFileSync(path, actual);
  }
  if (!existsSync(path)) throw new Error(`${path} is not there; UPDATE=1 npx vitest run writes it.`);
  return readFileSync(path, 'utf8');
}
