import { VFile } from 'vfile';
import type { BookFile } from '../config/book-file.js';
import { guessFile } from '../config/guess.js';
import { readProfile } from '../darkroom/profile.js';
import type { ResolvedConfig } from '../model/config.js';
import type { Asset } from '../model/manuscript.js';
import type { Say } from '../model/notice.js';
import type { Folder } from '../model/workshop.js';
import { fileExists, insideFolder, pressProfileFits } from './notices.js';

/** Bytes of one profile; those of presses have one to three million. */
const LARGEST = 32 * 1024 * 1024;

/** Reads the colour profiles of the presses that editions are made for. What cannot be used is said where it is named. */
export async function readPressProfiles(
  folder: Folder,
  book: BookFile,
  { editions, editionOptions }: Pick<ResolvedConfig, 'editions' | 'editionOptions'>,
  say: Say,
): Promise<Asset[]> {
  const profiles = new Map<string, Asset>();
  for (const edition of editions) {
    const path = editionOptions[edition]?.icc;
    if (!path || profiles.has(path)) continue;
    const file = book.file ?? new VFile({ path: 'configuration' });
    const at = { file, node: book.at('editions', edition, 'icc') };
    const found = await folder.read(path, LARGEST);
    if (found.kind === 'missing') say(fileExists, { path, guess: guessFile(path, await folder.list()) }, at);
    else if (found.kind === 'outside') say(insideFolder, { path }, at);
    else if (found.kind !== 'file') say(pressProfileFits, { path, reason: 'it cannot be read' }, at);
    else {
      const reason = whyUnfit(found.bytes);
      if (reason) say(pressProfileFits, { path, reason }, at);
      else profiles.set(path, { path, mediaType: 'application/vnd.iccprofile', bytes: found.bytes });
    }
  }
  return [...profiles.values()];
}

function whyUnfit(bytes: Uint8Array): string | undefined {
  const facts = readProfile(bytes);
  if (!facts) return 'it is no colour profile, or was cut short';
  if (facts.device !== 'prtr') return 'it is not the profile of a press or printer';
  return facts.space === 'CMYK' ? undefined : `it has other inks than these four: ${facts.space.trim()}`;
}
