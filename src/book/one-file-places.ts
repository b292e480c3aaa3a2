import type { Place, Role } from '../model/manuscript.js';
import { ROLES } from '../model/manuscript.js';
import { byHeading } from './roles.js';

/**
 * Where each chapter of a manuscript in one file stands, by the headings of all: it is read in the order in which it is written. Front matter
 * is what its first headings say that they are. Back matter begins with a heading that says so, if behind it no more say
 * nothing than say the same: “About the author”, and then “Also by her”.
 */
export function placesInFile(headings: readonly (string | undefined)[]): Place[] {
  const story = headings.findIndex((heading) => !isBeside(roleBy(heading, true)));
  const body = Math.max(0, story);
  const roles = headings.map((heading, i) => roleBy(heading, i < body));
  const back = roles.findIndex((role, i) => i >= body && isBehind(role) && isMostlyBeside(roles.slice(i)));
  return roles.map(
    (role, i): Place => ({ role, matter: i < body ? 'front' : back >= 0 && i >= back ? 'back' : 'body' }),
  );
}

const roleBy = (heading: string | undefined, opens: boolean): Role | undefined =>
  heading === undefined ? undefined : byHeading(heading, opens);

/** Whether it is no part of the story. */
const isBeside = (role: Role | undefined): boolean => role !== undefined && ROLES[role] !== 'body';

/** Thanks are given at either end. */
const isBehind = (role: Role | undefined): boolean =>
  role !== undefined && (ROLES[role] === 'back' || role === 'acknowledgments');

function isMostlyBeside(roles: readonly (Role | undefined)[]): boolean {
  return roles.filter(isBeside).length * 2 >= roles.length;
}
