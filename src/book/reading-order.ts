import type { Chapter } from '../model/book.js';
import type { Matter, Role } from '../model/manuscript.js';
import type { Say } from '../model/notice.js';
import type { Draft } from './draft.js';
import { fileStandsAsListed } from './notices.js';
import { isNamedOnly } from './roles.js';

/** What the order goes by. */
interface Placed {
  readonly role: Role;
  readonly matter: Matter;
}

const MATTERS: readonly Matter[] = ['front', 'body', 'back'];
/** The order of front matter (*The Chicago Manual of Style*, 1.4); whatever else stands there comes last. */
const FRONT: readonly Role[] = [
  'cover',
  'halftitlepage',
  'frontispiece',
  'titlepage',
  'copyright-page',
  'dedication',
  'epigraph',
  'toc',
  'loi',
  'lot',
  'list-of-listings',
  'foreword',
  'preface',
  'acknowledgments',
  'introduction',
];

/** Front matter by custom, the body and back matter as they are listed: whatever lists sections, and the book itself, have this order. */
export function inReadingOrder<T extends Placed>(sections: readonly T[]): T[] {
  return [...sections].sort((a, b) => rank(a) - rank(b));
}

function rank({ role, matter }: Placed): number {
  const custom = matter === 'front' ? FRONT.indexOf(role) : 0;
  return MATTERS.indexOf(matter) * (FRONT.length + 1) + (custom < 0 ? FRONT.length : custom);
}

/** Tells of files that are listed and stand elsewhere for no other reason than their names. */
export function tellMoved(
  drafts: readonly Draft[],
  listed: readonly Chapter[],
  ordered: readonly Chapter[],
  say: Say,
): void {
  const places = new Map(ordered.map((chapter, i) => [chapter, i]));
  const placeOf = (chapter: Chapter): number => places.get(chapter) ?? 0;
  listed.forEach((chapter, i) => {
    const { file, role, matter } = chapter;
    const { place } = file.data;
    const draft = drafts[i];
    if (!place || place.matter || !draft || !isNamedOnly(draft)) return;
    // What opens a part stands with that, wherever it was read.
    const passes = listed.some(
      (other, k) => other.role !== 'part' && k !== i && k < i !== placeOf(other) < placeOf(chapter),
    );
    const where = role === 'handout' ? 'apart' : matter === 'body' ? undefined : matter;
    if (where && (passes || where === 'apart'))
      say(fileStandsAsListed, { path: file.path, role, where }, { file });
  });
}
