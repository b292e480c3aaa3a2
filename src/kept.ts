import { VFile } from 'vfile';
import { digest } from './manifest.js';
import type { Artifact } from './model/artifact.js';
import type { Edition, Tools } from './model/edition.js';
import type { MadeHandouts } from './model/handout.js';
import type { Rendition } from './model/rendition.js';

/** Handouts as they were made, and what of: for a process that makes a book many times. */
export interface Kept {
  handouts?: {
    readonly madeOf: string;
    readonly told: MadeHandouts | undefined;
    readonly artifacts: Artifact[];
  };
}

/**
 * Binds the handouts, or takes those that were bound before of the very same: a chapter that changes leaves them as they were, and web pages
 * bring all of them along each time. Those of which something was said are bound again, for it is to be said again.
 */
export async function handoutsKept(
  edition: Edition,
  rendition: Rendition,
  tools: Tools,
  kept: Kept,
): Promise<Artifact[]> {
  const madeOf = await digestOf(rendition, tools.handouts.pictured);
  if (kept.handouts?.madeOf === madeOf) {
    const { told, artifacts } = kept.handouts;
    if (told) tools.handouts.tell(told);
    return artifacts;
  }
  kept.handouts = undefined;
  let told: MadeHandouts | undefined;
  let isClean = true;
  const artifacts = await edition.bind(rendition, {
    ...tools,
    ledger: {
      ...tools.ledger,
      say(...said) {
        isClean = false;
        tools.ledger.say(...said);
      },
    },
    handouts: {
      ...tools.handouts,
      tell(made) {
        told = made;
        tools.handouts.tell(made);
      },
    },
  });
  if (isClean) kept.handouts = { madeOf, told, artifacts };
  return artifacts;
}

/** Changes with whatever a rendition is bound of. */
async function digestOf(rendition: Rendition, pictured: ReadonlySet<string>): Promise<string> {
  const fonts = await Promise.all([...rendition.fonts].map(async ([url, read]) => [url, await read()]));
  const all = JSON.stringify({ ...rendition, fonts, pictured }, function (this: object, key, value) {
    // As it is: a buffer would have been made an array of numbers by now.
    const own = (this as Record<string, unknown>)[key];
    if (own instanceof Uint8Array) return digest(own);
    if (own instanceof VFile) return own.path;
    if (own instanceof Map || own instanceof Set) return [...own];
    return value as unknown;
  });
  return digest(all);
}
