import type { Place, Role } from '../model/manuscript.js';
import { ROLES } from '../model/manuscript.js';
import { byHeading } from './roles.js';

/** A chapter of a manuscript in one file. */
interface Piece {
  readonly heading: string;
  /** Asked for where its length matters, which is of the first few alone. */
  text(): string;
}

/**
 * Where each chapter of a manuscript in one file stands, by the headings of all. Front matter is what its first headings
 * say that they are, and stands in the order that it has in every book; all else stays where it is written. Back matter
 * begins with a heading that says so, if behind it no more say nothing than say the same: “About the author”, and then
 * “Also by her”.
 */
export function placesInFile(pieces: readonly Piece[]): Place[] {
  const story = pieces.findIndex(({ heading, text }) => !isBeside(byHeading(heading, text())));
  const body = Math.max(0, story);
  const roles = pieces.map(({ heading, text }, i) => byHeading(heading, i < body ? text() : undefined));
  const back = roles.findIndex((role, i) => i >= body && isBehind(role) && isMostlyBeside(roles.slice(i)));
  return roles.map(
    (role, i): Place => ({ role, matter: i < body ? 'front' : back >= 0 && i >= back ? 'back' : 'body' }),
  );
}

/** Whether it is no part of the story. */
const isBeside = (role: Role | undefined): boolean => role !== undefined && ROLES[role] !== 'body';

/** Thanks are given at either end. */
const isBehind = (role: Role | undefined): boolean =>
  role !== undefined && (ROLES[role] === 'back' || role === 'acknowledgments');

function isMostlyBeside(roles: readonly (Role | undefined)[]): boolean {
  return roles.filter(isBeside).length * 2 >= roles.length;
}
