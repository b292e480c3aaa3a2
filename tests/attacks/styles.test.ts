import { expect, it } from 'vitest';
import { type Bait, bookAttack } from '../support/attack.js';
import { desk, octavo } from '../support/desk.js';

/** Lines of a stylesheet or of `tokens:`, each of them an attack. */
const lines = (rows: readonly ((bait: Bait) => string)[], bait: Bait): string =>
  `${rows.map((row) => row(bait)).join('\n')}\n`;

const SHEET: readonly ((bait: Bait) => string)[] = [
  ({ url }) => `@import "${url}/a.css";`,
  ({ url }) => `@import url(${url}/b.css) print;`,
  ({ url }) => `@i\\6dport "${url}/c.css";`,
  ({ url }) => `@IMPORT/**/"${url}/d.css";`,
  () => '@import "../secret.css";',
  ({ url }) => `@namespace url("${url}/e");`,
  ({ url }) => `@font-face { font-family: Evil; src: url("${url}/f.woff2"); }`,
  ({ folder }) => `@font-face { font-family: Evil2; src: local("x"), url("file://${folder}/secret.png"); }`,
  () => '@f\\6fnt-face { font-family: Evil3; src: local("secret"); }',
  ({ url }) => `p { background: url(${url}/g.png); }`,
  ({ url }) => `p { background: URL( "${url}/h.png" ); }`,
  ({ url }) => `p { background: u\\72l(${url}/i.png); }`,
  ({ url }) => `p { background: \\75\\72\\6c(${url}/j.png); }`,
  ({ url }) => `p { background: \\000075 rl(${url}/k.png); }`,
  ({ url }) => `p { b\\61 ckground: u\\rl(${url}/l.png); }`,
  ({ url }) => `p { background: image-set("${url}/m.png" 1x); }`,
  ({ url }) => `p { background: -webkit-image-set(url("${url}/n.png") 1x); }`,
  ({ url }) => `p { background: -webkit-cross-fade(url("${url}/o.png"), none, 50%); }`,
  ({ url }) => `p { background: src("${url}/p.png"); }`,
  ({ url }) => `p { --a: url(${url}/q.png); background: var(--a); }`,
  ({ url }) => `p { --b: { background: url(${url}/r.png) }; }`,
  ({ url }) => `p::before { content: url(${url}/s.png); }`,
  ({ url }) => `li { list-style-image: url(${url}/t.png); cursor: auto; }`,
  ({ url }) => `p { cursor: url(${url}/u.cur), auto; }`,
  ({ url }) => `p { filter: url(${url}/v.svg#f); }`,
  ({ url }) => `@page { @top-left { content: url(${url}/w.png); } }`,
  ({ url }) => `@page { background: url(${url}/x.png); }`,
  ({ url }) => `@media print { @supports (color: red) { p { background: url(${url}/y.png); } } }`,
  ({ url }) => `@counter-style evil { system: cyclic; symbols: url(${url}/z.png); }`,
  ({ url }) => `section { p { border-image: url(${url}/aa.png); } }`,
  ({ url }) => `p { behavior: url(${url}/bb.htc); }`,
  ({ url }) => `p { color: expression(fetch("${url}")); }`,
  ({ url }) => `p { background: url(data:image/svg+xml,%3Csvg%20onload=fetch('${url}')%3E); }`,
  ({ folder }) => `p { background: url(file://${folder}/secret.png); }`,
  () => 'p { background: url(../secret.png); }',
  ({ url }) => `p { background: url(${url.slice(5)}/cc.png); }`,
];

bookAttack('a stylesheet', {
  files: (bait) => ({
    'chapter.md': 'Text.',
    'book.yaml': 'title: T\nstyles: own.css\n',
    'own.css': lines(SHEET, bait),
  }),
  says: SHEET.map((_, i) => `own.css:${i + 1} style-is-safe`),
});

