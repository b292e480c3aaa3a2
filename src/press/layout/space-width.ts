/*
 * Runs inside the page, lent to it under its own name.
 */

/** What has been measured, and what it is measured with. */
interface Kept {
  (text: Text): number;
  canvas?: OffscreenCanvasRenderingContext2D | null;
  /** By typeface and size, and by element: nothing about them changes while lines are finished. */
  widths?: Map<string, number>;
  known?: WeakMap<Element, number>;
}

/** How wide a space is in the typeface that a text is set in, in CSS pixels, where nothing has made it wider. */
export function spaceWidth({ parentElement }: Text): number {
  const kept = spaceWidth as Kept;
  kept.canvas ??= new OffscreenCanvas(1, 1).getContext('2d');
  kept.widths ??= new Map();
  kept.known ??= new WeakMap();
  const { canvas, widths, known } = kept;
  if (!canvas || !parentElement) return Number.NaN;
  const before = known.get(parentElement);
  if (before !== undefined) return before;
  const { fontStyle, fontWeight, fontSize, fontFamily, wordSpacing, letterSpacing } =
    getComputedStyle(parentElement);
  const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  let width = widths.get(font);
  if (width === undefined) {
    canvas.font = font;
    width = canvas.measureText(' ').width;
    widths.set(font, width);
  }
  const added = (Number.parseFloat(wordSpacing) || 0) + (Number.parseFloat(letterSpacing) || 0);
  known.set(parentElement, width + added);
  return width + added;
}
