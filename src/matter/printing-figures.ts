import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Printing } from '../model/sheets.js';

/** A drawing is as wide and as high as this, in units of its own. */
const SIZE = 100;

/** What is done with the paper, drawn: how it is turned over, then how it is folded and stapled, or cut and stacked. */
export function figuresOf(
  printing: Pick<Printing, 'kind' | 'edge' | 'landscape' | 'columns' | 'rows' | 'signatures'>,
  rightToLeft: boolean,
): Element[] {
  const { kind, edge, signatures } = printing;
  const after = {
    nUp: [],
    booklet: [folding(), signatures.length > 1 ? gathered() : stapled(rightToLeft)],
    cutStack: [cutting(printing), stacked()],
  };
  return [...(edge ? [turning(printing, edge)] : []), ...after[kind]];
}

function drawing(...children: Element[]): Element {
  return s('svg', { viewBox: `0 0 ${SIZE} ${SIZE}` }, children);
}

const line = (d: string, className = ''): Element =>
  s('path', { d, className: className ? [className] : [] });
/** The head of an arrow that points down or to the left. */
const headDown = (x: number, y: number): Element => line(`M${x - 4} ${y - 6}L${x} ${y}L${x + 4} ${y - 6}`);
const headLeft = (x: number, y: number): Element => line(`M${x + 6} ${y - 4}L${x} ${y}L${x + 6} ${y + 4}`);

/** A sheet with lines of text, and a bow over the edge that it is turned on, which is drawn thick. */
function turning(
  { landscape, columns, rows }: Pick<Printing, 'landscape' | 'columns' | 'rows'>,
  edge: 'long' | 'short',
): Element {
  const [width, height] = landscape ? [76, 54] : [54, 76];
  const [left, top] = [(SIZE - width) / 2 - 6, (SIZE - height) / 2 + 6];
  const [right, bottom] = [left + width, top + height];
  const aside = (edge === 'short') === landscape;
  const text = cells(left, top, width, height, columns, rows).map(([x, y, wide, high]) =>
    line(
      [0.25, 0.4, 0.55]
        .map((part) => `M${x + wide * 0.2} ${y + high * part}h${wide * (part === 0.55 ? 0.35 : 0.6)}`)
        .join(''),
      'faint',
    ),
  );
  return drawing(
    line(`M${left} ${top}h${width}v${height}h${-width}Z`),
    ...text,
    ...(aside
      ? [
          line(`M${right} ${top}V${bottom}`, 'thick'),
          line(
            `M${right - 14} ${top - 5}C${right - 8} ${top - 18} ${right + 10} ${top - 18} ${right + 8} ${top - 2}`,
          ),
          headDown(right + 8, top - 1),
        ]
      : [
          line(`M${left} ${top}H${right}`, 'thick'),
          line(
            `M${right + 4} ${top + 14}C${right + 14} ${top + 8} ${right + 14} ${top - 10} ${right + 3} ${top - 8}`,
          ),
          headLeft(right + 2, top - 8),
        ]),
  );
}

/** The places of a sheet: x, y, width and height of each. */
function cells(left: number, top: number, width: number, height: number, columns: number, rows: number) {
  const [wide, high] = [width / columns, height / rows];
  return Array.from(
    { length: columns * rows },
    (_, place) =>
      [left + (place % columns) * wide, top + Math.floor(place / columns) * high, wide, high] as const,
  );
}

/** Three sheets that are half folded, the fold away from the reader. */
function folding(): Element {
  const sheet = (up: number): Element =>
    line(`M6 ${38 - up}L50 ${58 - up}L94 ${38 - up}V${74 - up}L50 ${94 - up}L6 ${74 - up}Z`, 'paper');
  return drawing(
    sheet(0),
    sheet(4),
    sheet(8),
    line('M50 50V86', 'dashed'),
    line('M14 22C22 8 36 6 44 22'),
    headDown(45, 24),
    line('M86 22C78 8 64 6 56 22'),
    headDown(55, 24),
  );
}

/** The folded book from outside, with two staples in its back. */
function stapled(rightToLeft: boolean): Element {
  const back = rightToLeft ? 78 : 22;
  const edge = SIZE - back;
  const on = rightToLeft ? -1 : 1;
  return drawing(
    line(`M${edge} 18h${on * 3}V90H${back + on * 3}V86`, 'faint'),
    line(`M${back} 14H${edge}V86H${back}Z`),
    line(`M${back} 28v14M${back} 58v14`, 'staple'),
  );
}

/** Folded sections, seen from the end of the book, and pushed together back to back. */
function gathered(): Element {
  const section = (left: number): Element[] => [
    line(`M${left} 80V30C${left} 22 ${left + 16} 22 ${left + 16} 30V80`, 'paper'),
    line(`M${left + 4} 80V32C${left + 4} 27 ${left + 12} 27 ${left + 12} 32V80`, 'faint'),
  ];
  return drawing(
    ...section(18),
    ...section(42),
    ...section(66),
    line('M14 12H86', 'thick'),
    line('M2 50H12M9 46L13 50L9 54M98 50H88M91 46L87 50L91 54'),
  );
}

function cutting({ landscape, columns, rows }: Pick<Printing, 'landscape' | 'columns' | 'rows'>): Element {
  const [width, height] = landscape ? [76, 54] : [54, 76];
  const [left, top] = [(SIZE - width) / 2, (SIZE - height) / 2];
  const across = Array.from({ length: rows - 1 }, (_, row) => top + ((row + 1) * height) / rows);
  const down = Array.from({ length: columns - 1 }, (_, column) => left + ((column + 1) * width) / columns);
  return drawing(
    line(`M${left + 6} ${top + height}v6h${width}v${-height}h-6`, 'faint'),
    line(`M${left + 3} ${top + height}v3h${width}v${-height}h-3`, 'faint'),
    line(`M${left} ${top}h${width}v${height}h${-width}Z`),
    ...across.map((y) => line(`M${left - 8} ${y}H${left + width + 10}`, 'dashed')),
    ...down.map((x) => line(`M${x} ${top - 8}V${top + height + 10}`, 'dashed')),
  );
}

/** Piles, one lowered on the other. */
function stacked(): Element {
  const pile = (top: number): Element[] => [
    ...[8, 4].map((down) => line(`M24 ${top + down}L50 ${top + 12 + down}L76 ${top + down}`)),
    line(`M24 ${top}L50 ${top - 12}L76 ${top}L50 ${top + 12}Z`, 'paper'),
    line(`M24 ${top}v8M76 ${top}v8M50 ${top + 12}v8`, 'faint'),
  ];
  return drawing(...pile(70), ...pile(26), line('M50 48V54'), headDown(50, 56));
}
