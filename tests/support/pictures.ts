import sharp, { type Sharp } from 'sharp';

/** A picture of four fields, red and green above blue and white, each half of it seen through where it is `seeThrough`. */
export const UPRIGHT = { width: 96, height: 64 };
const FIELDS = [
  [0xd0, 0x20, 0x20],
  [0x20, 0xa0, 0x20],
  [0x20, 0x20, 0xd0],
  [0xf0, 0xf0, 0xf0],
] as const;

/** Where a pixel of a stored image is in the upright one, by EXIF orientation (Exif 3.0, 4.6.5.1.6). */
const STORED: Readonly<Record<number, (a: number, b: number, w: number, h: number) => [number, number]>> = {
  1: (a, b) => [a, b],
  2: (a, b, w) => [w - 1 - a, b],
  3: (a, b, w, h) => [w - 1 - a, h - 1 - b],
  4: (a, b, _, h) => [a, h - 1 - b],
  5: (a, b) => [b, a],
  6: (a, b, w) => [w - 1 - b, a],
  7: (a, b, w, h) => [w - 1 - b, h - 1 - a],
  8: (a, b, _, h) => [b, h - 1 - a],
};

/** The picture as a camera stores it that was held in some way. */
export function picture(orientation = 1, seeThrough = false, { width, height } = UPRIGHT): Sharp {
  const [w, h] = orientation > 4 ? [height, width] : [width, height];
  const channels = seeThrough ? 4 : 3;
  const pixels = Buffer.alloc(w * h * channels);
  for (let b = 0; b < h; b++)
    for (let a = 0; a < w; a++) {
      const [x, y] = STORED[orientation]?.(a, b, width, height) ?? [0, 0];
      const field = FIELDS[(x < width / 2 ? 0 : 1) + (y < height / 2 ? 0 : 2)] ?? FIELDS[0];
      const at = (b * w + a) * channels;
      pixels.set(field, at);
      if (seeThrough) pixels[at + 3] = 128;
    }
  const plain = sharp(pixels, { raw: { width: w, height: h, channels } });
  return orientation === 1 ? plain : plain.withMetadata({ orientation });
}

/** What is seen in the middle of each field, by the next of the four colours; read without regard to any orientation. */
export async function fieldsOf(image: Uint8Array): Promise<readonly string[]> {
  const { data, info } = await sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const names = ['red', 'green', 'blue', 'white'];
  return [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ].map(([x = 0, y = 0]) => {
    const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
    const far = FIELDS.map((field) =>
      field.reduce((sum, v, i) => sum + Math.abs(v - (data[at + i] ?? 0)), 0),
    );
    return names[far.indexOf(Math.min(...far))] ?? '';
  });
}

/** A picture that no compression makes small: dots of every colour, the same each time. */
export function noise(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let i = 0, seed = 1; i < pixels.length; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    pixels[i] = seed >>> 24;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}
