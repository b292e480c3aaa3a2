import type { Role } from '../../model/manuscript.js';
import type { Landmark } from './navigation.js';
import type { Reference } from './package.js';
import { SEMANTICS } from './roles.js';
import type { Sheet } from './sheets.js';

/** Roles that a reader may want to jump to. */
const PLACES: ReadonlySet<Role> = new Set<Role>([
  'cover',
  'titlepage',
  'copyright-page',
  'toc',
  'loi',
  'lot',
  'glossary',
  'endnotes',
  'bibliography',
  'index',
  'colophon',
]);

/** The first section of each role worth jumping to, and where the text begins, in reading order. */
export function landmarksOf(sheets: readonly Sheet[]): Landmark[] {
  const start = textStart(sheets);
  const seen = new Set<Role>();
  return sheets.flatMap(({ section, file }): Landmark[] => {
    const { role, title } = section;
    const { type } = SEMANTICS[role];
    if (!title) return [];
    if (section === start?.section) return [{ type: 'bodymatter', title, href: file }];
    if (!type || !PLACES.has(role) || seen.has(role)) return [];
    seen.add(role);
    return [{ type, title, href: file }];
  });
}

/** The same for EPUB 2 readers, which know three places. */
export function guideOf(sheets: readonly Sheet[]): Reference[] {
  const reference = (type: Reference['type'], sheet: Sheet | undefined): Reference[] =>
    sheet?.section.title ? [{ type, title: sheet.section.title, href: sheet.file }] : [];
  return [
    ...reference(
      'cover',
      sheets.find(({ kind }) => kind === 'cover'),
    ),
    ...reference(
      'toc',
      sheets.find(({ section }) => section.role === 'toc'),
    ),
    ...reference('text', textStart(sheets)),
  ];
}

function textStart(sheets: readonly Sheet[]): Sheet | undefined {
  return sheets.find(({ section }) => section.matter === 'body');
}
