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

/** @see Separation.photograph */
export function separatePhotograph(jpeg: Uint8Array, profile: string): Promise<Uint8Array> {
  return inInks(sharp(jpeg), profile)
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4', mozjpeg: false, progressive: false })
    .toBuffer();
}

function inInks(image: Sharp, profile: string): Sharp {
  return image.toColourspace('cmyk').withIccProfile(profile, { attach: false });
}
