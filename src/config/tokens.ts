import type { At, Say } from '../model/notice.js';
import { guess } from './guess.js';
import { keyKnown, valueValid } from './notices.js';
import {
  colour,
  count,
  ems,
  type Kind,
  length,
  quoted,
  typefaces,
  weight,
  word,
  words,
} from './token-kinds.js';

const size = length(4, 100, '12pt');
const title = length(4, 300, '22pt');
const leading = length(4, 150, '15pt');
const margin = length(0, 720, '20mm', true);
const slant = word('normal', 'italic', 'oblique');

/**
 * What each `--book-*` property takes, by its name without the prefix. Colours and the design of the cover are told of where it
 * is drawn, which a theme can be the reason of as well.
 */
export const TOKENS: Readonly<Record<string, Kind>> = {
  serif: typefaces,
  sans: typefaces,
  mono: typefaces,
  math: typefaces,
  'text-font': typefaces,
  'heading-font': typefaces,
  'small-font': typefaces,
  'text-size': size,
  leading,
  'text-align': word('justify', 'start', 'end', 'left', 'right', 'center'),
  'hanging-punctuation': word('none', 'both'),
  figures: words(
    'normal',
    'oldstyle-nums',
    'lining-nums',
    'proportional-nums',
    'tabular-nums',
    'diagonal-fractions',
    'stacked-fractions',
    'ordinal',
    'slashed-zero',
  ),
  indent: length(0, 200, '1.3em'),
  'paragraph-gap': length(0, 200, '7.5pt'),
  'scene-break': quoted,
  'drop-cap-lines': count(1, 12),
  'writing-line': length(8, 200, '9mm'),
  'note-size': size,
  'note-leading': leading,
  'code-size': size,
  'table-size': size,
  'formula-size': length(4, 100, '0.94em'),
  'title-size': title,
  'title-leading': title,
  'title-weight': weight,
  'title-align': word('start', 'center', 'end', 'left', 'right', 'justify'),
  'section-size': title,
  'section-weight': weight,
  'section-style': slant,
  'subsection-size': title,
  'opening-caps': word(
    'normal',
    'small-caps',
    'all-small-caps',
    'petite-caps',
    'all-petite-caps',
    'unicase',
    'titling-caps',
  ),
  'margin-top': margin,
  'margin-bottom': margin,
  'margin-inner': margin,
  'margin-outer': margin,
  measure: ems(10, 200, '28.5em'),
  'head-size': size,
  'head-style': slant,
  'chapter-sink': length(0, 720, '72pt'),
  ink: colour,
  muted: colour,
  accent: colour,
  rule: colour,
  tint: colour,
  'box-tint': colour,
  'heading-color': colour,
  link: colour,
  'cover-design': () => undefined,
  'cover-ground': () => undefined,
  'cover-ink': () => undefined,
  'cover-accent': () => undefined,
  'cover-paper': () => undefined,
  // Of web pages alone.
  paper: colour,
  mark: colour,
};

/** A length of 0 with its unit: stylesheets reckon with it, and take the bare number for no length. */
export function withUnits(tokens: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tokens).map(([name, value]) => [
      name,
      value === '0' && Object.hasOwn(TOKENS, name) ? '0pt' : value,
    ]),
  );
}

/** What the same is called in a stylesheet. */
const CALLED: Readonly<Record<string, string>> = {
  'line-height': 'leading',
  'font-size': 'text-size',
  'font-family': 'text-font',
  color: 'ink',
};

/**
 * Tells of values that their tokens cannot take, and of tokens that there are not.
 * @param sheets stylesheets of themes, plugins and the author's own: what one of them speaks of, it may be given
 */
export function holdTokens(
  tokens: Readonly<Record<string, string>>,
  sheets: readonly string[],
  at: { name(token: string): At; value(token: string): At },
  say: Say,
): void {
  const known = Object.keys(TOKENS);
  for (const [name, value] of Object.entries(tokens)) {
    if (Object.hasOwn(TOKENS, name)) {
      const reason = TOKENS[name]?.(value.trim());
      if (reason) say(valueValid, { key: `tokens › ${name}`, reason }, at.value(name));
    } else if (!sheets.some((css) => new RegExp(`--book-${name}(?![\\w-])`).test(css))) {
      const meant = CALLED[name] ?? known.find((one) => one === `text-${name}`) ?? guess(name, known);
      say(keyKnown, { key: name, guess: meant, known }, at.name(name));
    }
  }
}
