import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Passage } from './design.js';
import type { Typeface } from './typeface.js';

/**
 * Text as outlines, so that it looks the same wherever it is shown; only where the typeface lacks a character is a line left as
 * text, for whatever font is there.
 */
export function outlined(passage: Passage, dir: 'ltr' | 'rtl'): Element[] {
  const { face, size, colour, x, anchor, tracking = 0 } = passage;
  return passage.lines.map(({ text, y }) => {
    if (!face.covers(text)) return written({ ...passage, lines: [{ text, y }] }, dir, 'serif');
    const width = face.width(text, size, tracking) - tracking * size;
    const left = anchor === 'middle' ? x - width / 2 : dir === 'rtl' ? x - width : x;
    return s('path', { d: face.path(text, left, y, size, tracking), fill: colour });
  });
}

/** Text as text, which a program can search and read aloud. `data-room` is how wide a line may be, in the unit of the drawing. */
export function written(passage: Passage, dir: 'ltr' | 'rtl', family?: string): Element {
  const { part, face, size, colour, x, anchor, tracking, lines, room } = passage;
  const texts = lines.map(({ text }) => text);
  const own = faceOf(face, texts);
  return s(
    'text',
    {
      dataPart: part,
      fill: colour,
      fontSize: size,
      ...own,
      ...(family ? { fontFamily: family } : {}),
      textAnchor: anchor,
      direction: dir,
      dataRoom: room,
      // Letters of a script that joins them are not to be parted.
      ...(tracking && texts.every(face.covers) ? { letterSpacing: tracking * size } : {}),
    },
    lines.map(({ text, y }) => s('tspan', { x, y }, text)),
  );
}

/** How a stylesheet asks for a typeface; scripts that it lacks have no italic. */
export function faceOf(face: Typeface, texts: readonly string[]): Record<string, string | number> {
  return {
    fontFamily: `"${face.family}", serif`,
    fontWeight: face.weight,
    fontStyle: texts.every(face.covers) ? face.style : 'normal',
  };
}
