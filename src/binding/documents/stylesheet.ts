import type { Rendition } from '../../model/rendition.js';
import type { PackedImage } from './images.js';
import { fileNames, stem } from './names.js';

/** A font file inside the package. */
export interface PackedFont {
  readonly href: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Core media types of EPUB 3.3 for fonts. */
const FONTS: Readonly<Record<string, string>> = {
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
  otf: 'font/otf',
};

const URL_TOKEN = /url\(\s*(["']?)(.*?)\1\s*\)/g;

/** Paths of the images that the stylesheets show. */
export function imagesInStyles({ styles, assets }: Pick<Rendition, 'styles' | 'assets'>): string[] {
  const named = styles.flatMap(({ css }) => [...css.matchAll(URL_TOKEN)].map((match) => match[2] ?? ''));
  return named.filter((url) => assets.has(url));
}

/**
 * The book's one stylesheet: all styles in the order of the cascade, with the fonts they name packed under `fonts/` and
 * every `url()` leading inside the package. A stylesheet that names a file nobody provided is a bug upstream: throws.
 * @param own what the bindery's own markup needs; it comes first
 */
export async function bindStyles(
  { styles, fonts }: Pick<Rendition, 'styles' | 'fonts'>,
  images: ReadonlyMap<string, PackedImage>,
  own: string,
): Promise<{ css: string; fonts: readonly PackedFont[] }> {
  const source = styles.map(({ css }) => css.replace(/^\s*@charset[^;]*;/, '').trim()).join('\n');
  const name = fileNames();
  const packed = new Map<string, PackedFont>();
  for (const [, , url = ''] of source.matchAll(URL_TOKEN)) {
    // Pages name a font from the root of the book, `/fonts/…`.
    const read = fonts.get(url) ?? fonts.get(url.replace(/^\//, ''));
    const extension = url.replace(/^.*\./, '').toLowerCase();
    const mediaType = FONTS[extension];
    if (!read || !mediaType || packed.has(url)) continue;
    packed.set(url, { href: `fonts/${name(stem(url), extension)}`, mediaType, bytes: await read() });
  }
  const css = source.replace(URL_TOKEN, (token, _quote: string, url: string) => {
    if (/^(?:data:|#)/.test(url)) return token;
    const href = packed.get(url)?.href ?? images.get(url)?.href;
    if (!href) throw new Error(`A bindery was given a stylesheet that names a file outside the book: ${url}`);
    return `url("${href}")`;
  });
  return { css: `${own}${css}\n`, fonts: [...packed.values()] };
}
