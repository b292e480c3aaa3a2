import postcss from 'postcss';
import { beforeAll, expect, it } from 'vitest';
import { type Epub, openEpub } from '../support/epub.js';
import { epubcheck } from '../support/epubcheck.js';
import { buildInMemory } from '../support/memory.js';
import { openScreen } from '../support/screen.js';

/*
 * What old e-readers are given: a stylesheet in CSS 2.1 before the one that holds everything, which they pass over as a whole.
 */
const OWN = `
.own { width: calc(100% - 1em); max-width: min(30em, 90%); color: #333; --own: 1; height: 50vh; }
.own:not(.other), p.own { margin-left: 1em; }
.own:where(p)::first-letter, .own::first-letter { font-size: 2em; }
@media (min-width: 30em) { .own { color: #444; } }
:root { --mine: #036; }
.nest { color: var(--mine); &:hover { color: #555; } p { color: #666; } }
.sheet.chapter > h1 { color: #777; }
:root { --braces: { color: red; }; }
.local { --here: 2px; } .local p { border-width: var(--here); }
.own { direction: ltr; }
@page { margin: 1in; @top-left { content: "x"; } }
@media print { .own { unicode-bidi: isolate; } }
@supports (display: grid) { .own { display: grid; } }
`;
const TEXT = [
  '# One',
  '[W]{.drop-cap}hen *it* was `code`, $x^2$, ______.^[A note.]',
  ':::verse\nA line,\n  another.\n:::',
  '> [!NOTE]\n> A box.',
  ':::aside\nFirst.\n\nSecond.\n:::',
  '| A | B |\n| --- | --- |\n| 1 | 2 |\n\n: Cups {#tbl-a}',
  ':::dialogue\nAnna: Here.\n:::',
  '```js {.numbered}\nwait(1);\n```',
  '::calendar{month=2027-03}',
  '::scale{from=1 to=5 low="a" high="b"}',
  '::::columns\n:::column[A]\na\n:::\n:::column[B]\nb\n:::\n::::',
  '::: {.own}\nOwn words.\n:::',
].join('\n\n');

let epub: Epub;
let made: Uint8Array;
let told: string[];
beforeAll(async () => {
  const { delivered, messages } = await buildInMemory(
    {
      'book.yaml': 'title: T\nauthor: A\nlang: en\ntheme: workbook\nstyles: [own.css]\n',
      'own.css': OWN,
      'a.md': TEXT,
    },
    { editions: ['epub'] },
  );
  expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  told = messages
    .filter(({ ruleId }) => ruleId === 'style-suits-e-readers')
    .map(({ file, line, column, reason }) => `${file?.split('/').at(-1)}:${line}:${column} ${reason}`);
  made = delivered.get('out/t.epub') as Uint8Array;
  epub = await openEpub(made);
});

it('the stylesheet of the book holds nothing that EPUBCheck refuses, and what is left out for that is told', async () => {
  expect(told).toEqual([
    'own.css:11:8 “direction” is left out of the EPUB, whose stylesheets may not have it',
  ]);
  const [verdict] = await epubcheck(made);
  expect([verdict?.errors, verdict?.warnings]).toEqual([[], []]);
  const style = sheet('style.css');
  expect(style).not.toMatch(/&|@page|\.sheet(?![\w-])|(?<!-)direction|unicode-bidi/);
  // Custom properties that nothing asks for are not in it, whoever set them; one that is looked up in its place is.
  expect(style.match(/--[\w-]+(?=\s*:)/g)).toEqual(['--here']);
  expect(style).toMatch(/section\.chapter > h1 \{ color: #777;? \}/);
});

const sheet = (name: string) => new TextDecoder().decode(epub.bytes.get(`OEBPS/${name}`));

it('every document names the plain stylesheet first, and the package knows both', () => {
  for (const [file, tree] of epub.documents)
    expect(
      tree.all('link').map(({ attributes }) => attributes.href),
      file,
    ).toEqual(['plain.css', 'style.css']);
  const styles = epub.opf.manifest.filter((item) => item['media-type'] === 'text/css');
  expect(styles.map(({ href }) => href)).toEqual(['plain.css', 'style.css']);
});

it('it holds no function, selector or rule that is younger than CSS 2.1', () => {
  const plain = sheet('plain.css');
  expect(plain).not.toMatch(
    /\b(?:calc|min|max|clamp|round|polygon|repeat|minmax|var|[a-z]+-gradient)\(|--\w/,
  );
  expect(plain).not.toMatch(/\d(?:v[hw]|rem)\b/);
  const root = postcss.parse(plain);
  const selectors: string[] = [];
  root.walk((node) => {
    if (node.type === 'atrule') expect(node.name).toBe('font-face');
    if (node.type !== 'rule') return;
    expect(node.parent, node.selector).toBe(root);
    selectors.push(...node.selectors);
    expect(node.nodes, node.selector).not.toEqual([]);
  });
  expect(selectors.filter((one) => /::|:(?:is|where|has|not|empty|last-child|nth)|~(?!=)/.test(one))).toEqual(
    [],
  );
  // What else these rules say stays.
  for (const one of [
    'em',
    'blockquote',
    '.verse-line',
    '.drop-cap:first-letter',
    '.own',
    'p.own',
    '.own:first-letter',
  ])
    expect(selectors).toContain(one);
  expect(root.toString()).toMatch(/\.own \{ color: #333; \}/);
  expect(root.toString()).toMatch(/\.nest\s*\{\s*color: #036;?\s*\}/);
  for (const one of ['.nest:hover', '.nest p', 'section.chapter > h1']) expect(selectors).toContain(one);
});

it('nothing looks different with it where the other is understood, and a book without the other has its look', async () => {
  const file = [...epub.bytes.keys()].find((name) => name.endsWith('/a.xhtml')) ?? '';
  const screen = await openScreen(epub.bytes);
  try {
    const page = await screen.open(file, { width: 390 });
    const looks = (without: number | undefined) =>
      page.evaluate((index) => {
        for (const [i, { disabled }] of [...document.styleSheets].entries()) {
          const one = document.styleSheets[i] as CSSStyleSheet;
          if (disabled !== (i === index)) one.disabled = i === index;
        }
        return [...document.querySelectorAll('body, body *')].map((element) =>
          ['', '::before', '::first-letter'].map((pseudo) => {
            const style = getComputedStyle(element, pseudo || null);
            return [...style].map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
          }),
        );
      }, without);
    const both = await looks(undefined);
    expect(both.length).toBeGreaterThan(100);
    expect(await looks(0)).toEqual(both);
    await looks(1);
    const plain = await page.evaluate(() =>
      ['.verse-line', '.aside', '.callout', '.speech'].map((selector) => {
        const { paddingLeft, marginLeft, borderLeftWidth } = getComputedStyle(
          document.querySelector(selector) as Element,
        );
        return [paddingLeft, marginLeft, borderLeftWidth].some((length) => Number.parseFloat(length) > 0);
      }),
    );
    expect(plain).toEqual([true, true, true, true]);
  } finally {
    await screen.close();
  }
});
