/*
 * What part of its width a sign hangs by at the edge of justified text: much of one that is low and light, little of one that fills its box
 * (after the values that are usual for character protrusion).
 */
import { BESIDE } from './geometry.js';
import type { Hanging } from './optical-margins.js';

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
