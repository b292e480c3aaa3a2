import type { Root } from 'postcss';
import type { At, Say } from '../model/notice.js';
import { typefaceComes } from './notices.js';
import { familyOf } from './tokens.js';

/** Tokens that name typefaces. */
const TYPEFACES = ['serif', 'sans', 'mono', 'math', 'text-font', 'heading-font', 'small-font'];
/** Families that a stylesheet knows by their kind, and what stands in another token. */
const ANY =
  /^(?:serif|sans-serif|monospace|cursive|fantasy|math|system-ui|ui-[a-z-]+|emoji|fangsong|var\(.*)$/i;

/**
 * Says of typefaces that a book asks for and no stylesheet brings along: whichever the machine has would be printed.
 * @param values of tokens, as the book sets them
 * @param at where it does
 */
export function holdOwnTypefaces(
  values: Readonly<Record<string, string>>,
  roots: readonly Root[],
  at: (token: string) => At,
  say: Say,
): void {
  const tokens = new Map(Object.entries(values));
  const asked = TYPEFACES.flatMap((token) => {
    const family = familyOf(tokens, token);
    return family && !ANY.test(family) ? [{ token, family }] : [];
  });
  if (!asked.length) return;
  const known = new Set<string>();
  for (const root of roots)
    root.walkAtRules('font-face', (face) =>
      face.walkDecls('font-family', ({ value }) => void known.add(value.replace(/["']/g, '').trim())),
    );
  for (const { token, family } of asked)
    if (![...known].some((one) => one.toLowerCase() === family.toLowerCase()))
      say(typefaceComes, { token, family, known: [...known] }, at(token));
}
