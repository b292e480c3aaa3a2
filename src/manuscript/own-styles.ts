import { VFile } from 'vfile';
import type { BookFile } from '../config/book-file.js';
import type { ResolvedConfig } from '../model/config.js';
import type { Say } from '../model/notice.js';
import type { Folder } from '../model/workshop.js';
import { fileExists } from './notices.js';
import { readText } from './text.js';

/** The author's own stylesheets, in the order of the cascade. */
export async function readOwnStyles(
  folder: Folder,
  book: BookFile,
  { styles }: Pick<ResolvedConfig, 'styles'>,
  say: Say,
): Promise<VFile[]> {
  const own: VFile[] = [];
  for (const path of styles) {
    const file = book.file ?? new VFile({ path: 'configuration' });
    const at = { file, node: book.at('styles', path) };
    const style = await readText(folder, path, say, { at, missing: () => say(fileExists, { path }, at) });
    if (style) own.push(style);
  }
  return own;
}
