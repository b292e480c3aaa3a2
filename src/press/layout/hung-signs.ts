/*
 * What part of its width a sign hangs by at the edge of justified text: much of one that is low and light, little of one that fills its box
 * (after the values that are usual for character protrusion).
 */
import { BESIDE } from './geometry.js';

/** What hangs, and how far. */
export interface Hanging {
  /** What part of its width a sign hangs by where it ends a line, U+00AD for the hyphen that parts a word. */
  readonly atEnd: Readonly<Record<string, number>>;
  /** The same where it begins one. */
  readonly atStart: Readonly<Record<string, number>>;
  /** Width of the hyphen that parts a word, which has no box, in sizes of the letters. */
  readonly hyphen: number;
  /** How far a sign may hang, in CSS pixels. */
  readonly most: number;
}

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

export const HANGING: Hanging = {
  atEnd: {
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
  },
  atStart: { ...QUOTES, '‚': 0.6, '„': 0.5 },
  // As most typefaces have it.
  hyphen: 0.3,
  // What reaches further beyond the text is cut off.
  most: BESIDE - 1,
};
