import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { VFile } from 'vfile';
import { untouched } from '../markdown/untouched.js';
import type { FileMend, Mend } from '../model/notice.js';
import type { Folder } from '../model/workshop.js';
import { mended } from '../report/mend.js';

/** A file whose mistakes can be mended without its author. */
export interface Mended {
  readonly file: VFile;
  readonly before: string;
  readonly after: string;
}

/** The files that are changed, each with what it becomes. */
export function mendedFiles(mends: readonly FileMend[]): Mended[] {
  const byFile = new Map<VFile, FileMend[]>();
  for (const mend of mends) {
    const all = byFile.get(mend.file) ?? [];
    byFile.set(mend.file, all);
    all.push(mend);
  }
  return [...byFile].flatMap(([file, own]) => {
    const before = String(file.value);
    const after = mended(before, harmless(before, own));
    return after === before ? [] : [{ file, before, after }];
  });
}

/**
 * Those changes that leave code, HTML, addresses and front matter as they are. A change beside an address can make it another:
 * in `https://example.org/a" and`, a mark that is turned would belong to it.
 */
function harmless(text: string, mends: readonly Mend[]): readonly Mend[] {
  const wanted = JSON.stringify(untouched(text));
  const isHarmless = (some: readonly Mend[]) => JSON.stringify(untouched(mended(text, some))) === wanted;
  const sift = (some: readonly Mend[]): readonly Mend[] => {
    if (isHarmless(some)) return some;
    const half = some.length >> 1;
    return half ? [...sift(some.slice(0, half)), ...sift(some.slice(half))] : [];
  };
  const kept = sift(mends);
  // Two that are harmless each may do harm together; then none is made.
  return isHarmless(kept) ? kept : [];
}

/** The changes as a unified diff, which `patch` and `git apply` understand. */
export function diffOf(all: readonly Mended[]): string {
  return all
    .map(({ file, before, after }) => {
      const name = file.data.shownPath ?? file.path;
      return createTwoFilesPatch(name, name, before, after, undefined, undefined, {
        context: 1,
        headerOptions: FILE_HEADERS_ONLY,
      });
    })
    .join('');
}

/** Writes the changes; answers the files that somebody else has changed in the meantime, and that are left as they are. */
export async function writeMended(all: readonly Mended[], folder: Folder): Promise<string[]> {
  const left: string[] = [];
  for (const { file, before, after } of all)
    if (!(await folder.rewrite(file.path, before, after))) left.push(file.data.shownPath ?? file.path);
  return left;
}
