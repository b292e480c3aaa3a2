import type { Chapter } from '../model/book.js';
import type { Role } from '../model/manuscript.js';
import { EXIT, visit } from '../tree/visit.js';

/** The roles that an author has filled himself, so that no page is made for them: by a file, or by `::index` in one. */
export function writtenRoles(chapters: readonly Chapter[]): ReadonlySet<Role> {
  const roles = new Set(chapters.map(({ role }) => role));
  if (chapters.some(holdsIndex)) roles.add('index');
  return roles;
}

function holdsIndex({ tree }: Chapter): boolean {
  let holds = false;
  visit(tree, 'leafDirective', ({ data }) => {
    holds ||= data?.holdsIndex === true;
    return holds ? EXIT : undefined;
  });
  return holds;
}
