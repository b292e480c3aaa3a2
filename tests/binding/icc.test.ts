import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { greyProfile, srgbProfile } from '../../src/binding/icc.js';
import { desk } from '../support/desk.js';

/** Pixels as a colour engine that had no part in making the profile turns them into its space. */
async function through(profile: Uint8Array, colours: readonly number[], channels: 1 | 3): Promise<number[]> {
  const path = join(await desk(), 'own.icc');
  await writeFile(path, profile);
  const image = sharp(Buffer.from(colours), {
    raw: { width: colours.length / channels, height: 1, channels },
  });
  const png = await image
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .withIccProfile(path)
    .png()
    .toBuffer();
  expect((await sharp(png).metadata()).icc?.equals(Buffer.from(profile))).toBe(true);
  const { data, info } = await sharp(png, { ignoreIcc: true }).raw().toBuffer({ resolveWithObject: true });
  return [...data].filter((_, index) => index % info.channels < channels);
}

const far = (made: readonly number[], wanted: readonly number[]): number =>
  Math.max(...wanted.map((value, index) => Math.abs(value - (made[index] ?? 999))));

describe('profiles of colour', () => {
  it('sRGB leaves colours of sRGB as they are', async () => {
    const colours = [0, 0, 0, 255, 255, 255, 192, 64, 32, 12, 200, 90, 3, 3, 3, 128, 128, 128];
    expect(far(await through(srgbProfile('sRGB'), colours, 3), colours)).toBeLessThanOrEqual(1);
  });

  it('grey leaves greys nearly as they are', async () => {
    const greys = [0, 40, 90, 128, 180, 220, 255];
    expect(far(await through(greyProfile('Grey'), greys, 1), greys)).toBeLessThanOrEqual(6);
  });

  it('are the same each time, and say how long they are', () => {
    for (const make of [greyProfile, srgbProfile]) {
      expect(make('A')).toEqual(make('A'));
      expect(Buffer.from(make('A')).readUInt32BE(0)).toBe(make('A').length);
    }
  });
});
