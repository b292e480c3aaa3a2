import type { Element } from 'hast';
import { s } from 'hastscript';
import { above, below, type Design, fitIn, type Passage, WIDTH } from '../design.js';

const CENTRE = WIDTH / 2;
/** Of the publisher's name, in ems. */
const TRACKING = 0.08;

/** One dark rule and two in colour round a pale cover, everything in the middle: as French houses have it since 1911. */
export const rules: Design = {
  name: 'rules',
  faces: 'serif',
  sheets: false,
  palettes: [
    { ground: '#f6f0e0', ink: '#1f1b16', accent: '#9c2a1f', paper: '#fffaf0' },
    { ground: '#eef0e6', ink: '#1c211c', accent: '#2f5d3a', paper: '#fafbf5' },
    { ground: '#f3eee6', ink: '#1d1c22', accent: '#27447a', paper: '#fbf8f2' },
    { ground: '#f4ebe4', ink: '#231a1c', accent: '#7a2448', paper: '#fcf6f1' },
  ],
  reads: [
    { ink: 'ink', on: 'ground', least: 4.5 },
    { ink: 'accent', on: 'ground', least: 3 },
  ],
  ground: (area, { ground }) => [s('rect', { ...area, fill: ground })],
  front(front) {
    const { text, height, scale, margin, colours, faces } = front;
    const { roman, italic } = faces;
    const width = WIDTH - 2 * margin - 40;
    const set = { x: CENTRE, anchor: 'middle', colour: colours.ink, room: width } as const;
    const author = fitIn(front, text.author, roman, width, {
      largest: 56,
      smallest: 28,
      lines: 2,
      share: 0.1,
    });
    const title = fitIn(front, text.title, roman, width, {
      largest: 124,
      smallest: 52,
      lines: 5,
      share: 0.28,
    });
    const step = title.size * 1.1;
    const first = height * 0.27 + title.size;
    const end = first + (title.lines.length - 1) * step;
    const passages: Passage[] = [
      {
        part: 'author',
        lines: below(author.lines, margin + 110 * scale, author.size * 1.2),
        face: roman,
        size: author.size,
        ...set,
      },
      {
        part: 'title',
        lines: below(title.lines, first, step),
        face: roman,
        size: title.size,
        ...set,
        colour: colours.accent,
      },
    ];
    if (text.subtitle) {
      const sizes = { largest: 46, smallest: 30, lines: 4, share: 0.11 };
      const { lines, size } = fitIn(front, text.subtitle, italic, width, sizes);
      passages.push({
        part: 'subtitle',
        lines: below(lines, end + 105 * scale, size * 1.3),
        face: italic,
        size,
        ...set,
      });
    }
    if (text.publisher && text.publisher !== text.author) {
      const sizes = { largest: 34, smallest: 24, lines: 1, share: 0.05, tracking: TRACKING };
      const { lines, size } = fitIn(front, text.publisher, roman, width, sizes);
      passages.push({
        part: 'publisher',
        lines: above(lines, height - margin - 30 * scale, size * 1.25),
        face: roman,
        size,
        tracking: TRACKING,
        ...set,
      });
    }
    return {
      shapes: [
        ruled(52, height, colours.ink, 2.5),
        ruled(64, height, colours.accent, 2.5),
        ruled(74, height, colours.accent, 2.5),
        lozenge(height - margin - 130 * scale, colours.accent),
      ],
      passages,
    };
  },
};

function ruled(inset: number, height: number, stroke: string, strokeWidth: number): Element {
  const size = { width: WIDTH - 2 * inset, height: height - 2 * inset };
  return s('rect', { x: inset, y: inset, ...size, fill: 'none', stroke, strokeWidth });
}

/** Three small squares on their corners, above the publisher. */
function lozenge(y: number, fill: string): Element {
  const one = (x: number, r: number): string => `M${x - r} ${y}l${r} ${-r}l${r} ${r}l${-r} ${r}z`;
  return s('path', { d: `${one(CENTRE - 34, 8)}${one(CENTRE, 12)}${one(CENTRE + 34, 8)}`, fill });
}
