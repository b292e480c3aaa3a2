import type { Element } from 'hast';
import { s } from 'hastscript';
import { below, type Design, type Front, fitIn, type Passage, startOf, WIDTH } from '../design.js';
import type { Fitted } from '../fit.js';

/** A heavy sans at the top, and one round shape that runs off the page: for what is to be used. */
export const block: Design = {
  name: 'block',
  faces: 'sans',
  sheets: false,
  palettes: [
    { ground: '#f2c14e', ink: '#17171c', accent: '#d1495b', paper: '#fff8e6' },
    { ground: '#1f4e5f', ink: '#ffffff', accent: '#f2a541', paper: '#ffffff' },
    { ground: '#ece7df', ink: '#1b1b1b', accent: '#d8432e', paper: '#ffffff' },
    { ground: '#2b2d42', ink: '#f8f4ec', accent: '#ef8354', paper: '#ffffff' },
    { ground: '#dce8e4', ink: '#12312b', accent: '#2a9d8f', paper: '#ffffff' },
  ],
  reads: [{ ink: 'ink', on: 'ground', least: 4.5 }],
  ground: (area, { ground }) => [s('rect', { ...area, fill: ground })],
  front(front) {
    const { text, scale, margin, colours, faces } = front;
    const { roman, bold } = faces;
    const width = WIDTH - 2 * margin;
    const set = { x: startOf(front), anchor: 'start', colour: colours.ink, room: width } as const;
    const passages: Passage[] = [];
    let y = margin - 10;
    const add = (
      part: Passage['part'],
      face: Passage['face'],
      { lines, size }: Fitted,
      gap: number,
    ): void => {
      y += gap * scale + size;
      passages.push({ part, lines: below(lines, y, size * 1.06), face, size, ...set });
      y += (lines.length - 1) * size * 1.06;
    };
    const sizes = { largest: 44, smallest: 26, lines: 2, share: 0.09 };
    add('author', bold, fitIn(front, text.author, bold, width, sizes), 0);
    const titleSizes = { largest: 148, smallest: 56, lines: 5, share: 0.42 };
    add('title', bold, fitIn(front, text.title, bold, width, titleSizes), 50);
    if (text.subtitle) {
      const subtitleSizes = { largest: 46, smallest: 30, lines: 4, share: 0.12 };
      add('subtitle', roman, fitIn(front, text.subtitle, roman, width, subtitleSizes), 44);
    }
    return { shapes: round(front, y + 90 * scale), passages };
  },
};

/** A disc with a ring of the ground in it, below everything that is read. */
function round({ text, height, colours }: Front, top: number): Element[] {
  const radius = Math.min(430, (height + 130 - top) / 2);
  if (radius < 90) return [];
  const cx = text.dir === 'rtl' ? 340 : WIDTH - 340;
  const cy = height + 130 - radius;
  const disc = (r: number, fill: string): Element => s('circle', { cx, cy, r, fill });
  return [
    disc(radius, colours.accent),
    disc(radius * 0.56, colours.ground),
    disc(radius * 0.36, colours.accent),
  ];
}
