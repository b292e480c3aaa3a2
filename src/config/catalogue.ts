import type { Known } from '../model/notice.js';
import type { Plugin } from '../model/plugin.js';

/** Every message that the plugins can say, each once, by its id. */
export function catalogueOf(plugins: readonly Plugin[]): ReadonlyMap<string, Known> {
  const all = plugins.flatMap((plugin): Known[] => [
    ...(plugin.notices ?? []),
    ...(plugin.rules ?? []),
    ...(plugin.constructs ?? []).flatMap((construct) => construct.notices ?? []),
  ]);
  return new Map(all.map((notice) => [notice.id, notice]));
}
