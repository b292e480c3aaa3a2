import type { VFile } from 'vfile';
import { guess } from '../config/guess.js';
import type { At, Say } from '../model/notice.js';
import { profileUsed } from './notices.js';

/**
 * Says which of the profiles that a build is made for nothing in the book is written for.
 * @param texts every file of the book, drafts and chapters for others too
 */
export function holdProfiles(profiles: readonly string[], texts: readonly VFile[], at: At, say: Say): void {
  if (!profiles.length) return;
  const used = new Set(texts.flatMap((file) => [...(file.data.profiles ?? [])]));
  for (const name of profiles)
    if (!used.has(name))
      say(profileUsed, { name, guess: guess(name, [...used]), used: [...used].sort() }, at);
}
