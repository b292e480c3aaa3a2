import type { Element } from 'hast';
import { s } from 'hastscript';
import { below, type Design, fitIn, type Passage, WIDTH } from '../design.js';
import type { Fitted } from '../fit.js';
import { PATTERNS } from '../patterns.js';

const CENTRE = WIDTH / 2;
/** From the edge of the label to its rule, and to its text. */
const RULE = 18;
const PAD = 62;

/** A label on patterned paper: as small books are bound by hand. */
export const label: Design = {
  name: 'label',
  faces: 'serif',
  sheets: true,
  palettes: [
    { ground: '#2f5061', ink: '#1d2b33', accent: '#e7b76b', paper: '#fbf5e6' },
    { ground: '#8c3b2e', ink: '#33201b', accent: '#f0c9a0', paper: '#fdf6e9' },
    { ground: '#46613f', ink: '#232b20', accent: '#e3d28b', paper: '#fbf7e8' },
    { ground: '#5b3a5e', ink: '#2b1f2d', accent: '#e2b7c0', paper: '#fdf5f0' },
    { ground: '#d9c8a3', ink: '#2e261a', accent: '#8f3f2c', paper: '#fffaf0' },
  ],
  reads: [{ ink: 'ink', on: 'paper', least: 4.5 }],
  ground: (area, colours, seed) => [
    s('rect', { ...area, fill: colours.ground }),
    ...(PATTERNS[seed % PATTERNS.length] ?? PATTERNS[0])(area, colours.accent),
  ],
  front(front) {
    const { text, height, scale, margin, colours, faces } = front;
    const { roman, italic } = faces;
    const side = Math.max(margin - 6, 130);
    const width = WIDTH - 2 * (side + PAD);
    const set = { x: CENTRE, anchor: 'middle', colour: colours.ink, room: width } as const;
    const top = height * 0.14;
    const passages: Passage[] = [];
    let y = top + PAD + 20 * scale;
    const add = (
      part: Passage['part'],
      face: Passage['face'],
      { lines, size }: Fitted,
      gap: number,
    ): void => {
      y += gap * scale + size;
      passages.push({ part, lines: below(lines, y, size * 1.15), face, size, ...set });
      y += (lines.length - 1) * size * 1.15;
    };
    const sizes = { largest: 42, smallest: 26, lines: 2, share: 0.09 };
    add('author', roman, fitIn(front, text.author, roman, width, sizes), 0);
    y += 48 * scale;
    const rule = s('rect', { x: CENTRE - 45, y, width: 90, height: 3, fill: colours.ink });
    const titleSizes = { largest: 92, smallest: 44, lines: 5, share: 0.26 };
    add('title', roman, fitIn(front, text.title, roman, width, titleSizes), 28);
    if (text.subtitle) {
      const subtitleSizes = { largest: 40, smallest: 26, lines: 4, share: 0.11 };
      add('subtitle', italic, fitIn(front, text.subtitle, italic, width, subtitleSizes), 40);
    }
    const bottom = y + PAD + 40 * scale;
    return { shapes: [...sheet(side, top, bottom, colours), rule], passages };
  },
};

/** The label itself, with a rule along its edge. */
function sheet(
  side: number,
  top: number,
  bottom: number,
  colours: { ink: string; paper: string },
): Element[] {
  const box = (inset: number): Record<string, number> => ({
    x: side + inset,
    y: top + inset,
    width: WIDTH - 2 * (side + inset),
    height: bottom - top - 2 * inset,
  });
  return [
    s('rect', { ...box(0), fill: colours.paper }),
    s('rect', { ...box(RULE), fill: 'none', stroke: colours.ink, strokeWidth: 2.5 }),
  ];
}
