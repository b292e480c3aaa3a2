import type { Notice } from '../model/notice.js';

export const coverContrast: Notice<{ what: string; ratio: number; least: number }> = {
  id: 'cover-contrast',
  severity: 'warning',
  says: ({ what, ratio, least }) =>
    `On the cover ${what} stand apart by ${ratio.toFixed(1)} to 1, and ${least} to 1 is the least at which they can be read`,
  remedy: () => 'Choose a darker or a paler colour: tokens: {cover-ground: "#…", cover-ink: "#…"}.',
  why: 'A cover is seen as a thumbnail, on poor screens and by poor eyes. WCAG 2.2 (1.4.3) asks 4.5 to 1 of text, and 3 to 1 of large text; the colours that Octavo chooses itself are well over that.',
};

export const coverColourReads: Notice<{ token: string; value: string }> = {
  id: 'cover-colour-reads',
  severity: 'warning',
  says: ({ token, value }) =>
    `The token “${token}” is “${value}”, which is no colour that a cover can be drawn in`,
  remedy: () => 'Write it as #rrggbb, in quotation marks: "#1f4e5f".',
  why: 'A cover is drawn before there is a browser, and its contrast is measured; names and functions of CSS would be different colours to different programs.',
};

export const coverDesignKnown: Notice<{ name: string; known: readonly string[] }> = {
  id: 'cover-design-known',
  severity: 'warning',
  says: ({ name }) => `The token “cover-design” is “${name}”, and there is no such design`,
  remedy: ({ known }) => `Designs are ${known.join(', ')}; “frame” was drawn.`,
  why: 'The token is what a theme chooses its design by; in book.yaml, cover: {design: label} does the same and is checked.',
};

export const coverImageSize: Notice<{
  path: string;
  width: number;
  height: number;
  fault: 'small' | 'shape';
}> = {
  id: 'cover-image-size',
  severity: 'warning',
  says: ({ path, width, height, fault }) =>
    fault === 'small'
      ? `The cover ${path} has ${width} × ${height} pixels, and stores ask for 1,400 on its shorter side at least`
      : `The cover ${path} has ${width} × ${height} pixels, which is not the shape of a book`,
  remedy: ({ fault }) =>
    fault === 'small'
      ? 'Use a larger picture: 1,600 × 2,560 pixels please every store. Do not blow up a small one.'
      : 'Use a picture that is higher than it is wide, 1.6 times as high best: 1,600 × 2,560 pixels.',
  why: 'Apple Books takes no cover under 1,400 pixels on its shorter side, Amazon KDP none under 625 × 1,000, and both reduce what is larger. Amazon likes a height of 1.6 times the width best. Figures read in November 2026.',
};

export const blurbFits: Notice<{ letters: number }> = {
  id: 'blurb-fits',
  severity: 'warning',
  says: ({ letters }) =>
    `The description is too long for the back of the cover, even in its smallest size: its last ${letters} characters are not there`,
  remedy: () => 'Shorten “description” in book.yaml: two or three sentences are what is read on a back.',
  why: 'The back of a cover is read in a shop, in half a minute, and its lower part belongs to the bar code.',
};
