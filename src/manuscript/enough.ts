import { VFile } from 'vfile';
import type { Shows } from '../model/edition.js';
import type { Say } from '../model/notice.js';
import { bookHasChapters, folderHasChapters, folderHasHandouts } from './notices.js';

/**
 * Whether the editions that are asked for have anything to show; says so if they have not.
 * @param shown what the editions show
 * @param read the files of the book, `kept` those that are not left out as drafts
 */
export function isEnough(
  path: string,
  shown: readonly Shows[],
  read: readonly VFile[],
  kept: readonly VFile[],
  say: Say,
): boolean {
  const at = { file: new VFile({ path }) };
  const stories = (files: readonly VFile[]): number => files.filter((file) => !isHandout(file)).length;
  if (shown.includes('chapters')) {
    if (stories(kept)) return true;
    if (stories(read)) say(bookHasChapters, { path }, at);
    else say(folderHasChapters, { path, handouts: read.length > 0 }, at);
    return false;
  }
  if (shown.includes('all') && !kept.length) {
    say(read.length ? bookHasChapters : folderHasChapters, { path, handouts: false }, at);
    return false;
  }
  if (kept.some(isHandout) || !shown.includes('handouts')) return true;
  say(folderHasHandouts, { path }, at);
  return false;
}

function isHandout(file: VFile): boolean {
  return file.data.place?.role === 'handout';
}
