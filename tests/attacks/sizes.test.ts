import { type BookAttack, bookAttack } from '../support/attack.js';

/** Chapters that are attacks by themselves, in one book; what is said of each, without its file. */
function chapters(list: Readonly<Record<string, readonly [text: string, ...says: string[]]>>): BookAttack {
  const entries = Object.entries(list).map(([name, [text, ...says]]) => ({
    file: `${name.replaceAll(' ', '-')}.md`,
    text,
    says,
  }));
  return {
    files: () => ({
      '0.md': '# A\n\nText.\n',
      ...Object.fromEntries(entries.map(({ file, text }) => [file, text])),
    }),
    says: entries.flatMap(({ file, says }) => says.map((one) => `${file}${one}`)),
  };
}

const nested = (open: string, times: number, close = ''): string =>
  `${open.repeat(times)}x${close.repeat(times)}\n`;
const DEEP = ':1 nesting-is-reasonable';

bookAttack(
  'nesting beyond reason',
  chapters({
    quotes: [nested('>', 3000), DEEP],
    'quotes with spaces': [nested('> ', 3000), DEEP],
    lists: [nested('- ', 3000), DEEP],
    'numbered lists': [nested('1. ', 3000), DEEP],
    'lists over lines': [
      Array.from({ length: 3000 }, (_, i) => `${'  '.repeat(i)}- x`).join('\n'),
      ':121 nesting-is-reasonable',
    ],
    emphasis: [nested('*', 3000, '*'), DEEP],
    'emphasis of one long run': [nested('_', 50_000, '_'), DEEP],
    'two kinds of emphasis': [`${'*a **b '.repeat(3000)}${'c** d*'.repeat(3000)}\n`, DEEP],
    'emphasis over lines': [`${'*a\n'.repeat(3000)}${'b*\n'.repeat(3000)}`, ':3061 nesting-is-reasonable'],
    brackets: [nested('[', 3000, ']'), DEEP],
    images: [nested('![', 3000, '](x)'), DEEP],
    'text directives': [nested(':a[', 3000, ']'), DEEP],
    directives: [
      `${Array.from({ length: 200 }, (_, i) => `${':'.repeat(203 - i)}note\n`).join('')}x\n`,
      ':61 nesting-is-reasonable',
    ],
    'directives of one size': [':::note\n'.repeat(3000), ':61 nesting-is-reasonable'],
    divs: [`${'::: {.x}\n'.repeat(3000)}${':::\n'.repeat(3000)}`, ':61 nesting-is-reasonable'],
    'divs that close now and then': ['> ::: x\n> ::: x\n> :::\n'.repeat(3000), ':179 nesting-is-reasonable'],
    blocks: ['<div>'.repeat(10_000), DEEP],
    'blocks over lines': ['<div>\n'.repeat(3000), DEEP],
    spans: [`a ${'<span>'.repeat(10_000)}\n`, DEEP],
    tables: ['<table><tr><td>'.repeat(3000), DEEP],
    drawings: [`<svg>${'<g>'.repeat(10_000)}\n`, DEEP],
  }),
);

const BOMB = `a: &a [${Array(9).fill('x').join(', ')}]
${'bcdefghi'
  .split('')
  .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`)
  .join('\n')}
