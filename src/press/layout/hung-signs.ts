/*
 * What part of its width a sign hangs by at the edge of justified text: much of one that is low and light, little of one that fills its box
 * (after the values that are usual for character protrusion).
 */
import { BESIDE } from './geometry.js';

const QUOTES = {
  '’': 0.6,
  '‘': 0.6,
  '”': 0.5,
  '“': 0.5,
  "'": 0.6,
  '"': 0.5,
  '»': 0.4,
  '«': 0.4,
  '›': 0.4,
  '‹': 0.4,
};

/** Where it ends a line; U+00AD is the hyphen that parts a word. */
export const AT_END: Readonly<Record<string, number>> = {
  ...QUOTES,
  '\u00ad': 0.6,
  '-': 0.6,
  '‐': 0.6,
  '.': 0.7,
  ',': 0.7,
  ':': 0.5,
  ';': 0.5,
  '…': 0.2,
  '–': 0.35,
  '—': 0.2,
  '!': 0.2,
  '?': 0.2,
};

/** Where it begins one. */
export const AT_START: Readonly<Record<string, number>> = { ...QUOTES, '‚': 0.6, '„': 0.5 };

/** Width of the hyphen that parts a word, in sizes of the letters, as most typefaces have it. */
export const HYPHEN = 0.3;

/** In CSS pixels: what reaches further beyond the text is cut off. */
export const MOST = BESIDE - 1;
