import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { VFile } from 'vfile';
import type { FileMend } from '../model/notice.js';
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
    const after = mended(before, own);
    return after === before ? [] : [{ file, before, after }];
  });
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
