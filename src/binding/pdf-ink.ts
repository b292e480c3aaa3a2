import { operators, scanContent } from './pdf-content.js';

const COLOURS = operators('rg', 'RG');

/** Red, green and blue, each from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** What colours are printed with. Greys are printed in black alone whatever it is. */
export interface Ink {
  /** Inks of everything that has a colour: black alone, or cyan, magenta, yellow and black; 3 leaves it in red, green and blue. */
  readonly inks: 1 | 3 | 4;
  /** A colour in so many inks: a grey from 0 (black) to 1, four inks from 0 (none) to 1. */
  mix(colour: Rgb): readonly number[];
}

/** Colours as they are. */
export const COLOUR: Ink = { inks: 3, mix: (colour) => colour };
/** Nothing but black. */
export const BLACK: Ink = { inks: 1, mix: (colour) => [luma(colour)] };

/** How light a colour of sRGB looks, without leaving its scale (ITU-R BT.709). */
export function luma([red, green, blue]: Rgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function isGrey([red, green, blue]: Rgb): boolean {
  return red === green && green === blue;
}

/**
 * Says colours of a content stream in black where they are greys, and others in what there is to print with. Chromium writes
 * all of them as red, green and blue; a printer's machine may mix such a black of four inks, and its edges of colours.
 * Nothing is seen of it on a screen.
 */
export function inkContent(content: Uint8Array, ink: Ink): Uint8Array {
  const pieces: Uint8Array[] = [];
  let done = 0;
  forColours(content, (colour, stroke, start, end) => {
    const grey = isGrey(colour);
    if (!grey && ink.inks === 3) return;
    const parts = grey ? [colour[0]] : ink.mix(colour);
    const operator = parts.length === 1 ? 'g' : 'k';
    pieces.push(
      content.subarray(done, start),
      Buffer.from(`${parts.map(rounded).join(' ')} ${stroke ? operator.toUpperCase() : operator}`),
    );
    done = end;
  });
  if (!pieces.length) return content;
  pieces.push(content.subarray(done));
  return Buffer.concat(pieces);
}

/** Shows every colour that a content stream sets, with where it is set. */
export function forColours(
  content: Uint8Array,
  show: (colour: Rgb, stroke: boolean, start: number, end: number) => void,
): void {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  scanContent(content, COLOURS, (operator, start, end) => {
    const [red = 0, green = 0, blue = 0] = bytes.toString('latin1', start, end).split(/\s+/).map(Number);
    show([red, green, blue], operator === 'RG', start, end);
  });
}

export function rounded(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
