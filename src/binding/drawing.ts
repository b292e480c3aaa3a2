import type { Asset } from '../model/manuscript.js';
import type { Rendition } from '../model/rendition.js';

const GENERIC = ['serif', 'sans-serif', 'monospace'] as const;

/**
 * Lets a drawing speak in the typefaces of the book. A drawing is a document of its own that sees none of the book's
 * fonts, so text in it would be set in whatever the machine calls “serif”, and the same book would look different
 * elsewhere. Where it names a generic family, the book's own face is put into it.
 */
export async function withTypefaces(drawing: Asset, rendition: Rendition): Promise<Asset> {
  if (drawing.mediaType !== 'image/svg+xml') return drawing;
  let text = new TextDecoder().decode(drawing.bytes);
  const named = GENERIC.filter((family) => familyPattern(family).test(text));
  if (!named.length || !/<(?:\w+:)?text[\s>]/.test(text)) return drawing;
  let faces = '';
  for (const family of named) {
    faces += await facesOf(rendition.typefaces[family], `octavo-${family}`, rendition);
    text = text.replace(familyPattern(family), `$1octavo-${family}, ${family}$2`);
  }
  const opened = /<(?:\w+:)?svg\b[^>]*>/.exec(text);
  if (!opened) return drawing;
  const at = opened.index + opened[0].length;
  return {
    ...drawing,
    bytes: new TextEncoder().encode(`${text.slice(0, at)}<style>${faces}</style>${text.slice(at)}`),
  };
}

function familyPattern(family: string): RegExp {
  return new RegExp(`(font-family\\s*[=:]\\s*["']?\\s*)${family}(\\s*["';}])`, 'g');
}

/** The faces of a family for Latin text, under another name and with their bytes in them. */
async function facesOf(family: string, name: string, rendition: Rendition): Promise<string> {
  const faces: string[] = [];
  for (const { css } of rendition.styles) {
    for (const [face] of css.matchAll(/@font-face\s*\{[^}]*\}/g)) {
      const file = /url\("\/([^"]*-latin-[^"]*)"\)/.exec(face)?.[1];
      const read =
        file && new RegExp(`font-family:\\s*["']?${family}["']?\\s*;`).test(face)
          ? rendition.fonts.get(file)
          : undefined;
      if (!file || !read) continue;
      const data = Buffer.from(await read()).toString('base64');
      faces.push(
        face
          .replace(/font-family:[^;]*;/, `font-family:${name};`)
          .replace(`/${file}`, `data:font/woff2;base64,${data}`)
          .replace(/unicode-range:[^;}]*;?/, ''),
      );
    }
  }
  return faces.join('');
}
