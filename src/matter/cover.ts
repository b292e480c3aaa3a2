import type { MatterPage } from '../model/edition.js';
import type { Workshop } from '../model/workshop.js';
import { drawCover } from './cover/draw.js';
import { openTypeface, type Typeface } from './cover/typeface.js';
import { authorsOf, madeSection } from './section.js';

/** The front cover: the author's own image, or one drawn from title and author. */
export const cover: MatterPage = {
  role: 'cover',
  matter: 'front',
  async make(book, config, own) {
    const { metadata } = book;
    const image = metadata.cover && book.assets.get(metadata.cover.src.replace(/^\.\//, ''));
    const alt =
      metadata.cover?.alt ??
      `${book.words.cover}: ${[metadata.title, metadata.subtitle, authorsOf(book)].filter(Boolean).join(', ')}`;
    const picture = image
      ? {
          type: 'element' as const,
          tagName: 'img',
          properties: { src: image.path, alt, width: image.width, height: image.height },
          children: [],
        }
      : drawCover(
          {
            title: metadata.title,
            subtitle: metadata.subtitle,
            author: authorsOf(book),
            alt,
            width: config.trim.width,
            height: config.trim.height,
          },
          await face(own, 'normal'),
          await face(own, 'italic'),
        );
    return madeSection(book, 'cover', 'front', book.words.cover, [picture]);
  },
};

const SCRIPTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'];

/** Faces that were opened, for every edition has a cover. */
const faces = new WeakMap<Workshop['own'], Map<string, Promise<Typeface>>>();

function face(own: Workshop['own'], style: 'normal' | 'italic'): Promise<Typeface> {
  const known = faces.get(own) ?? new Map<string, Promise<Typeface>>();
  faces.set(own, known);
  const found = known.get(style) ?? openFace(own, style);
  known.set(style, found);
  return found;
}

async function openFace(own: Workshop['own'], style: 'normal' | 'italic'): Promise<Typeface> {
  return openTypeface(
    await Promise.all(
      SCRIPTS.map((script) =>
        own.dependency(`@fontsource/eb-garamond/files/eb-garamond-${script}-400-${style}.woff`),
      ),
    ),
  );
}
