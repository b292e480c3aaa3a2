import type { TrimSize } from '../model/config.js';
import type { Tools } from '../model/edition.js';
import type { PagePicture } from '../model/handout.js';
import type { OpenSheet } from '../model/press.js';
import type { Section } from '../model/rendition.js';
import type { Settled } from '../press/layout/job.js';
import { pictureOfFirst } from '../press/layout/picture.js';

/** Pixels of the shorter side of a page that is shown small: 300 to the inch on nine twentieths of any text block up to 7.4 in. */
const PIXELS = 1000;

/** The first page of a handout that was printed, in greys. */
export async function pictureOfPage(
  sheet: OpenSheet,
  size: TrimSize,
  foot: string,
  settled: Settled,
  { darkroom }: Tools,
): Promise<PagePicture> {
  // Of whole pixels, which browsers round to in different ways.
  const area = { width: Math.round(size.width), height: Math.round(size.height) };
  const scale = PIXELS / Math.min(area.width, area.height);
  const seen = await pictureOfFirst(sheet, size, area, foot, settled, scale);
  const { bytes } = await darkroom.develop(seen, { formats: ['png'], quality: 100, grey: true });
  const { openImage } = await import('../darkroom/open.js');
  const opened = await openImage(bytes);
  if (opened.kind !== 'image') throw new Error('the browser has taken a picture that is none');
  return { bytes, width: opened.width, height: opened.height };
}

/**
 * The folio of each handout in the pack, by its id: what stands at the foot of its first page there, if that is the same on
 * every paper. Where some lie on their side, the pack is that of the others.
 * @param packs what is in each, and how it was set
 */
export function foliosIn(
  packs: readonly { readonly sections: readonly Section[]; readonly settled: Settled }[],
): Map<string, string> {
  const found = new Map<string, string>();
  const upright = packs.filter(({ sections }) => sections[0]?.orientation !== 'landscape');
  for (const { sections, settled } of upright.length ? upright : packs)
    for (const { id } of sections) {
      const { first, pages } = settled.pagination;
      // Where there is one, it has no number.
      const folio = sections.length > 1 ? (pages[first.get(id) ?? -1]?.folio ?? '') : '';
      found.set(id, (found.get(id) ?? folio) === folio ? folio : '');
    }
  return new Map([...found].filter(([, folio]) => folio));
}
