import { VFile } from 'vfile';
import { readProfile } from '../darkroom/profile.js';
import { pressProfileFits } from '../manuscript/notices.js';
import type { Tools } from '../model/edition.js';
import type { Rendition } from '../model/rendition.js';
import type { Finish } from './pdf.js';

/** Editions that are printed: their greys are black ink. */
export const PRINTED: ReadonlySet<string> = new Set([
  'print',
  'large-print',
  'teacher',
  'answer-key',
  'cover',
]);

/** What an edition is printed with. */
export interface Inks extends AsyncDisposable {
  readonly ink: Finish['ink'];
}

/** Finds out what an edition is printed with; the profile of a press is tried before a book depends on it. */
export async function inksFor(
  { options, edition, assets }: Pick<Rendition, 'options' | 'edition' | 'assets'>,
  { darkroom, ledger }: Tools,
): Promise<Inks> {
  const path = options.icc ?? '';
  const profile = assets.get(path)?.bytes;
  if (options.ink !== 'cmyk' || !profile) {
    const ink =
      options.ink === 'black' ? 'black' : PRINTED.has(edition) || options.ink ? 'colour' : undefined;
    return { ink, [Symbol.asyncDispose]: async () => undefined };
  }
  const separation = await darkroom.separate(profile);
  const release = (): Promise<void> => separation[Symbol.asyncDispose]();
  let usable = false;
  try {
    usable = await separation.isUsable();
  } finally {
    if (!usable) await release();
  }
  if (!usable) {
    const reason = 'no colour can be made with it';
    ledger.say(pressProfileFits, { path, reason }, { file: new VFile({ path }) });
    return { ink: 'colour', [Symbol.asyncDispose]: async () => undefined };
  }
  const name = readProfile(profile)?.name || path;
  return { ink: { separation, profile, name }, [Symbol.asyncDispose]: release };
}