`;

bookAttack(
  'front matter',
  chapters({
    bomb: [`---\n${BOMB}---\n`, ' yaml-is-small'],
    'deep lists': [
      `---\nkeywords: ${'['.repeat(50)}${']'.repeat(50)}\n---\n`,
      ':2 warning front-matter-key-known',
    ],
    'deep maps': [`---\nkeywords: ${'{a: '.repeat(20_000)}1${'}'.repeat(20_000)}\n---\n`, ' yaml-is-small'],
    'deep steps': [`---\nkeywords: ${'- '.repeat(20_000)}x\n---\n`, ':2 yaml-parses'],
    'two megabytes': [`---\ntitle: ${'x '.repeat(1024 * 1024)}\n---\n`, ':1 paragraph-is-reasonable'],
    code: [`---\ntitle: !!js/function "function () { process.exit(9) }"\n---\n`, ':2 yaml-parses'],
    'code of another tongue': [
      `---\ntitle: !!python/object/apply:os.system ["touch x"]\n---\n`,
      ':2 yaml-parses',
    ],
    prototype: [
      '---\n__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\ntoString: x\n---\n',
      ':2 warning front-matter-key-known',
      ':3 warning front-matter-key-known',
      ':4 warning front-matter-key-known',
    ],
    role: ['---\nrole: constructor\n---\n', ':2 value-valid'],
    lang: ['---\nlang: __proto__\n---\n', ':2 value-valid'],
    pages: ['---\npages: 1e99\n---\n', ':2 value-valid'],
    title: [`---\ntitle: ${'x'.repeat(100_000)}\n---\n`, ':2 value-valid'],
    class: [`---\nclass: "${'a '.repeat(100_000)}"\n---\n`, ':2 value-valid'],
    late: [`\n---\na: b\n${'  a: b\n'.repeat(10_000)}---\n`, ':2 front-matter-closes'],
    'late and without end': [`\n---\na: b\n${'  a: b\n'.repeat(1000)}\nText.\n`],
  }),
);

bookAttack(
  'counts beyond reason',
  chapters({
    'a heading': [`# ${'word '.repeat(20_000)}\n\nText.\n`, ':1 heading-is-reasonable'],
    'a heading of one word': [`# A\n\n## ${'x'.repeat(100_000)}\n`, ':3 heading-is-reasonable'],
    'notes of all kinds': [
      `# A\n\n${Array.from({ length: 200_000 }, (_, i) => `[^${i}]: x\n\n`).join('')}`,
      ':20003 definitions-are-reasonable',
    ],
    addresses: [
      `# A\n\n${Array.from({ length: 20_000 }, (_, i) => `[${i}]: x.md\n`).join('')}`,
      ':10003 definitions-are-reasonable',
    ],
    lines: ['::lines{n=999999999}\n', ':1 directive-count'],
    cards: [':::cards{copies=1e9}\nx\n:::\n', ':1 directive-count'],
    directives: [
      ':::constructor\nx\n:::\n\n:::__proto__\nx\n:::\n\n::toString\n',
      ':1 warning directive-known',
      ':9 warning directive-known',
    ],
  }),
);

bookAttack('a bomb in book.yaml', {
  files: () => ({ 'chapter.md': 'Text.', 'book.yaml': BOMB }),
  says: ['book.yaml yaml-is-small'],
  code: 2,
  stops: true,
});

bookAttack('two megabytes of book.yaml', {
  files: () => ({ 'chapter.md': 'Text.', 'book.yaml': '# x\n'.repeat(500_000) }),
  says: ['book.yaml yaml-is-small'],
  code: 2,
  stops: true,
});

bookAttack('values in book.yaml beyond reason', {
  files: () => ({
    'chapter.md': 'Text.',
    'book.yaml': `title: ${'x'.repeat(100_000)}
trim: 1000in x 1000in
toc-depth: 1e9
__proto__: {polluted: 1}
constructor: {prototype: {polluted: 1}}
date: 99999-01-01
lang: ${'x'.repeat(1000)}
editions: {print: {trim: 0x0}}
rules: {constructor: off}
series: {name: S, position: .nan}
`,
  }),
  says: [
    ...[1, 2, 3, 6, 7, 8, 10].map((line) => `book.yaml:${line} value-valid`),
    ...[4, 5].map((line) => `book.yaml:${line} key-known`),
    'book.yaml:9 key-known',
  ],
  code: 2,
  stops: true,
});

bookAttack('a summary of lists in lists', {
  files: () => ({ 'chapter.md': 'Text.', 'SUMMARY.md': nested('- ', 5000) }),
  says: ['SUMMARY.md:1 nesting-is-reasonable'],
  stops: true,
});
