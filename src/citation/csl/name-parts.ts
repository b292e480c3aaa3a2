import type { Name } from '../../model/reference.js';
import { block, formatOf, type Output, words } from './output.js';
import { changeCase } from './text-case.js';
import { childrenOf, type Element } from './xml.js';

/** How one name is written. */
export interface NameLook {
  /** `<name>` with the options that it inherits. */
  readonly options: Readonly<Record<string, string>>;
  readonly element: Element | undefined;
  /** The family name first, as in a list. */
  readonly inverted: boolean;
  readonly form: 'long' | 'short';
  /** Given names as initials; `undefined` leaves them as they are. */
  readonly initials?: string | undefined;
  readonly sorting: boolean;
}

/** Scripts that write the family name first, without a space or a comma. */
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** One name as a style writes it: “Ludwig van Beethoven”, “Beethoven, L. van”, “van Beethoven”. */
export function nameOutput(name: Name, look: NameLook): Output | undefined {
  if (name.literal !== undefined) return words(name.literal, { own: true });
  const { family = '', given = '', particle = '', dropping = '', suffix = '' } = name;
  const { options, inverted, form } = look;
  if (EAST_ASIAN.test(family + given))
    return words(form === 'short' ? family : family + given, { own: true });
  const demote = options['demote-non-dropping-particle'] ?? 'display-and-sort';
  const first =
    look.initials === undefined
      ? given
      : initialsOf(given, look.initials, options['initialize-with-hyphen'] !== 'false');
  const withParticle = joined(particle, family);
  const familyPart = (text: string): Output | undefined => styled(text, 'family', look.element);
  const givenPart = (text: string): Output | undefined => styled(text, 'given', look.element);
  if (form === 'short') return familyPart(look.sorting && demote !== 'never' ? family : withParticle);
  if (!family) return givenPart(given);
  if (!inverted) {
    const before = joined(first, dropping);
    const whole = block([givenPart(before), familyPart(withParticle)], { delimiter: glue(before) });
    return block([whole, words(suffix, { own: true })], { delimiter: ' ' });
  }
  // White space goes before every sign, so that Doe stands before Doe-Smith.
  const separator = look.sorting ? '\t' : (options['sort-separator'] ?? ', ');
  const demoted = demote === 'display-and-sort' || (demote === 'sort-only' && look.sorting);
  const head = demoted ? family : withParticle;
  const tail = demoted ? joined(joined(first, dropping), particle) : joined(first, dropping);
  return block([familyPart(head), givenPart(tail), words(suffix, { own: true })], { delimiter: separator });
}

/** A particle that ends in an apostrophe stands close: “d’Alembert”. */
function glue(before: string): string {
  return /['’-]$/.test(before) ? '' : ' ';
}

function joined(before: string, after: string): string {
  return before && after ? before + glue(before) + after : before || after;
}

/** `<name-part>` gives a part of every name a look of its own. */
function styled(text: string, part: string, element: Element | undefined): Output | undefined {
  const made = words(text, { own: true });
  const [look] = element
    ? childrenOf(element, 'name-part').filter((one) => one.attributes.name === part)
    : [];
  if (!made || !look) return made;
  const { prefix, suffix, 'text-case': wanted } = look.attributes;
  return block(changeCase([made], wanted, false), { prefix, suffix, format: formatOf(look.attributes) });
}

/** “Jean-Paul Marie” as “J.-P. M.”: `mark` stands behind each letter; what is no name (“de”) stays whole. */
export function initialsOf(given: string, mark: string, hyphen: boolean): string {
  const end = mark.trimEnd();
  return given
    .split(/[\s.\u00a0]+(?=\S)/)
    .filter(Boolean)
    .map((name) => {
      if (/^\p{Ll}/u.test(name)) return ` ${name} `;
      return name
        .replace(/\.$/, '')
        .split('-')
        .filter(Boolean)
        .map((part) =>
          (/^\p{Lu}{2,3}$/u.test(part) && !/[aeiouy]/i.test(part) ? [...part] : [[...part][0] ?? ''])
            .map((letter) => letter.toUpperCase() + end)
            .join(mark.slice(end.length)),
        )
        .join(hyphen ? '-' : mark.slice(end.length));
    })
    .join(mark.slice(end.length))
    .replace(/\s+/g, ' ')
    .trim();
}
