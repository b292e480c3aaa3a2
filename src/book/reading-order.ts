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

/**
 * Front matter by custom, the body and back matter as they are listed: whatever lists sections, and the book itself, have this order.
 * @param isFree of what custom has no place for: it stays behind what is listed before it, or before what is listed behind it
 */
export function inReadingOrder<T extends Placed>(
  sections: readonly T[],
  isFree: (section: T, i: number) => boolean = () => false,
): T[] {
  const own = sections.map((section, i) => (isFree(section, i) ? undefined : rank(section)));
  const isText = (one: number | undefined): boolean => one !== undefined && one > LISTS && one < BODY;
  const ranks = sections.map(
    (section, i) => own[i] ?? own.slice(0, i).findLast(isText) ?? own.slice(i).find(isText) ?? rank(section),
  );
  const order = sections.map((section, i) => ({ section, rank: ranks[i] ?? 0 }));
  return order.sort((a, b) => a.rank - b.rank).map(({ section }) => section);
}

/** The same with pages that nobody wrote, each before the first that comes behind it by custom: those that somebody did stay as they are. */
export function withMade<T extends Placed>(made: readonly T[], written: readonly T[]): T[] {
  const all = [...written];
  for (const page of inReadingOrder(made)) {
    const at = all.findIndex((other) => rank(other) > rank(page));
    all.splice(at < 0 ? all.length : at, 0, page);
  }
  return all;
}

/** Behind the contents and lists stands the text of the front matter, up to the body. */
const LISTS = FRONT.indexOf('list-of-listings');
const BODY = FRONT.length + 1;

function rank({ role, matter }: Placed): number {
  const custom = matter === 'front' ? FRONT.indexOf(role) : 0;
  return MATTERS.indexOf(matter) * (FRONT.length + 1) + (custom < 0 ? FRONT.length : custom);
}

/** Tells of files that are listed and stand elsewhere for no other reason than their names, or by what custom has for front matter. */
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
    const isAhead = (other: Chapter, k: number): boolean =>
      k < i && other.file.data.place?.matter === 'front' && placeOf(other) > placeOf(chapter);
    if (place?.matter === 'front' && listed.some(isAhead))
      say(fileStandsAsListed, { path: file.path, role, where: 'ahead' }, { file });
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
