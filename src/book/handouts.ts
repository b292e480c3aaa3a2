import type { VFile } from 'vfile';
import { fileName } from '../config/identity.js';
import type { Chapter } from '../model/book.js';
import type { TrimSize } from '../model/config.js';
import type { Handout } from '../model/handout.js';

/** The edition that makes them. */
const EDITION = 'handouts';

/**
 * The handouts that files are made of, in their order.
 * @param small ids of those that a chapter shows
 */
export function handoutsOf(
  chapters: readonly Chapter[],
  slug: string,
  small: ReadonlySet<string>,
): Handout[] {
  const made = chapters.filter(
    ({ role, outputs }) => role === 'handout' && (!outputs || outputs.includes(EDITION)),
  );
  const names = handoutNames(made, slug);
  return made.map(({ id, title, lang, orientation = 'portrait' }) => ({
    id,
    title,
    lang,
    name: names.get(id) ?? id,
    orientation,
    small: small.has(id),
  }));
}

/** The file of a handout on one paper, in the output folder. */
export function handoutPath(name: string, paper: TrimSize): string {
  return `handouts/${name}-${paper.name}.pdf`;
}

/** The file of all handouts that lie alike, in the output folder. */
export function packPath(slug: string, paper: TrimSize, orientation: Handout['orientation']): string {
  return handoutPath(packName(slug), {
    ...paper,
    name: `${paper.name}${orientation === 'landscape' ? '-landscape' : ''}`,
  });
}

function packName(slug: string): string {
  return `${slug}-handouts`;
}

/** Names that every system takes for a file, as their authors wrote them. */
const PLAIN = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} ._-]{0,59}$/u;

/**
 * What each handout is called, by its id: as its file, where that is a name for every system, and no two alike, even to a
 * system that takes capitals for small letters. `a.md` and `deep/a.md` become `a` and `a-2`.
 */
export function handoutNames(
  handouts: readonly { readonly id: string; readonly file?: VFile | undefined }[],
  slug: string,
): Map<string, string> {
  const taken = new Set([packName(slug)]);
  return new Map(
    handouts.map(({ id, file }) => {
      const stem = file?.stem ?? id;
      const wish = PLAIN.test(stem) ? stem : fileName(stem);
      let name = wish;
      for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${wish}-${count}`;
      taken.add(name.toLowerCase());
      return [id, name];
    }),
  );
}
