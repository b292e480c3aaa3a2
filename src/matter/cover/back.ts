import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Colours } from './colours.js';
import type { CoverText, Faces, Passage } from './design.js';
import { setParagraphs } from './fit.js';
import { written } from './paint.js';

/** What stands on a back, and where it may; lengths in CSS pixels from its upper left corner. */
export interface Back {
  readonly text: CoverText;
  readonly blurb: string | undefined;
  readonly size: { readonly width: number; readonly height: number };
  /** Where text may stand. */
  readonly left: number;
  readonly right: number;
  /** Upper and lower edge of the bar code. */
  readonly barcode: { readonly top: number; readonly bottom: number };
  readonly faces: Faces;
  readonly colours: Colours;
  /** The text lies on a sheet of paper. */
  readonly sheet: boolean;
}

/** Size of the blurb on a back six inches wide, and the smallest that can be read, in CSS pixels. */
const LARGEST = 19;
const SMALLEST = 10;
const STEP = 0.25;
const LEADING = 1.42;
/** Between the edge of the sheet and its text. */
const PAD = 0.055;

/**
 * The blurb, and the publisher at the foot.
 * @returns what is drawn, and how many of the letters of the blurb there was no room for
 */
export function drawBack(back: Back): { readonly elements: Element[]; readonly left: number } {
  const { text, blurb, size, sheet, faces, colours, barcode } = back;
  const pad = sheet ? PAD * size.width : 0;
  const ink = colours.ink;
  const left = back.left + pad;
  const width = back.right - back.left - 2 * pad;
  const start = text.dir === 'rtl' ? left + width : left;
  const set = { anchor: 'start', colour: ink, room: width, x: start } as const;
  const top = size.height * (sheet ? 0.14 : 0.125) + pad;
  const elements: Element[] = [];
  let over = 0;
  if (blurb) {
    const room = barcode.top - size.height * 0.05 - pad - top;
    const { lines, fontSize, rest } = fitBlurb(paragraphsOf(blurb), back, width, room);
    over = rest;
    const height = (lines.at(-1)?.at(-1)?.y ?? 0) + fontSize * 0.4;
    if (sheet) elements.push(...paper(back, top - pad, height + 2 * pad));
    for (const paragraph of lines) {
      const passage: Passage = {
        part: 'blurb',
        lines: paragraph.map((line) => ({ text: line.text, y: top + line.y })),
        face: faces.roman,
        size: fontSize,
        ...set,
      };
      elements.push(said(passage, text.dir));
    }
  }
  if (text.publisher) {
    const most = Math.min(15, size.width * 0.026);
    const fontSize = Math.min(
      most,
      (most * width * 0.5) / Math.max(1, faces.roman.width(text.publisher, most)),
    );
    const y = barcode.bottom - most * 0.3;
    const passage: Passage = {
      part: 'publisher',
      lines: [{ text: text.publisher, y }],
      face: faces.roman,
      size: fontSize,
      ...set,
    };
    if (sheet) {
      const length = faces.roman.width(text.publisher, fontSize);
      elements.push(strip(text.dir === 'rtl' ? start - length : start, y, length, fontSize, colours));
    }
    elements.push(said(passage, text.dir));
  }
  return { elements, left: over };
}

/** Text that a screen reader is told as a paragraph. */
export function said(passage: Passage, dir: 'ltr' | 'rtl'): Element {
  return s('g', { role: 'paragraph' }, [written(passage, dir)]);
}

function paragraphsOf(blurb: string): string[] {
  return blurb
    .split(/\n+/)
    .map((one) => one.trim())
    .filter(Boolean);
}

interface Set {
  readonly lines: { text: string; y: number }[][];
  readonly fontSize: number;
  /** Letters that there was no room for. */
  readonly rest: number;
}

/** Sets the blurb as large as it fits; what does not fit in the smallest size is left out. */
function fitBlurb(
  paragraphs: readonly string[],
  { faces, text, size }: Back,
  width: number,
  room: number,
): Set {
  const setting = { face: faces.roman, width, lang: text.lang };
  const largest = Math.max(SMALLEST, LARGEST * Math.min(1.15, Math.max(0.8, size.width / 576)));
  for (let fontSize = largest; ; fontSize = Math.max(SMALLEST, fontSize - STEP)) {
    let y = fontSize * 0.75;
    let rest = 0;
    const lines = setParagraphs(paragraphs, setting, fontSize).map((paragraph, index) => {
      if (index) y += fontSize * LEADING * 0.5;
      const placed = paragraph.map((line) => {
        const one = { text: line, y };
        y += fontSize * LEADING;
        return one;
      });
      const kept = placed.filter((line) => line.y <= room);
      for (const line of placed.slice(kept.length)) rest += line.text.length;
      return kept;
    });
    if (!rest || fontSize === SMALLEST) return { lines: lines.filter((one) => one.length), fontSize, rest };
  }
}

/** What one line lies on where there is a pattern, as on the spine. */
function strip(x: number, y: number, length: number, size: number, { paper: fill }: Colours): Element {
  return s('rect', { x: x - size, y: y - size * 1.3, width: length + 2 * size, height: size * 2.1, fill });
}

/** A sheet for the blurb, with a rule along its edge, as the label on the front has it. */
function paper({ left, right, colours }: Back, top: number, height: number): Element[] {
  const box = (inset: number): Record<string, number> => ({
    x: left + inset,
    y: top + inset,
    width: right - left - 2 * inset,
    height: height - 2 * inset,
  });
  const inset = (right - left) * 0.022;
  return [
    s('rect', { ...box(0), fill: colours.paper }),
    s('rect', { ...box(inset), fill: 'none', stroke: colours.ink, strokeWidth: 1.4 }),
  ];
}
