import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import type { BookYaml } from '../../src/config/keys.js';
import { resolveConfig } from '../../src/config/resolve.js';
import { core } from '../../src/core.js';
import type { Edition } from '../../src/model/edition.js';
import type { Stylesheet } from '../../src/model/rendition.js';
import { openLedger } from '../../src/report/ledger.js';
import { type Cascade, cascade } from '../../src/typeset/cascade.js';
import { MEDIA_SHEETS } from '../../src/typeset/media-sheets.js';
import { diskWorkshop } from '../../src/workshop/disk.js';
import { thisMachine } from '../../src/workshop/machine.js';
import { ROOT } from '../support/desk.js';

/*
 * The stylesheets of an edition, in their order, with nothing left for a browser to fetch.
 */
const workshop = diskWorkshop(thisMachine());
const editionNamed = (name: string): Edition => {
  const found = core.editions?.find((edition) => edition.name === name);
  if (!found) throw new Error(`there is no edition ${name}`);
  return found;
};

/** The cascade of an edition, with the author's own sheets by path, and what was said. */
async function dress(
  name: string,
  values: Partial<BookYaml> = {},
  own: Readonly<Record<string, string>> = {},
  formulas = false,
): Promise<Omit<Cascade, 'styles'> & { styles: readonly Stylesheet[]; said: string[]; css: string }> {
  const ledger = openLedger();
  const book = { values, at: () => undefined };
  const config = resolveConfig(book, {}, 'T', undefined, [core], ledger.say, new VFile({ path: 'flags' }));
  const files = Object.entries(own).map(([path, value]) => new VFile({ path, value }));
  const result = await cascade(
    editionNamed(name),
    config,
    core.constructs ?? [],
    files,
    workshop,
    ledger.say,
  );
  const said = ledger
    .messages()
    .map(({ ruleId, file, line, column }) => `${ruleId} ${file}:${line}:${column}`);
  const styles = result.styles(formulas);
  return { ...result, styles, said, css: styles.map(({ css }) => css).join('\n') };
}

describe('the order', () => {
  it.each([
    ['print', 'paged', ['print']],
    ['screen', 'paged', ['code-colours', 'screen']],
    ['epub', 'reflowable', ['epub']],
    ['web', 'screen', ['code-colours', 'web']],
    ['handouts', 'paged', ['handouts']],
  ])('%s: tokens, theme, base, constructs, medium, edition, book, author', async (name, medium, own) => {
    const { styles } = await dress(
      name,
      { tokens: { indent: '0' } },
      { 'mine.css': 'p { margin: 0 }', 'more.css': 'h1 { color: red }' },
    );
    const constructs =
      core.constructs?.flatMap(({ css }) => (css ? [`styles/constructs/${css}.css`] : [])) ?? [];
    expect(constructs.length).toBeGreaterThan(4);
    expect(styles.map(({ path }) => path)).toEqual([
      'styles/tokens.css',
      'styles/themes/classic/theme.css',
      ...(medium === 'paged' ? ['styles/media/whole-faces.css'] : []),
      'styles/base/text.css',
      'styles/base/code.css',
      ...constructs.toSorted(),
      ...(medium === 'paged' ? MEDIA_SHEETS.paged : [`styles/media/${medium}.css`]),
      ...own.map((one) => `styles/editions/${one}.css`),
      'book.yaml',
      'mine.css',
      'more.css',
    ]);
  });

  it('has every stylesheet of the page', async () => {
    const names = (await readdir(join(ROOT, 'styles/media/paged'))).map(
      (name) => `styles/media/paged/${name}`,
    );
    expect(MEDIA_SHEETS.paged.toSorted()).toEqual(names.toSorted());
  });

  it('leaves a book’s own tokens out where there are none', async () => {
    expect((await dress('print')).styles.map(({ path }) => path)).not.toContain('book.yaml');
  });
});

describe('tokens', () => {
  it('the later word counts: default, theme, edition, book.yaml, own stylesheet', async () => {
    expect((await dress('print')).tokens.get('text-size')).toBe('11.5pt');
    expect((await dress('screen')).tokens.get('accent')).toBe('#7a3e25');
    expect((await dress('print')).tokens.get('accent')).toBe('#000');
    const tokens = { 'text-size': '13pt', accent: 'navy' };
    expect((await dress('print', { tokens })).tokens.get('accent')).toBe('navy');
    const own = { 'mine.css': ':root { --book-text-size: 15pt }' };
    const dressed = await dress('print', { tokens }, own);
    expect([dressed.tokens.get('text-size'), dressed.tokens.get('accent')]).toEqual(['15pt', 'navy']);
  });

  it('are resolved where one names another', async () => {
    const { tokens } = await dress('print', { tokens: { serif: 'Literata, serif' } });
    expect(tokens.get('text-font')).toBe('Literata, serif');
    expect([...tokens.values()].filter((value) => value.includes('var('))).toEqual([]);
  });

  it('set the margins of the page', async () => {
    const page = async (tokens: Record<string, string>) => {
      const dressed = await dress('screen', { tokens });
      return dressed.tokens.get('margin-top');
    };
    expect(await page({ 'margin-top': '30mm' })).toBe('30mm');
    const { tokens } = await dress('handouts');
    expect(tokens.get('margin-top')).toBe('15mm');
  });

  it('cannot break out of their declaration', async () => {
    const { styles } = await dress('print', { tokens: { accent: 'red} body{display:none' } });
    const book = styles.find(({ path }) => path === 'book.yaml');
    expect(book?.css).toBe(':root{--book-accent:red bodydisplay:none}');
  });
});

