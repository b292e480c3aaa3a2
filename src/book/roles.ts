import { type Matter, ROLES, type Role } from '../model/manuscript.js';
import { EXIT, visit } from '../tree/visit.js';
import type { Draft } from './draft.js';
import { LISTS } from './outline.js';
import { wordsOf } from './words.js';

/** Names that say what a file is, so that a bare folder needs no front matter. */
const BY_NAME: Readonly<Record<string, Role>> = {
  copyright: 'copyright-page',
  acknowledgements: 'acknowledgments',
  'title-page': 'titlepage',
  halftitle: 'halftitlepage',
  'half-title': 'halftitlepage',
  'half-title-page': 'halftitlepage',
  'dedication-page': 'dedication',
  'epigraph-page': 'epigraph',
  'about-author': 'about-the-author',
  'about-the-authors': 'about-the-author',
};

/** Roles that the heading of a chapter says as well, in a manuscript of one file; of others it is only the title. */
const BY_HEADING: ReadonlySet<string> = new Set<Role>([
  'foreword',
  'preface',
  'acknowledgments',
  'introduction',
  'prologue',
  'conclusion',
  'epilogue',
  'afterword',
  'appendix',
  'glossary',
  'colophon',
  'about-the-author',
]);

/**
 * Roles that it says where nothing but front matter stands before it, and how many words such a page has at most: a story
 * may be called “Dedication”, and it may be the first.
 */
const BY_HEADING_IN_FRONT: Readonly<Partial<Record<Role, number>>> = {
  'copyright-page': 300,
  dedication: 120,
  epigraph: 120,
};

/** What a role is told by; of what is not parsed yet nobody knows whether it holds a list. */
type Named = Pick<Draft, 'file' | 'frontMatter' | 'name' | 'place'> & Partial<Pick<Draft, 'tree'>>;

/** What a file, or a chapter of a file, is in the book: as its author says, or by where it stands. */
export function roleOf(draft: Named): Role {
  return givenRole(draft) ?? (placeOf(draft)?.matter === 'front' ? 'preface' : 'chapter');
}

/** The same where its author says it, by a key, in the contents or by its name. */
export function givenRole(draft: Named): Role | undefined {
  return saidRole(draft) ?? namedRole(draft);
}

/** Whether it is listed among the front matter, and nobody says what it is. */
export function isRoleless(draft: Draft): boolean {
  return placeOf(draft)?.matter === 'front' && givenRole(draft) === undefined;
}

/** Whether nothing but the name of its file says what it is. */
export function isNamedOnly(draft: Draft): boolean {
  return draft.name === undefined && saidRole(draft) === undefined && namedRole(draft) !== undefined;
}

const placeOf = ({ file, place }: Named) => place ?? file.data.place;

function saidRole(draft: Named): Role | undefined {
  return draft.frontMatter.role ?? placeOf(draft)?.role;
}

function namedRole(draft: Named): Role | undefined {
  const { file, name } = draft;
  if (name !== undefined) return byHeading(name);
  const role = byFileName(file.stem ?? '');
  return role && isWhatItIsCalled(draft, role) ? role : undefined;
}

/**
 * A list that Octavo makes is one only where it is asked for, or where its kind of matter stands: elsewhere `index.md` is the
 * page that a folder or a web site begins with.
 */
function isWhatItIsCalled(draft: Named, role: Role): boolean {
  const counter = LISTS.find((list) => list.role === role)?.counter;
  if (placeOf(draft)?.matter === ROLES[role] || !(role === 'index' || counter)) return true;
  let holds = false;
  if (!draft.tree) return false;
  visit(draft.tree, 'leafDirective', ({ data }) => {
    holds ||= counter ? data?.listOf === counter : data?.holdsIndex === true;
    return holds ? EXIT : undefined;
  });
  return holds;
}

function byFileName(stem: string): Role | undefined {
  const plain = stem
    .replace(/^[\d\s._-]+/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  // A book has several appendices: `appendix-a`, `appendix-2`, `appendix-tables`.
  if (/^appendix-/.test(plain)) return 'appendix';
  const name = Object.hasOwn(BY_NAME, plain) ? BY_NAME[plain] : plain;
  return name && Object.hasOwn(ROLES, name) ? (name as Role) : undefined;
}

/**
 * What the heading of a chapter says that it is, in a manuscript of one file.
 * @param opening its text, if nothing but front matter stands before it
 */
export function byHeading(heading: string, opening?: string): Role | undefined {
  const role = byFileName(/^\s*appendix\b/i.test(heading) ? 'appendix' : heading);
  if (!role || BY_HEADING.has(role)) return role;
  const most = BY_HEADING_IN_FRONT[role];
  if (opening === undefined || most === undefined) return undefined;
  return wordsOf(opening, 'und').length <= most ? role : undefined;
}

export function matterOf(draft: Draft, role: Role): Matter {
  return placeOf(draft)?.matter ?? ROLES[role];
}
