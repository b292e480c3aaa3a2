import { type BuildResult, build } from './build.js';
import type { Kept } from './kept.js';
import type { BuildRequest, World } from './request.js';
import { outputIn } from './workshop/shelf.js';

/** A build that begins, with what has changed since the last; and one that has come to its end, with what it made. */
export type Step =
  | { readonly kind: 'begins'; readonly changed: readonly string[] }
  | {
      readonly kind: 'ends';
      readonly result: BuildResult;
      /** Every file by its path in the output folder; none if nothing was made. */
      readonly files: ReadonlyMap<string, Uint8Array>;
    };

/**
 * Builds a book, and builds it again whenever something in its folder has changed; changes during a build are one build more. What is
 * made is kept in memory: the output folder stays as it is.
 * @param signal ends it; a build that is under way comes to its end first
 * @throws the system's error, if it lets no more files be watched; otherwise what `build()` throws
 */
export async function* watch(
  request: BuildRequest,
  world: World,
  signal: AbortSignal,
): AsyncGenerator<Step, void> {
  const { folder = 'manuscript', configFile } = request;
  const kept: Kept = {};
  async function* once(changed: readonly string[]): AsyncGenerator<Step, void> {
    yield { kind: 'begins', changed };
    const files = new Map<string, Uint8Array>();
    const workshop = { ...world.workshop, output: () => outputIn(files, '.') };
    const result = await build(request, { ...world, workshop, kept });
    yield { kind: 'ends', result, files };
  }
  const watched = [folder, ...(configFile === undefined ? [] : [configFile])];
  const over = new AbortController();
  try {
    const changes = await world.workshop.changes?.(watched, AbortSignal.any([signal, over.signal]));
    yield* once([]);
    for await (const changed of changes ?? []) yield* once(changed);
  } finally {
    over.abort();
  }
}
