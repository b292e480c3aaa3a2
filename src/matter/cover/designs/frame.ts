import { s } from 'hastscript';
import { above, below, type Design, fitIn, type Passage, startOf, WIDTH } from '../design.js';

const INSET = 55;

/** A rule round everything, the title at its side: quiet, for what is read. */
export const frame: Design = {
  name: 'frame',
  faces: 'serif',
  sheets: false,
  palettes: [
    { ground: '#22303c', ink: '#f6efe2', accent: '#d9a066', paper: '#f6efe2' },
    { ground: '#f4ede0', ink: '#2b2420', accent: '#a3512d', paper: '#fffaf0' },
    { ground: '#2f3b2f', ink: '#f3efe0', accent: '#c9b458', paper: '#f3efe0' },
    { ground: '#3b2230', ink: '#f7ece6', accent: '#d98c7a', paper: '#f7ece6' },
    { ground: '#e9eef0', ink: '#1d2b36', accent: '#3f6f8a', paper: '#ffffff' },
  ],
  reads: [{ ink: 'ink', on: 'ground', least: 4.5 }],
  ground: (area, { ground }) => [s('rect', { ...area, fill: ground })],
  front(front) {
    const { text, height, scale, margin, colours, faces } = front;
    const { roman, italic } = faces;
    const width = WIDTH - 2 * margin;
    const x = startOf(front);
    const set = { x, anchor: 'start', colour: colours.ink, room: width } as const;
    const title = fitIn(front, text.title, roman, width, {
      largest: 128,
      smallest: 56,
      lines: 5,
      share: 0.37,
    });
    const author = fitIn(front, text.author, roman, width, {
      largest: 44,
      smallest: 28,
      lines: 2,
      share: 0.1,
    });
    const first = height * 0.24;
    const rule = first + title.lines.length * title.size * 1.08 + 12 * scale;
    const passages: Passage[] = [
      {
        part: 'title',
        lines: below(title.lines, first, title.size * 1.08),
        face: roman,
        size: title.size,
        ...set,
      },
    ];
    if (text.subtitle) {
      const { lines, size } = fitIn(front, text.subtitle, italic, width, {
        largest: 46,
        smallest: 30,
        lines: 4,
        share: 0.11,
      });
      passages.push({
        part: 'subtitle',
        lines: below(lines, rule + 84 * scale, size * 1.3),
        face: italic,
        size,
        ...set,
      });
    }
    const last = height - margin - 20 * scale;
    passages.push({
      part: 'author',
      lines: above(author.lines, last, author.size * 1.25),
      face: roman,
      size: author.size,
      ...set,
    });
    return {
      shapes: [
        s('rect', {
          x: INSET,
          y: INSET,
          width: WIDTH - 2 * INSET,
          height: height - 2 * INSET,
          fill: 'none',
          stroke: colours.accent,
          strokeWidth: 2,
        }),
        s('rect', {
          x: text.dir === 'rtl' ? x - 180 : x,
          y: rule,
          width: 180,
          height: 5,
          fill: colours.accent,
        }),
      ],
      passages,
    };
  },
};
