import { isColour } from './colour-names.js';

/** What a token takes: says of a value what is wrong with it, as it goes on from the name of a key. */
export type Kind = (value: string) => string | undefined;

/** Units of a stylesheet, in points. What is relative is taken as of text of 12pt, which is near enough to tell 15 from 15pt. */
const ABSOLUTE = { pt: 1, px: 0.75, pc: 12, mm: 72 / 25.4, cm: 72 / 2.54, in: 72 } as const;
const UNITS: Readonly<Record<string, number>> = { ...ABSOLUTE, em: 12, rem: 12, ex: 6, ch: 6 };

/** Values that are worked out by the browser, or stand in another token. */
const FUNCTION = /^(?:var|calc|min|max|clamp|round)\(.*\)$/i;

/** Whether nobody can tell before pages are laid out what a value comes to. */
export const isWorkedOut = (value: string): boolean => FUNCTION.test(value);
const VARIABLE = /^var\(.*\)$/i;

/**
 * A length in a range.
 * @param least in points, as is `most`
 * @param fixed whether it is read before anything is laid out, when nothing relative can be known
 */
export function length(least: number, most: number, example: string, fixed = false): Kind {
  const units: Readonly<Record<string, number>> = fixed ? ABSOLUTE : UNITS;
  return (value) => {
    if ((fixed ? VARIABLE : FUNCTION).test(value)) return undefined;
    const [, digits, unit = ''] = /^(\d+\.?\d*|\.\d+)([a-z]*)$/i.exec(value) ?? [];
    const number = Number(digits);
    if (number === 0 && !unit && !least) return undefined;
    if (digits !== undefined && !unit) return `is ${value}, which has no unit: write ${example}`;
    const points = number * (units[unit.toLowerCase()] ?? Number.NaN);
    if (Number.isNaN(points)) return `must be a length such as ${example}`;
    return points >= least && points <= most
      ? undefined
      : `is ${value}, and must be from ${least}pt to ${most}pt`;
  };
}

/** So many times the size of the text, for what is read before anything is laid out. */
export function ems(least: number, most: number, example: string): Kind {
  return (value) => {
    const number = Number(/^(\d+\.?\d*|\.\d+)em$/.exec(value)?.[1]);
    return VARIABLE.test(value) || (number >= least && number <= most)
      ? undefined
      : `must be from ${least}em to ${most}em, such as ${example}`;
  };
}

/** One of some words. */
export function word(...words: readonly string[]): Kind {
  return (value) =>
    VARIABLE.test(value) || words.includes(value.toLowerCase())
      ? undefined
      : `must be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** Several of some words, or none of them. */
export function words(none: string, ...some: readonly string[]): Kind {
  return (value) =>
    VARIABLE.test(value) || value === none || value.split(/\s+/).every((one) => some.includes(one))
      ? undefined
      : `must be ${none}, or some of ${some.join(', ')}`;
}

/** A whole number in a range. */
export function count(least: number, most: number): Kind {
  return (value) =>
    VARIABLE.test(value) || (/^\d+$/.test(value) && Number(value) >= least && Number(value) <= most)
      ? undefined
      : `must be a whole number from ${least} to ${most}`;
}

export const weight: Kind = (value) =>
  /^(?:normal|bold)$/i.test(value) || !count(1, 1000)(value)
    ? undefined
    : 'must be a weight: 400, 700, normal or bold';

export const colour: Kind = (value) =>
  VARIABLE.test(value) || isColour(value) ? undefined : 'must be a colour such as "#7a3e25" or navy';

/** Names of typefaces, the wanted one first; one with a digit or a sign at the beginning of a word stands in quotation marks. */
export const typefaces: Kind = (value) => {
  const family = /^(?:"[^"]+"|'[^']+'|-?[\p{L}_][\p{L}\p{N}_-]*(?:\s+-?[\p{L}_][\p{L}\p{N}_-]*)*)$/u;
  return value.includes('var(') || value.split(',').every((one) => family.test(one.trim()))
    ? undefined
    : 'must be names of typefaces: "Source Sans 3", sans-serif';
};

/** What is printed as it stands: words in quotation marks of their own, which YAML does not take away. */
export const quoted: Kind = (value) =>
  VARIABLE.test(value) || /^(?:none|(?:"[^"]*"|'[^']*')(?:\s+(?:"[^"]*"|'[^']*'))*)$/.test(value)
    ? undefined
    : `must stand in two kinds of quotation marks: "'${value.replace(/["']/g, '')}'"`;
