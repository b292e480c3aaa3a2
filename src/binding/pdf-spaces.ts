import { PDFArray, PDFName, PDFNumber, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';

const GREY = PDFName.of('DeviceGray');

/** The plain colour space of so many inks (ISO 32000-1, 8.6.4). */
export const SPACES: Readonly<Record<1 | 3 | 4, PDFName>> = {
  1: GREY,
  3: PDFName.of('DeviceRGB'),
  4: PDFName.of('DeviceCMYK'),
};

/** The inks of a colour space, by how many there are: Chromium writes sRGB as a profile or by its plain name. 0 is another. */
export function inksOf(space: PDFObject | undefined): number {
  for (const [inks, name] of Object.entries(SPACES)) if (space === name) return Number(inks);
  const [kind, profile] = space instanceof PDFArray ? [space.lookup(0), space.lookup(1)] : [];
  if (kind === PDFName.of('CalGray')) return 1;
  if (kind !== PDFName.of('ICCBased') || !(profile instanceof PDFRawStream)) return 0;
  return profile.dict.lookupMaybe(PDFName.of('N'), PDFNumber)?.asNumber() ?? 0;
}
