import type { Root } from 'hast';
import { encode } from '../../manuscript/address.js';
import type { Artifact } from '../../model/artifact.js';
import { elements } from '../documents/rewrite.js';

/** Files of another edition that these pages lead to, by their addresses; what nothing leads to stays where it is. */
export function broughtTo(
  trees: readonly Root[],
  artifacts: readonly Artifact[],
): ReadonlyMap<string, Artifact> {
  const led = new Set(trees.flatMap((tree) => [...elements(tree)].map(({ properties: { href } }) => href)));
  return new Map(
    artifacts.flatMap((artifact): [string, Artifact][] => {
      const address = encode(artifact.file.path);
      return led.has(address) ? [[address, artifact]] : [];
    }),
  );
}
