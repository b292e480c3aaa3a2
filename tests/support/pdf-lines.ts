/** A run of text as pdf.js gives it; points from the top left. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly width: number;
  /** Of the font, in points. */
  readonly size: number;
  readonly font: string;
  readonly rtl: boolean;
}

/**
 * What stands on one baseline of a page, whole width: text side by side (a contents entry and its page number, the cells
 * of a row) is one line. A raised or lowered piece (a note number) belongs to the line that it touches.
 */
export interface Line {
  readonly text: string;
  /** Points: left edge, and baseline from the top of the page. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the largest piece: size in points and PostScript name of its font. */
  readonly size: number;
  readonly font: string;
}

/** Gathers pieces into lines, from top to bottom. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const shown = pieces.filter((piece) => piece.text.trim() !== '');
  // The largest first, so that a line is founded by its text and joined by its note numbers.
  const groups: { y: number; size: number; pieces: Piece[] }[] = [];
  for (const piece of [...shown].sort((a, b) => b.size - a.size)) {
    const group = groups.find(
      ({ y, size }) => Math.abs(piece.y - y) <= (piece.size < size * 0.9 ? size * 0.45 : 1),
    );
    if (group) group.pieces.push(piece);
    else groups.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  return groups.sort((a, b) => a.y - b.y).map(({ y, pieces: parts }) => lineOf(y, parts));
}

function lineOf(y: number, pieces: readonly Piece[]): Line {
  const rtl = pieces.filter((piece) => piece.rtl).length > pieces.length / 2;
  const inOrder = [...pieces].sort((a, b) => (rtl ? b.x - a.x : a.x - b.x));
  let text = '';
  let before: Piece | undefined;
  for (const piece of inOrder) {
    const gap = before ? (rtl ? before.x - piece.x - piece.width : piece.x - before.x - before.width) : 0;
    text += gap > piece.size * 0.12 && !text.endsWith(' ') ? ` ${piece.text}` : piece.text;
    before = piece;
  }
  const largest = pieces.reduce((most, piece) => (piece.size > most.size ? piece : most));
  const x = Math.min(...pieces.map((piece) => piece.x));
  const right = Math.max(...pieces.map((piece) => piece.x + piece.width));
  return {
    text: text.replace(/\s+/gu, ' ').trim(),
    x: round(x),
    y: round(y),
    width: round(right - x),
    size: round(largest.size),
    font: largest.font,
  };
}

/** To a hundredth of a point: what is left of the browser's single precision is noise. */
const round = (points: number) => Math.round(points * 100) / 100;
