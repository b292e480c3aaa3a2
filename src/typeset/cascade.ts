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
import { MEDIA_SHEETS } from './media-sheets.js';
import { unnest } from './nested.js';
import { styleIsSafe, styleParses } from './notices.js';
import { holdOwnTypefaces } from './own-typefaces.js';
import { dropPaperRules } from './paper-rules.js';
import { settleForReaders } from './reader-styles.js';
import { scriptsIn } from './script-faces.js';
import { sizesBeside } from './sizes.js';
import { familyOf, flatten, ownProperties, tokensOf } from './tokens.js';
import {
  addScripts,
  FONT_PACKAGE,
  specifierOf,
  takeFonts,
  takeWholeFaces,
  WHOLE_FACES,
} from './typefaces.js';
import { dropUnasked } from './unasked-properties.js';

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
    ...(edition.medium === 'paged' ? [named(WHOLE_FACES)] : []),
    named('styles/base/text.css'),
    named('styles/base/code.css'),
    // By name, for the order in which constructs are listed means nothing.
    ...[...new Set(ofConstructs)].sort().map(named),
    ...constructs.flatMap(({ name, css, cssText }) =>
      cssText === undefined ? [] : [{ path: css ?? `construct ${name}`, cssText }],
    ),
    ...MEDIA_SHEETS[edition.medium].map(named),
    ...edition.styles.map((name) => named(`styles/editions/${name}.css`)),
  ];
  const fonts = new Map<string, () => Promise<Uint8Array>>();
  const roots: { path: string; root: Root; own?: VFile }[] = [];
  for (const { path, cssText } of new Map(sheets.map((sheet) => [sheet.path, sheet])).values()) {
    const root =
      cssText === undefined
        ? postcss.parse(new TextDecoder().decode(await workshop.own.read(path)), { from: path })
        : await readPlugins(new VFile({ path, value: cssText }), workshop, say);
    if (!root) continue;
    if (edition.medium === 'reflowable' && cssText === undefined) dropPaperRules(root);
    await takeFonts(root, fonts, workshop);
    if (path === WHOLE_FACES) takeWholeFaces(root, roots, fonts, workshop);
    roots.push({ path, root });
  }
  const ofTheme = tokensOf(roots.map(({ root }) => root));
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
    if (edition.medium === 'reflowable') settleForReaders(root, file, say);
    roots.push({ path: file.path, root, own: file });
    root.walkRules(/^:root$/, (rule) =>
      rule.walkDecls(/^--book-/, ({ prop, value, source }) => {
        const token = prop.slice('--book-'.length);
        asked.set(token, { value, at: { file, node: source?.start } });
      }),
    );
  }
  if (edition.medium === 'paged') {
    for (const { root } of roots) settleMedia(root);
    const own = new Map([...asked].map(([token, { value }]) => [token, value]));
    const sizes = [...sizesBeside(ofTheme, own)].map(([name, value]) => `--book-${name}:${value}`);
    if (sizes.length) roots.push({ path: 'sizes', root: postcss.parse(`:root{${sizes.join(';')}}`) });
  }
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
    const family = formulas ? familyOf(tokens, 'math') : undefined;
    const properties = ownProperties(roots.flatMap(({ root, own }) => (own ? [root] : [])));
    if (edition.medium === 'reflowable') {
      for (const { root } of roots) {
        unnest(root);
        flatten(root, tokens, family, properties);
      }
      dropUnasked(roots.map(({ root }) => root));
    }
    return roots.map(({ path, root, own }) => ({ path, css: root.toString(), own }));
  };
  return { styles, fonts, tokens, tokenAt, scriptFaces };
}

/** How emphasis stands out in the headings of sections, which a theme or a book may slant or not: the other way than they do. */
function sectionEmphasis(tokens: ReadonlyMap<string, string>): Root {
  const style = /^(?:italic|oblique)/.test(tokens.get('section-style') ?? '') ? 'normal' : 'italic';
  return postcss.parse(`:root{--book-section-emphasis:${style}}`);
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
