import type { Name, Reference } from '../../model/reference.js';
import type { Distinction } from './context.js';
import { initialsOf } from './name-parts.js';
import { nameKey } from './names.js';

/** A work among those that are cited, with what tells it apart so far. */
export interface Candidate {
  readonly reference: Reference;
  distinction: Distinction;
}

/** What a citation of a work would look like. */
type Cite = (candidate: Candidate, distinction: Distinction) => string;

/**
 * Tells works apart whose citations would be the same, by the means that the style allows and in their order: more names,
 * given names, whatever it holds ready under `disambiguate`, a letter behind the year.
 * @param candidates in the order of the bibliography, which is the order of the letters
 */
export function distinguish(
  candidates: readonly Candidate[],
  options: Readonly<Record<string, string>>,
  cite: Cite,
): void {
  const allows = (what: string): boolean => options[`disambiguate-add-${what}`] === 'true';
  const rule = options['givenname-disambiguation-rule'] ?? 'by-cite';
  if (allows('givenname') && rule !== 'by-cite') tellNames(candidates, rule);
  for (const group of alike(candidates, cite)) {
    if (allows('names')) moreNames(group, cite);
    if (allows('givenname') && rule === 'by-cite')
      for (const still of alike(group, cite)) givenNames(still, cite);
    for (const still of alike(group, cite)) {
      const before = distinct(still, cite);
      const old = still.map(({ distinction }) => distinction);
      for (const one of still) one.distinction = { ...one.distinction, condition: true };
      if (distinct(still, cite) === before) giveBack(still, old);
    }
    if (allows('year-suffix'))
      for (const still of alike(group, cite))
        for (const [i, one] of still.entries()) one.distinction = { ...one.distinction, letter: letter(i) };
  }
}

/** Groups of two and more that are cited in the same words. */
function alike(candidates: readonly Candidate[], cite: Cite): Candidate[][] {
  const groups = new Map<string, Candidate[]>();
  for (const one of candidates) {
    const words = cite(one, one.distinction);
    const group = groups.get(words);
    if (group) group.push(one);
    else groups.set(words, [one]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function distinct(group: readonly Candidate[], cite: Cite): number {
  return new Set(group.map((one) => cite(one, one.distinction))).size;
}

/** As many names as tell the most of them apart, and no more. */
function moreNames(group: readonly Candidate[], cite: Cite): void {
  const most = Math.min(MOST_NAMES, Math.max(...group.map(({ reference }) => namesOf(reference).length)));
  let best = { more: 0, count: 1 };
  for (let more = 1; more < most; more++) {
    const count = new Set(group.map((one) => cite(one, { ...one.distinction, moreNames: more }))).size;
    if (count > best.count) best = { more, count };
    if (count === group.length) break;
  }
  if (best.more) for (const one of group) one.distinction = { ...one.distinction, moreNames: best.more };
}

/** Given names of those authors that they help to tell apart, as initials if that is enough. */
function givenNames(group: readonly Candidate[], cite: Cite): void {
  const most = Math.min(MOST_NAMES, Math.max(...group.map(({ reference }) => namesOf(reference).length)));
  for (let at = 0; at < most; at++) {
    for (const much of ['initials', 'full'] as const) {
      const before = distinct(group, cite);
      if (before === group.length) return;
      const old = group.map(({ distinction }) => distinction);
      for (const one of group) {
        const name = namesOf(one.reference)[at];
        if (!name) continue;
        const given = new Map(one.distinction.given).set(nameKey(name), much);
        one.distinction = { ...one.distinction, given };
      }
      if (distinct(group, cite) > before) break;
      giveBack(group, old);
    }
  }
}

/** Different people of one family name are told apart wherever they are cited. */
function tellNames(candidates: readonly Candidate[], rule: string): void {
  const families = new Map<string, Map<string, Name>>();
  for (const { reference } of candidates) {
    const names = namesOf(reference);
    for (const name of rule.startsWith('primary') ? names.slice(0, 1) : names) {
      if (!name.family || !name.given) continue;
      const family = `${name.particle ?? ''} ${name.family}`;
      families.set(family, (families.get(family) ?? new Map()).set(nameKey(name), name));
    }
  }
  const given = new Map<string, 'initials' | 'full'>();
  for (const people of families.values()) {
    if (people.size < 2) continue;
    const initials = new Map([...people].map(([key, { given = '' }]) => [key, initialsOf(given, '.', true)]));
    for (const [key, own] of initials) {
      const alone = [...initials.values()].filter((one) => one === own).length < 2;
      if (alone || !rule.endsWith('with-initials')) given.set(key, alone ? 'initials' : 'full');
    }
  }
  if (!given.size) return;
  for (const one of candidates) {
    const own = namesOf(one.reference).slice(0, rule.startsWith('primary') ? 1 : undefined);
    const mine = new Map([...given].filter(([key]) => own.some((name) => nameKey(name) === key)));
    if (mine.size) one.distinction = { ...one.distinction, given: mine };
  }
}

/** Works that twenty names do not tell apart are not told apart by more. */
const MOST_NAMES = 20;

function giveBack(candidates: readonly Candidate[], old: readonly Distinction[]): void {
  for (const [i, one] of candidates.entries()) one.distinction = old[i] ?? one.distinction;
}

function namesOf({ names }: Reference): readonly Name[] {
  return names.get('author') ?? names.get('editor') ?? names.get('translator') ?? [];
}

/** a, b … z, aa, ab … */
export function letter(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}
