import sharp, { type Sharp } from 'sharp';

/** High enough that making a photograph ready for the press is not seen. */
const QUALITY = 95;

/** So many colours at once; the library takes no wider picture. */
const ROW = 65_000;

/** @see Separation.colours */
export async function separateColours(rgb: Uint8Array, profile: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < rgb.length; at += ROW * 3) {
    const row = rgb.subarray(at, at + ROW * 3);
    const image = sharp(row, { raw: { width: row.length / 3, height: 1, channels: 3 } });
    pieces.push(await inInks(image, profile).raw().toBuffer());
  }
  return Buffer.concat(pieces);
}

/** Colours from one end to the other: no press makes of all of them what the library makes without a profile. */
const TRIAL = Uint8Array.from(
  [0, 1, 2, 3, 4, 5, 6, 7].flatMap((i) => [i & 4, i & 2, i & 1].map((on) => (on ? 230 : 25))),
);

/**
 * Whether the library can make colours with a profile. It says nothing of one that it cannot read, and goes on without it.
 * Rejects where it can make none at all, which is no fault of the profile.
 */
export async function isUsable(profile: string): Promise<boolean> {
  const row = { width: TRIAL.length / 3, height: 1, channels: 3 } as const;
  const without = await sharp(TRIAL, { raw: row }).toColourspace('cmyk').raw().toBuffer();
  try {
    return Buffer.compare(without, await separateColours(TRIAL, profile)) !== 0;
  } catch {
    return false;
  }
}

/** @see Separation.photograph */
export function separatePhotograph(jpeg: Uint8Array, profile: string): Promise<Uint8Array> {
  return inInks(sharp(jpeg), profile)
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4', mozjpeg: false, progressive: false })
    .toBuffer();
}

function inInks(image: Sharp, profile: string): Sharp {
  return image.toColourspace('cmyk').withIccProfile(profile, { attach: false });
}
