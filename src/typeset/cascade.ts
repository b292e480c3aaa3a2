import postcss, { type AtRule, CssSyntaxError, type Root } from 'postcss';
import { VFile } from 'vfile';
import { inBook } from '../config/book-file.js';
import { requestsOf } from '../manuscript/css-requests.js';
import type { ResolvedConfig } from '../model/config.js';
import type { Construct } from '../model/construct.js';
import type { Edition } from '../model/edition.js';
import type { At, Say } from '../model/notice.js';
import type { Rendition, Stylesheet } from '../model/rendition.js';
import type { Workshop } from '../model/workshop.js';
import { settleMedia } from './media.js';
import { styleIsSafe, styleParses } from './notices.js';
import { holdOwnTypefaces } from './own-typefaces.js';
import { dropPaperRules } from './paper-rules.js';
import { type ScriptFaces, scriptsIn, withScripts } from './script-faces.js';
import { familyOf, flatten, tokensOf } from './tokens.js';

/** The stylesheets of one edition, in the order of the cascade, with the fonts they name and the tokens they set. */
export interface Cascade {
  /** @param formulas whether it shows any; their typeface is the one that goes into an EPUB */
  styles(formulas: boolean): readonly Stylesheet[];
  readonly fonts: Rendition['fonts'];
  /** Families beside those of the theme, for scripts that it has no letters of. */
  readonly scriptFaces: readonly string[];
  /** Values of `--book-*` properties, by name without the prefix. */
  readonly tokens: ReadonlyMap<string, string>;
  /** Where the book sets one of them. */
  tokenAt(token: string): At;
}

/** A stylesheet of Octavo's own by its path, or one of a plugin's with its text. */
interface Sheet {
  readonly path: string;
  readonly cssText?: string | undefined;
}

