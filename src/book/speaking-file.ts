import type { VFile } from 'vfile';
import { roleOf } from './roles.js';

/** The file whose front matter speaks of all of its book: the only chapter there is, or the first page of bookdown. */
export function speakingFile(files: readonly VFile[]): VFile | undefined {
  const [lone, another] = files.filter((file) => roleOf({ file, frontMatter: {} }) === 'chapter');
  return another ? files.find(({ path }) => /^index\.rmd$/i.test(path)) : lone;
}
