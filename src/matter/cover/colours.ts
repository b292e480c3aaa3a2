/** The colours of a cover, as `#rrggbb`. */
export interface Colours {
  /** What everything lies on. */
  readonly ground: string;
  readonly ink: string;
  /** Rules, shapes, and what stands out. */
  readonly accent: string;
  /** A sheet that lies on the ground, where a design has one. */
  readonly paper: string;
}

/** A colour as an author may write it: `#rgb` or `#rrggbb`. */
export function readColour(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(plain)) return plain;
  const [, r, g, b] = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(plain) ?? [];
  return r && g && b ? `#${r}${r}${g}${g}${b}${b}` : undefined;
}

/** How far two colours stand apart: from 1, alike, to 21, black on white (WCAG 2.2, “contrast ratio”). */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** How light a colour is, from 0 to 1 (WCAG 2.2, “relative luminance”). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
