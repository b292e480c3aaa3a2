import type { Element } from 'hast';
import { VFile } from 'vfile';
import type { Book } from '../model/book.js';
import type { ResolvedConfig } from '../model/config.js';
import type { Bench, MatterPage } from '../model/edition.js';
import type { Asset } from '../model/manuscript.js';
import { choose } from './cover/choose.js';
import type { CoverText } from './cover/design.js';
import { drawCover } from './cover/draw.js';
import { openFaces } from './cover/faces.js';
import { coverImageSize } from './notices.js';
import { bylineOf, madeSection } from './section.js';

/** The front cover: the author's own image, or one drawn from title and author. */
export const cover: MatterPage = {
  role: 'cover',
  matter: 'front',
  async make(book, config, bench) {
    const image = ownImage(book);
    if (image) holdSize(image, config, bench);
    const picture = image ? shown(image, altOf(book)) : await drawn(book, config, bench);
    return madeSection(book, 'cover', 'front', book.words.cover, [picture]);
  },
};

async function drawn(book: Book, config: ResolvedConfig, bench: Bench): Promise<Element> {
  const chosen = choose(config, bench);
  const faces = await openFaces(chosen.design, bench.own);
  return drawCover(coverText(book), config.trim, altOf(book), chosen, faces);
}

function shown(image: Asset, alt: string): Element {
  const properties = { src: image.path, alt, width: image.width, height: image.height };
  return { type: 'element', tagName: 'img', properties, children: [] };
}

/** What stands on a cover of a book. */
export function coverText(book: Book): CoverText {
  const { title, subtitle, publisher, lang, dir } = book.metadata;
  return { title, subtitle, author: bylineOf(book), publisher, lang, dir };
}

/** What a cover says to who cannot see it. */
export function altOf(book: Book): string {
  const { title, subtitle, cover } = book.metadata;
  return cover?.alt ?? `${book.words.cover}: ${[title, subtitle, bylineOf(book)].filter(Boolean).join(', ')}`;
}

/** The image that the author gave the book for a cover, if there is one and it could be read. */
export function ownImage({ metadata, assets }: Book): Asset | undefined {
  return metadata.cover && assets.get(metadata.cover.src.replace(/^\.\//, ''));
}

/** Fewest pixels of the shorter side: Apple Books, https://help.apple.com/itc/booksassetguide/ (“Cover art”). */
const SHORTEST = 1400;
/** Height by width: somewhat less than a usual book has, and somewhat more than Amazon's 1.6. */
const SHAPES = { least: 1.1, most: 2 };

/** Tells of an image that stores refuse; only a book that is made for them is held to it. */
function holdSize(image: Asset, { editions, trim }: ResolvedConfig, { say }: Bench): void {
  const { path, width, height, mediaType } = image;
  if (!editions.includes('epub') || !width || !height) return;
  const at = { file: new VFile({ path }) };
  const drawing = mediaType === 'image/svg+xml';
  if (!drawing && Math.min(width, height) < SHORTEST)
    say(coverImageSize, { path, width, height, fault: 'small' }, at);
  const shape = height / width;
  // A square book may have a square cover.
  if (shape < Math.min(SHAPES.least, (trim.height / trim.width) * 0.9) || shape > SHAPES.most)
    say(coverImageSize, { path, width, height, fault: 'shape' }, at);
}
