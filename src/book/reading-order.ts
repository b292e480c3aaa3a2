import type { Matter, Role } from '../model/manuscript.js';

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
