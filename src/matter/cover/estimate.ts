/** Widths in ems that no usual text face of a script exceeds on average; marks that stand on a letter take no room. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/\p{M}|\p{Cf}/u, 0],
  [/\s/u, 0.35],
  [/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff00-\uff60]/u, 1],
  [/\p{Extended_Pictographic}/u, 1.4],
  [/\p{Lu}/u, 0.8],
  [/\p{P}/u, 0.45],
];
const OTHER = 0.66;

/** How wide a line will be in a font that is not known, at the size 1: rather too much than too little. */
export function estimatedWidth(text: string): number {
  let width = 0;
  for (const char of text) width += WIDTHS.find(([kind]) => kind.test(char))?.[1] ?? OTHER;
  return width;
}
