import { type Matter, ROLES, type Role } from '../model/manuscript.js';
import type { Draft } from './draft.js';

/** Names that say what a file is, so that a bare folder needs no front matter. */
const BY_NAME: Readonly<Record<string, Role>> = {
  copyright: 'copyright-page',
  acknowledgements: 'acknowledgments',
  'title-page': 'titlepage',
  'half-title': 'halftitlepage',
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

/** What a role is told by. */
type Named = Pick<Draft, 'file' | 'frontMatter' | 'name'>;

/** What a file, or a chapter of a file, is in the book: as its author says, or by where it stands. */
export function roleOf(draft: Named): Role {
  return saidRole(draft) ?? (draft.file.data.place?.matter === 'front' ? 'preface' : 'chapter');
}

/** The same where its author says it, by a key, in the contents or by its name. */
export function saidRole({ file, frontMatter, name }: Named): Role | undefined {
  return (
    frontMatter.role ??
    file.data.place?.role ??
    (name === undefined ? byFileName(file.stem ?? '') : byHeading(name))
  );
}

function byFileName(stem: string): Role | undefined {
  const plain = stem.replace(/^[\d._-]+/, '').toLowerCase();
  const name = Object.hasOwn(BY_NAME, plain) ? BY_NAME[plain] : plain;
  return name && Object.hasOwn(ROLES, name) ? (name as Role) : undefined;
}

function byHeading(heading: string): Role | undefined {
  const plain = heading.trim().toLowerCase().replace(/\s+/g, '-');
  const role = byFileName(/^appendix\b/.test(plain) ? 'appendix' : plain);
  return role && BY_HEADING.has(role) ? role : undefined;
}

export function matterOf({ file }: Draft, role: Role): Matter {
  return file.data.place?.matter ?? ROLES[role];
}