describe('a typeface that does not come along', () => {
  it.each([
    [{ serif: 'Arial, serif' }, 1],
    [{ serif: '"Source Serif 4", serif', sans: 'Lato' }, 2],
    [{ serif: '"Source Sans 3", sans-serif', 'heading-font': 'var(--book-mono)', mono: 'monospace' }, 0],
    [{ serif: 'source sans 3' }, 0],
  ])('is told on paper: %j', async (tokens, count) => {
    const { said } = await dress('print', { tokens });
    expect(said).toEqual(
      Array.from({ length: count }, () => expect.stringMatching(/^typeface-comes book.yaml:/)),
    );
    expect((await dress('epub', { tokens })).said).toEqual([]);
  });
});

describe('an e-reader’s sheet', () => {
  it('has neither var() nor custom properties nor fonts: old engines pass over what they do not know', async () => {
    const { css } = await dress(
      'epub',
      { tokens: { 'small-font': 'Lato' } },
      { 'mine.css': 'p { color: var(--book-accent, blue); width: var(--x, 3em) }' },
    );
    expect(css).not.toMatch(/var\(|--book-|@font-face|\/\*/);
    expect(css).toContain('font-family: Lato');
    expect(css).toContain('color: #7a3e25; width: 3em');
  });

  it('has the typeface of formulas if there are any, the theme’s or the author’s', async () => {
    const faces = async (values: Partial<BookYaml>) =>
      [...(await dress('epub', values, {}, true)).css.matchAll(/@font-face \{[^}]*\}/g)].map(
        ([face]) => face,
      );
    const [face, ...others] = await faces({});
    expect(face).toContain("font-family: 'STIX Two Math'");
    expect(face).not.toContain('unicode-range');
    expect(others).toEqual([]);
    expect(await faces({ tokens: { math: 'math' } })).toEqual([]);
  });

  it('a paged one keeps them: the layout measures with them', async () => {
    expect((await dress('print')).css).toMatch(/var\(--book-text-size\)/);
  });
});

describe('fonts', () => {
  it('are named by the path they are served under, and are TrueType in woff2', async () => {
    const { fonts, css } = await dress('print');
    expect(css).not.toContain('@import');
    const named = [...css.matchAll(/url\("\/([^"]+)"\)/g)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((path) => !fonts.has(path ?? ''))).toEqual([]);
    const one = fonts.get('fonts/@fontsource/eb-garamond/files/eb-garamond-latin-400-normal.woff2');
    expect(new TextDecoder('latin1').decode((await one?.())?.subarray(0, 4))).toBe('wOF2');
  });
});

describe('the author’s own stylesheet', () => {
  it.each([
    ['@import "https://evil.example/x.css";', '@import'],
    ['@import url(x.css);', '@import'],
    ['@font-face { font-family: X; src: url(x.woff2) }', '@font-face'],
    ['p { background: url(https://evil.example/x.png) }', 'url('],
    ['p { background: u\\72l(x.png) }', '72l'],
    ['p { background: URL ( x.png ) }', 'URL'],
    ['p { background: image-set("x.png" 1x) }', 'image-set'],
    ['p { --x: url(x.png) }', 'url('],
    ['p { width: expression(alert(1)) }', 'expression'],
    ['p { -moz-binding: url(x) }', 'url('],
  ])('loads nothing: %s', async (css, gone) => {
    const { styles, said } = await dress('print', {}, { 'mine.css': `p { margin: 0 }\n${css}` });
    const mine = styles.find(({ path }) => path === 'mine.css')?.css ?? '';
    expect(mine).toContain('margin: 0');
    expect(mine).not.toContain(gone);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^style-is-safe mine\.css:2:\d+$/);
  });

  it('is told where it has a fault, and the others hold', async () => {
    const { styles, said } = await dress(
      'print',
      {},
      { 'bad.css': 'p {\n  color: red;\n', 'good.css': 'p{}' },
    );
    expect(said).toEqual(['style-parses bad.css:1:1']);
    expect(styles.at(-1)?.path).toBe('good.css');
    expect(styles.map(({ path }) => path)).not.toContain('bad.css');
  });
});