bookAttack('stylesheets that end the element they stand in, or cannot be read', {
  files: ({ url }) => ({
    'chapter.md': 'Text.',
    'book.yaml': 'title: T\nstyles: [end.css, open.css, quote.css, mark.css, escape.css]\n',
    'end.css': 'p::before { content: "</style><script>document.title</script>"; }\n',
    'open.css': `p { color: red;\n@import "${url}/x.css"\n`,
    'quote.css': `p { color: "red }\nq { background: url(${url}/x.png) }\n`,
    'escape.css': `@\\69mport "${url}/x.css";\n`,
    'mark.css': `<!-- p { background: url(${url}/x.png) } -->\n`,
  }),
  says: ['open.css:1', 'quote.css:1', 'escape.css:1', 'mark.css:1'].map((place) => `${place} style-parses`),
});

const TOKENS: readonly ((bait: Bait) => string)[] = [
  ({ url }) => `'12pt; } p { background: url(${url}/a.png); } q {'`,
  ({ url }) => `"red</style><script src='${url}/x.js'></script>"`,
  ({ url }) => `url(${url}/b.png)`,
  ({ url }) => `u\\72l(${url}/c.png)`,
  ({ url }) => `'image-set("${url}/d.png" 1x)'`,
  ({ url }) => `'12pt !important; background: src("${url}/e.png")'`,
  ({ url }) => `'12pt /* } */ ; @import "${url}/f.css"'`,
  () => `'"12pt'`,
  () => `'12pt)'`,
  () => `'{}'`,
];

bookAttack('values for properties that break out of their declaration', {
  files: (bait) => ({
    'chapter.md': 'Text.',
    'book.yaml': `title: T\ntokens:\n${TOKENS.map((row, i) => `  evil-${'abcdefghij'[i]}: ${row(bait)}\n`).join('')}  'x:red;}p{color': red\n  ../secret: 1pt\n`,
  }),
  says: [...TOKENS, '', ''].map((_, i) => `book.yaml:${i + 3} value-valid`),
  code: 2,
  stops: true,
});

for (const [name, css, place] of [
  ['a line that is as high as a thousand pages', 'h1 {\n  line-height: 99999;\n}\n', 'own.css:2'],
  [
    'a line of so many pixels, below a comment with more',
    '/* line-height: 9e9; */\np { line-height: 400000px }\n',
    'own.css:2',
  ],
  ['pages by the ten thousand', 'p { min-height: 9e7px; }\n', 'own.css:1'],
  [
    'a frame that is higher than its page',
    'p { border: 1px solid #111999; }\n.sheet { border: 900px solid #333; }\n',
    'own.css:2',
  ],
  [
    'pages by the ten thousand, for which no length can be named',
    'p { min-height: calc(900px * 900 * 99); }\n',
    'chapter.md',
  ],
] as const)
  bookAttack(name, {
    files: () => ({
      'chapter.md': 'Text.',
      'book.yaml': 'title: T\nstyles: own.css\neditions: {print: {}, epub: {}, web: {}}\n',
      'own.css': css,
    }),
    says: [`${place} pages-can-be-printed`],
    stops: true,
  });

bookAttack('letters that no page has room for, by a token that is worked out', {
  files: () => ({
    'chapter.md': 'Text.',
    'book.yaml': 'title: T\ntokens:\n  text-size: calc(1px * 99999)\n',
  }),
  says: ['book.yaml:3 style-keeps-pages'],
  stops: true,
});

bookAttack('lines that are higher than pages, by a token that is worked out', {
  files: () => ({
    'chapter.md': 'Text.',
    'book.yaml': 'title: T\ntokens:\n  ink: "#111"\n  leading: calc(1px * 99999)\n',
  }),
  says: ['book.yaml:4 pages-can-be-printed'],
  stops: true,
});

it.each(['var(--nowhere)', 'serif'])('a typeface that is %s is told as one of the machine', async (serif) => {
  const folder = await desk({
    'book/a.md': '# A\n\nText.\n',
    'book/book.yaml': `title: T\ntokens:\n  serif: ${serif}\n`,
  });
  const { code, err } = await octavo(folder, ['build', 'book', '-e', 'print', '--log-level', 'info']);
  expect(code, err).toBe(0);
  expect(err).toContain('font-known');
});
