import type { Element } from 'hast';
import type { Colours } from './colours.js';
import { type Fitted, fitText } from './fit.js';
import type { Typeface } from './typeface.js';

/** What stands on a cover. */
export interface CoverText {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly author: string;
  readonly publisher?: string | undefined;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/** The drawing's own unit: every front is this wide. */
export const WIDTH = 1000;

/** The front as a design sees it, in its own unit. */
export interface Front {
  readonly text: CoverText;
  readonly height: number;
  /** What sizes and gaps are multiplied with, so that a low front has room for all of it; 1 on a usual one. */
  readonly scale: number;
  /** How far text stays from the sides. */
  readonly margin: number;
  readonly colours: Colours;
  readonly faces: Faces;
}

/** The typefaces of a design: for what is read, for what stands beside it, and for what is to be seen first. */
export interface Faces {
  readonly roman: Typeface;
  readonly italic: Typeface;
  readonly bold: Typeface;
}

/** What a text on a cover is, for who cannot see it. */
export type Part = 'title' | 'subtitle' | 'author' | 'publisher' | 'blurb';

/** Lines that belong together, in one face, size and colour. */
export interface Passage {
  readonly part: Part;
  readonly lines: readonly { readonly text: string; readonly y: number }[];
  readonly face: Typeface;
  readonly size: number;
  readonly colour: string;
  /** Where each line begins (`start`), or its middle is. */
  readonly x: number;
  readonly anchor: 'start' | 'middle';
  readonly tracking?: number | undefined;
  /** How wide a line may be. */
  readonly room: number;
}

/** A design: how a front looks, and what its back and spine lie on. */
export interface Design {
  readonly name: string;
  readonly faces: 'serif' | 'sans';
  /** A title always gets the same one of these. */
  readonly palettes: readonly Colours[];
  /** What has to be told apart, and how well (WCAG 2.2, 1.4.3: 3 for large text, 4.5 for any). */
  readonly reads: readonly {
    readonly ink: keyof Colours;
    readonly on: keyof Colours;
    readonly least: number;
  }[];
  /** Back and spine carry their text on a sheet of paper rather than on the ground. */
  readonly sheets: boolean;
  /** What the whole cover lies on: an area around a front whose upper left corner is the origin. */
  ground(area: Area, colours: Colours, seed: number): Element[];
  /** What is seen of a front, and what is read. */
  front(front: Front): { readonly shapes: readonly Element[]; readonly passages: readonly Passage[] };
}

/** A piece of a plane, in the drawing's unit. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where lines begin that start at the margin: on the left, or on the right in a book that is read from there. */
export function startOf({ text, margin }: Pick<Front, 'text' | 'margin'>): number {
  return text.dir === 'rtl' ? WIDTH - margin : margin;
}

/** Lines one below the other, from a first baseline. */
export function below(lines: readonly string[], first: number, step: number): { text: string; y: number }[] {
  return lines.map((text, index) => ({ text, y: first + index * step }));
}

/** Lines one above the other, up from a last baseline. */
export function above(lines: readonly string[], last: number, step: number): { text: string; y: number }[] {
  return below(lines, last - (lines.length - 1) * step, step);
}

/** How large a text of a front may be, and how small, in its unit; in how many lines; and which share of its height it may take. */
export interface Sizes {
  readonly largest: number;
  readonly smallest: number;
  readonly lines: number;
  readonly share: number;
  readonly tracking?: number;
}

/** Fits a text into a front. */
export function fitIn(
  { text, height, scale }: Pick<Front, 'text' | 'height' | 'scale'>,
  words: string,
  face: Typeface,
  width: number,
  { largest, smallest, lines, share, tracking }: Sizes,
): Fitted {
  return fitText(words, {
    face,
    largest: largest * scale,
    smallest: smallest * scale,
    width,
    lines,
    height: share * height,
    tracking,
    lang: text.lang,
  });
}
