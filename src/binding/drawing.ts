import type { Asset } from '../model/manuscript.js';
import type { Rendition } from '../model/rendition.js';

const GENERIC = ['serif', 'sans-serif', 'monospace'] as const;

/**
 * Lets a drawing speak in the typefaces and the language of the book. A drawing is a document of its own that sees none of
 * the book's fonts and does not know its language, so text in it would be set in whatever the machine calls “serif”, with
 * the letters of whatever it speaks (in Turkish the “fi” of a serif is another glyph), and the same book would look
 * different elsewhere. Where it names a generic family, the book's own face is put into it.
 */
export async function atHome(drawing: Asset, rendition: Rendition): Promise<Asset> {
  if (drawing.mediaType !== 'image/svg+xml') return drawing;
  let text = new TextDecoder().decode(drawing.bytes);
  if (!/<(?:\w+:)?text[\s>]/.test(text)) return drawing;
  let faces = '';
  for (const family of GENERIC.filter((one) => familyPattern(one).test(text))) {
    faces += await facesOf(rendition.typefaces[family], `octavo-${family}`, drawing.path, rendition);
    text = text.replace(familyPattern(family), `$1octavo-${family}, ${family}$2`);
  }
  const opened = /<(?:\w+:)?svg\b([^>]*)>/.exec(text);
  if (!opened || opened[0].endsWith('/>')) return drawing;
  const root = /\slang\s*=|\sxml:lang\s*=/.test(opened[0])
    ? opened[0]
    : `${opened[0].slice(0, -1)} xml:lang="${rendition.metadata.lang}">`;
  // A picture has no words beside its glyphs, and Chromium does not know which letters a ligature stands for.
  const style = `<style>${faces}text{font-variant-ligatures:none}</style>`;
  const after = text.slice(opened.index + opened[0].length);
  return {
    ...drawing,
    bytes: new TextEncoder().encode(text.slice(0, opened.index) + root + style + after),
  };
}

function familyPattern(family: string): RegExp {
  return new RegExp(`(font-family\\s*[=:]\\s*["']?\\s*)${family}(\\s*["';}])`, 'g');
}

/**
 * The faces of a family for Latin text, under another name and with their bytes in them.
 * @param owner path of the drawing. It stands in each address: two drawings with the same one would share a face if they
 *   happen to be read at the same time, and have one each if not, and the bytes of the PDF would be a matter of luck.
 */
async function facesOf(family: string, name: string, owner: string, rendition: Rendition): Promise<string> {
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
          .replace(
            `/${file}`,
            `data:font/woff2;of=${encodeURIComponent(owner).replace(/[^\w.-]/g, '_')};base64,${data}`,
          )
          .replace(/unicode-range:[^;}]*;?/, ''),
      );
    }
  }
  return faces.join('');
}