/** A whole typeface, for paper alone: 500 KB a face are too many for what is sent to a browser. */
const WHOLE_FACE = /^url\(["']?(@[a-z0-9-]+\/[\w./-]+\.ttf)["']?\)$/;
const FONT_PACKAGE = /^@fontsource\/[a-z0-9-]+\/[a-z0-9-]+\.css$/;

/**
 * Puts the stylesheets of an edition in order: tokens, theme, base, constructs, medium, edition, the book's own tokens,
 * the author's own sheets. Everything they name is resolved here, so that nothing is left for a browser to fetch.
 * @param texts all that is set, for the scripts that are in it
 */
export async function cascade(
  edition: Edition,
  config: ResolvedConfig,
  constructs: readonly Construct[],
  own: readonly VFile[],
  workshop: Workshop,
  say: Say,
  texts: readonly string[] = [],
): Promise<Cascade> {
  const { theme } = config;
  const named = (path: string): Sheet => ({ path });
  const ofConstructs = constructs.flatMap(({ css, cssText }) =>
    css && cssText === undefined ? [`styles/constructs/${css}.css`] : [],
  );
  const sheets: Sheet[] = [
    named('styles/tokens.css'),
    { path: theme.path ?? `theme ${theme.name}`, cssText: theme.cssText },
    named('styles/base/text.css'),
    named('styles/base/code.css'),
    // By name, for the order in which constructs are listed means nothing.
    ...[...new Set(ofConstructs)].sort().map(named),
    ...constructs.flatMap(({ name, css, cssText }) =>
      cssText === undefined ? [] : [{ path: css ?? `construct ${name}`, cssText }],
    ),
    named(`styles/media/${edition.medium}.css`),
    ...edition.styles.map((name) => named(`styles/editions/${name}.css`)),
  ];
  const fonts = new Map<string, () => Promise<Uint8Array>>();
  const roots: { path: string; root: Root; own?: boolean }[] = [];
  for (const { path, cssText } of new Map(sheets.map((sheet) => [sheet.path, sheet])).values()) {
    const root =
      cssText === undefined
        ? postcss.parse(new TextDecoder().decode(await workshop.own.read(path)), { from: path })
        : await readPlugins(new VFile({ path, value: cssText }), workshop, say);
    if (!root) continue;
    if (edition.medium === 'reflowable' && cssText === undefined) dropPaperRules(root);
    await takeFonts(root, fonts, workshop);
    takeFaces(root, edition.medium === 'paged', fonts, workshop);
    roots.push({ path, root });
  }
  const ofBook = Object.entries(config.tokens).filter(([name]) => !edition.keeps?.test(name));
  const overrides = [...ofBook, ...Object.entries(edition.tokens?.(config) ?? {})].map(
    ([name, value]) => `--book-${name}:${value.replace(/[{};]/g, '')}`,
  );
  if (overrides.length)
    roots.push({ path: 'book.yaml', root: postcss.parse(`:root{${overrides.join(';')}}`) });
  if (!config.justify && edition.medium === 'paged')
    roots.push({ path: 'book.yaml', root: postcss.parse('p{text-align:start}') });
  const asked = new Map<string, { value: string; at: At }>(
    ofBook.map(([token, value]) => [token, { value, at: inBook('tokens', token) }]),
  );
  const tokenAt = (token: string): At => asked.get(token)?.at ?? inBook();
  for (const file of own) {
    const root = readOwn(file, say);
    if (!root) continue;
    roots.push({ path: file.path, root, own: true });
    root.walkRules(/^:root$/, (rule) =>
      rule.walkDecls(/^--book-/, ({ prop, value, source }) => {
        const token = prop.slice('--book-'.length);
        asked.set(token, { value, at: { file, node: source?.start } });
      }),
    );
  }
  if (edition.medium === 'paged') for (const { root } of roots) settleMedia(root);
  if (edition.medium === 'paged')
    holdOwnTypefaces(
      Object.fromEntries([...asked].map(([token, { value }]) => [token, value])),
      roots.map(({ root }) => root),
      tokenAt,
      say,
    );
  const scripts = edition.medium === 'paged' ? scriptsIn(texts) : [];
  const scriptFaces = await addScripts(roots, scripts, fonts, workshop);
  roots[0]?.root.append(sectionEmphasis(tokensOf(roots.map(({ root }) => root))));
  const tokens = tokensOf(roots.map(({ root }) => root));
  // Who sets margins has the lines that they leave.
  if (!asked.has('measure') && (asked.has('margin-inner') || asked.has('margin-outer')))
    tokens.delete('measure');
  const styles = (formulas: boolean): Stylesheet[] => {
    if (edition.medium === 'reflowable')
      for (const { root } of roots) flatten(root, tokens, formulas ? familyOf(tokens, 'math') : undefined);
    return roots.map(({ path, root, own }) => ({ path, css: root.toString(), own }));
  };
  return { styles, fonts, tokens, tokenAt, scriptFaces };
}

/** How emphasis stands out in the headings of sections, which a theme or a book may slant or not: the other way than they do. */
function sectionEmphasis(tokens: ReadonlyMap<string, string>): Root {
  const style = /^(?:italic|oblique)/.test(tokens.get('section-style') ?? '') ? 'normal' : 'italic';
  return postcss.parse(`:root{--book-section-emphasis:${style}}`);
}

/** Gives the typefaces of the book others beside them that have the letters of some scripts, and says which. */
async function addScripts(
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
async function takeFonts(
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

/** Faces that name a file of a package: on paper they hold, for they come last; elsewhere they are left out. */
function takeFaces(
  root: Root,
  paged: boolean,
  fonts: Map<string, () => Promise<Uint8Array>>,
  workshop: Workshop,
): void {
  root.walkAtRules('font-face', (face) => {
    face.walkDecls('src', (declaration) => {
      const file = WHOLE_FACE.exec(declaration.value)?.[1];
      if (!file) return;
      if (!paged) {
        face.remove();
        return;
      }
      fonts.set(`fonts/${file}`, () => workshop.own.dependency(file));
      declaration.value = `url("/fonts/${file}") format("truetype")`;
    });
  });
}

/** The stylesheet of a plugin: like the author's, but it may import typefaces that are installed. */
async function readPlugins(file: VFile, workshop: Workshop, say: Say): Promise<Root | undefined> {
  const root = readOwn(file, say, (rule) => rule.name === 'import' && FONT_PACKAGE.test(specifierOf(rule)));
  const imports: AtRule[] = [];
  root?.walkAtRules('import', (rule) => void imports.push(rule));
  for (const rule of imports) {
    const specifier = specifierOf(rule);
    const found = await workshop.own.dependency(specifier).catch(() => undefined);
    if (found) continue;
    say(
      styleParses,
      { reason: `the typeface ${specifier} is not installed` },
      { file, node: rule.source?.start },
    );
    rule.remove();
  }
  return root;
}

function specifierOf(rule: AtRule): string {
  return rule.params.replace(/^["']|["']$/g, '');
}

/** The author's stylesheet, without what would load something. */
function readOwn(file: VFile, say: Say, isFine: (rule: AtRule) => boolean = () => false): Root | undefined {
  try {
    const root = postcss.parse(String(file.value), { from: file.path });
    root.walkAtRules((rule) => {
      if (isFine(rule)) return;
      // As it is written: an escape may stand where postcss ends its name.
      if (!requestsOf(`@${rule.name}${rule.raws.afterName ?? ' '}${rule.params}`).length) return;
      say(styleIsSafe, { what: `@${rule.name} ${rule.params}`.trim() }, { file, node: rule.source?.start });
      rule.remove();
    });
    root.walkDecls((declaration) => {
      if (!requestsOf(declaration.value).length) return;
      say(styleIsSafe, { what: declaration.value.slice(0, 80) }, { file, node: declaration.source?.start });
      declaration.remove();
    });
    return root;
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    say(
      styleParses,
      { reason: error.reason },
      { file, node: error.line ? { line: error.line, column: error.column ?? 1 } : undefined },
    );
    return undefined;
  }
}
