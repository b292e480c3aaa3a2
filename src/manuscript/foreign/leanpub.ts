import type { At, Say } from '../../model/notice.js';
import type { Folder } from '../../model/workshop.js';
import { readText } from '../text.js';
import type { Foreign } from './foreign.js';

/** Lines of the list that name no file but say where those behind them stand. */
const MATTERS = { 'frontmatter:': 'front', 'mainmatter:': 'body', 'backmatter:': 'back' } as const;
const isMatter = (line: string): line is keyof typeof MATTERS => Object.hasOwn(MATTERS, line);

/** `Book.txt`, Leanpub's list of files, beside them or in `manuscript/`. */
export async function readLeanpub(folder: Folder, say: Say): Promise<Foreign | undefined> {
  const files = await folder.list();
  for (const base of ['', 'manuscript/']) {
    const file = await readText(folder, `${base}Book.txt`, say);
    if (!file) continue;
    const listing = new Map<string, At>();
    const contents = {
      front: [] as { file: string }[],
      body: [] as { file: string }[],
      back: [] as { file: string }[],
    };
    let matter: (typeof MATTERS)[keyof typeof MATTERS] = 'body';
    for (const [i, typed] of String(file.value)
      .split(/\r\n|\r|\n/)
      .entries()) {
      const line = typed.trim();
      if (isMatter(line)) matter = MATTERS[line];
      // What else stands there is a remark, or code that Leanpub shows.
      else if (/^[^#].*\.(?:md|markdown|txt)$/i.test(line)) {
        const path = base + line;
        listing.set(path, { file, node: { line: i + 1, column: typed.indexOf(line) + 1 } });
        contents[matter].push({ file: path });
      }
    }
    // Some other file of that name lists none that is there.
    if (files.some((path) => listing.has(path))) return { file, listing, values: { contents } };
  }
  return undefined;
}
