import type { EditionOptions } from '../model/config.js';
import type { Edition } from '../model/edition.js';
import type { At, Say } from '../model/notice.js';
import { valueValid } from './notices.js';

/** Tells of an edition that is to be filled in and cannot be. */
export function holdFillable(
  written: Readonly<Record<string, Pick<EditionOptions, 'fillable'>>>,
  known: readonly Edition[],
  say: Say,
  at: (...path: PropertyKey[]) => At,
): void {
  const able = known.filter(({ fillable }) => fillable !== undefined).map(({ name }) => name);
  for (const { name } of known)
    if (written[name]?.fillable !== undefined && !able.includes(name)) {
      const reason = `wants an edition that is filled in on a screen: ${able.join(', ')}`;
      say(valueValid, { key: `editions › ${name} › fillable`, reason }, at('editions', name, 'fillable'));
    }
}
