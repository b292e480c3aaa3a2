const STYLE = 'Give it a class, and say in a stylesheet of your own (“styles:” in book.yaml) how that looks.';
const WIDTH = 'A width stands for itself: width="50%".';

/** How to have something in the middle of the line, in the place of an element that has it there. */
export const IN_THE_MIDDLE =
  'A break between two scenes, * * *, and a figure stand in the middle by themselves. For others write :::div{.centred} in its place, and in a stylesheet of yours .centred p {text-align: center; text-indent: 0}.';

/** What is asked most of a style in HTML that other tools print: a new page, and the middle of the line. */
const ASKED: readonly (readonly [RegExp, string])[] = [
  [
    /(?:^|;)\s*(?:page-)?break-(?:before|after)\s*:(?!\s*(?:auto|avoid))/i,
    'Take it out: chapters begin on a new page by themselves. Elsewhere write {.new-page} behind a heading, and in a stylesheet of yours .new-page {break-before: page}.',
  ],
  [/(?:^|;)\s*text-align\s*:\s*center/i, IN_THE_MIDDLE],
];

/** Elements that a block may stand in the place of: no cell, and no heading. */
const PLAIN = /^(?:center|div|p|section|span)$/;

/** How to say here what a style of an element says. */
export function insteadOfStyle(tagName: string, style: string): string {
  if (tagName === 'img') return `${STYLE} ${WIDTH}`;
  if (!PLAIN.test(tagName)) return STYLE;
  return ASKED.find(([asked]) => asked.test(style))?.[1] ?? STYLE;
}
