import postcss, { type AtRule, type Declaration, type Root } from 'postcss';
import type { Workshop } from '../model/workshop.js';
import { type ScriptFaces, withScripts } from './script-faces.js';
import { tokensOf } from './tokens.js';

/** Whole typefaces, for paper alone: 500 KB a face are too many for what is sent to a browser. */
export const WHOLE_FACES = 'styles/media/whole-faces.css';
const WHOLE_FACE = /^url\(["']?(@[a-z0-9-]+\/[\w./-]+\.ttf)["']?\)$/;
export const FONT_PACKAGE = /^@fontsource\/[a-z0-9-]+\/[a-z0-9-]+\.css$/;

/** Gives the typefaces of the book others beside them that have the letters of some scripts, and says which. */
export async function addScripts(
  roots: { path: string; root: Root }[],
  scripts: readonly ScriptFaces[],
  fonts: Map<string, () => Promise<Uint8Array>>,
  workshop: Workshop,
): Promise<string[]> {
  if (!scripts.length) return [];
  const tokens = tokensOf(roots.map(({ root }) => root));
  const stacks = ['serif', 'sans', 'mono'].map((token) => ({
    token,
    ...withScripts(tokens.get(token) ?? '', scripts),
  }));
  const faces = new Map(stacks.flatMap(({ faces }) => faces).map((face) => [face.family, face]));
  const imports = [...faces.values()].flatMap(({ sheets }) => sheets.map((sheet) => `@import "${sheet}";`));
  const values = stacks.map(({ token, value }) => `--book-${token}:${value}`);
  const root = postcss.parse(`${imports.join('')}:root{${values.join(';')}}`);
  await takeFonts(root, fonts, workshop);
  roots.push({ path: 'typefaces of scripts', root });
  return [...faces.keys()];
}

/** `@import "@fontsource/…/400.css"` becomes the font faces of that package, with files read only when a page uses them. */
export async function takeFonts(
  root: Root,
  fonts: Map<string, () => Promise<Uint8Array>>,
  workshop: Workshop,
): Promise<void> {
  const imports: AtRule[] = [];
  root.walkAtRules('import', (rule) => void imports.push(rule));
  for (const rule of imports) {
    const specifier = specifierOf(rule);
    if (!FONT_PACKAGE.test(specifier))
      throw new Error(`A built-in stylesheet imports ${specifier}, which is no font`);
    const faces = postcss.parse(new TextDecoder().decode(await workshop.own.dependency(specifier)));
    faces.walkDecls('src', (declaration) => {
      const file = /url\(\.\/(files\/[\w.-]+\.woff2)\)/.exec(declaration.value)?.[1];
      if (!file) throw new Error(`${specifier} has a font face without a woff2 file`);
      const inside = `${specifier.split('/').slice(0, 2).join('/')}/${file}`;
      fonts.set(`fonts/${inside}`, () => workshop.own.dependency(inside));
      declaration.value = `url("/fonts/${inside}") format("woff2")`;
    });
    // A typeface that comes in one piece has all its characters, whatever range the package gives it.
    if (faces.nodes.filter((node) => node.type === 'atrule').length === 1)
      faces.walkDecls('unicode-range', (declaration) => void declaration.remove());
    faces.walkComments((comment) => void comment.remove());
    rule.replaceWith(faces.nodes);
  }
}

/** Has whole faces in the place of those that a theme brings along: they come last. Of others it knows nothing. */
export function takeWholeFaces(
  root: Root,
  before: readonly { readonly root: Root }[],
  fonts: Map<string, () => Promise<Uint8Array>>,
  workshop: Workshop,
): void {
  const brought = new Set(before.flatMap((sheet) => facesIn(sheet.root).map(nameOf)));
  for (const face of facesIn(root)) {
    if (!brought.has(nameOf(face))) face.remove();
    face.walkDecls('src', (declaration) => {
      const file = WHOLE_FACE.exec(declaration.value)?.[1];
      if (!file) throw new Error(`A whole typeface is ${declaration.value}, which is no file of a package`);
      fonts.set(`fonts/${file}`, () => workshop.own.dependency(file));
      declaration.value = `url("/fonts/${file}") format("truetype")`;
    });
  }
}

function facesIn(root: Root): AtRule[] {
  const faces: AtRule[] = [];
  root.walkAtRules('font-face', (face) => void faces.push(face));
  return faces;
}

/** A face by its family, weight and style. */
function nameOf(face: AtRule): string {
  const own = new Map<string, string>();
  face.walkDecls(/^font-/, ({ prop, value }: Declaration) => void own.set(prop, value.replace(/["']/g, '')));
  return ['font-family', 'font-weight', 'font-style'].map((name) => own.get(name)).join(' ');
}

export function specifierOf(rule: AtRule): string {
  return rule.params.replace(/^["']|["']$/g, '');
}
