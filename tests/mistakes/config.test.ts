import { describe } from 'vitest';
import { GOOD, type Mistake, mistakes } from '../support/mistake.js';

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const yaml = (text: string | Uint8Array) => ({ 'book/a.md': GOOD, 'book/book.yaml': text });
const row = (
  name: string,
  text: string | Uint8Array,
  messages: readonly string[],
  says?: Mistake['says'],
): Mistake => ({
  name,
  files: yaml(text),
  code: 2,
  messages: messages.map((one) => `book/book.yaml${one.startsWith('error') ? ' ' : ':'}${one}`),
  ...(says ? { says } : {}),
});

describe('book.yaml', () => {
  mistakes([
    row('with a tab', 'title: A\nauthor:\n\t- B\n', ['3:1 error yaml-parses'], /Indent with spaces/),
    row(
      'with a quote that is not closed',
      'title: "A\nauthor: B\n',
      ['1:8 error yaml-parses'],
      /never closed/,
    ),
    row(
      'with a line too far right',
      'title: A\n  author: B\n',
      ['2:3 error yaml-parses'],
      /farther to the right/,
    ),
    row('with a line too far left', '  title: A\nauthor: B\n', ['2:1 error yaml-parses'], /in one column/),
    row('with a colon in a text', 'title: Rain: a story\n', ['1:8 error yaml-parses'], /quotation marks/),
    row(
      'with a list below a value',
      'contents:\n  - part: P\n    - a.md\n',
      ['3:5 error yaml-parses'],
      /below “chapters:”/,
    ),
    row(
      'with an item of a list too far left',
      'title: A\nauthor:\n  - B\n - C\n',
      ['4:2 error yaml-parses'],
      /does not begin where those before it do.*in one column/s,
    ),
    row(
      'with a text that is not indented',
      'title: A\ndescription: |\n  x\n y\n',
      ['4:1 error yaml-parses'],
      /farther to the right than its key/,
    ),
    row(
      'with a colour that is a remark',
      'tokens:\n  cover-ground: #1f4e5f\n',
      ['2:17 error value-valid'],
      /between quotation marks, "#1f4e5f"/,
    ),
    row(
      'with such a colour between braces',
      'tokens: {cover-ground: #1f4e5f}\n',
      ['1:9 error yaml-parses'],
      /Put what begins with # between quotation marks.*hides the “}”/,
    ),
    row(
      'with a brace that is never closed, and a remark',
      'tokens: { # mine\n  a: 1\n',
      ['1:9 error yaml-parses'],
      /Close it with “}”/,
    ),
    row('with a key twice', 'title: A\ntitle: B\n', ['2:1 error yaml-parses'], /second time/),
    row('that is a list', '- A\n- B\n', ['1:1 error value-valid'], /keys and values/),
    row('in Latin-1', latin1('title: Caf\xe9\n'), ['1:11 error file-is-utf8']),
    row(
      'with keys that there are not',
      'titel: A\nxyzzy: 1\nauthor: {nam: B}\ncover: {src: a.png, altt: x}\n',
      ['1:1 error key-known', '2:1 error key-known', '3:10 error key-known', '4:21 error key-known'],
      [/Did you mean “title”\?/, /Did you mean “name”\?/, /Did you mean “alt”\?/, /Known keys: title, /],
    ),
    row(
      'with a role that is no relator',
      'contributor: [{name: B, role: ilustrator}, {name: C, role: xyzzy}]\n',
      ['1:31 error value-valid', '1:60 error value-valid'],
      [/did you mean “ill”, illustrator\?/, /must be a MARC relator, as edt, ill, trl or translator$/m],
    ),
    row(
      'with a wrong value for every key',
      `title: [A, B]
subtitle: {a: b}
contributor: [true]
lang: english
dir: up
description: [a]
date: 2026-13-45
publisher: {}
rights: true
license: []
isbn: 978-3-16-148410-1
identifier: {}
subject: {a: b}
keywords: true
series: {nam: x}
url: www.x.org
handouts: {a: b}
editions: {print: 5}
theme: [x]
styles: {a: b}
tokens: {text-size: "12pt; x"}
trim: 5
toc-depth: 9
chapter-start: left
hyphenate: sometimes
justify: "yes"
typography: 3
handout-paper: a3x
rules: {image-alt: fatal}
words: {contents: [], counters: Fig.}
variables: {"a b": x}
profile: {a: b}
number-chapters: 3
lists: [figures, pictures]
abbreviations: [HTML]
`,
      [
        '1:8 error value-valid',
        '2:11 error value-valid',
        '3:15 error value-valid',
        '4:7 error value-valid',
        '5:6 error value-valid',
        '6:14 error value-valid',
        '7:7 error value-valid',
        '8:12 error value-valid',
        '9:9 error value-valid',
        '10:10 error value-valid',
        '11:7 error value-valid',
        '12:13 error value-valid',
        '13:10 error value-valid',
        '14:11 error value-valid',
        '15:10 error key-known',
        '16:6 error value-valid',
        '17:11 error value-valid',
        '18:19 error value-valid',
        '19:8 error value-valid',
        '20:9 error value-valid',
        '21:21 error value-valid',
        '22:7 error value-valid',
        '23:12 error value-valid',
        '24:16 error value-valid',
        '25:12 error value-valid',
        '26:10 error value-valid',
        '27:13 error value-valid',
        '28:16 error value-valid',
        '29:20 error value-valid',
        '30:19 error value-valid',
        '30:33 error value-valid',
        '31:13 error value-valid',
        '32:10 error value-valid',
        '33:18 error value-valid',
        '34:18 error value-valid',
        '35:16 error value-valid',
      ],
    ),
    row(
      'with names that there are not',
      'title: A\ntheme: clasic\neditions: [epbu]\nrules: {image-al: off, title-given: off}\nwords: {contnts: A, index: {titel: B}}\n',
      [
        '2:8 error theme-known',
        '3:12 error edition-known',
        '4:9 error key-known',
        '4:24 error value-valid',
        '5:9 error key-known',
        '5:29 error key-known',
      ],
      [
        /Did you mean “contents”\?/,
        /Did you mean “title”\?/,
        /Did you mean “classic”\?/,
        /Did you mean “epub”\?/,
        /Did you mean “image-alt”\?/,
      ],
    ),
    row(
      'with steps of typography that there are not',
      'title: A\ntypography: {quots: false, dashes: 3}\n',
      ['2:14 error key-known', '2:36 error value-valid'],
      /Did you mean “quotes”\?/,
    ),
    {
      name: 'with files that are not there',
      files: yaml('cover: images/cover.png\nstyles: my.css\n'),
      code: 1,
      messages: ['book/book.yaml:1:8 error image-exists', 'book/book.yaml:2:9 error file-exists'],
    },
    {
      name: 'with a cover that nobody prints, of a colour that is none',
      files: yaml(
        'author: A\ntokens: {cover-ground: reddish}\neditions:\n  cover: {printer: kdp, pages: 10}\n',
      ),
      args: ['build', 'book', '-e', 'cover'],
      code: 1,
      messages: [
        'book/book.yaml:2:24 warning cover-colour-reads',
        'book/book.yaml:4:32 error cover-pages-printed',
      ],
    },
    {
      name: 'with a typeface that does not come along, and a style with another and a colour of the cover that is none',
      files: {
        ...yaml('author: A\nstyles: my.css\ntokens:\n  serif: Arial\nrules: {typeface-comes: error}\n'),
        'book/my.css': ':root {\n  --book-sans: Lato;\n  --book-cover-ground: reddish;\n}\n',
      },
      args: ['build', 'book', '-e', 'screen'],
      code: 1,
      messages: [
        'book/book.yaml:4:10 error typeface-comes',
        'book/my.css:2:3 error typeface-comes',
        'book/my.css:3:3 warning cover-colour-reads',
      ],
    },
    {
      name: 'with files in its body that are not there',
      files: yaml('contents:\n  body:\n    - a.md\n    - b.md\n    - part: P\n      chapters: [c.md]\n'),
      code: 1,
      messages: ['book/book.yaml:4:7 error file-exists', 'book/book.yaml:6:18 error file-exists'],
    },
    {
      name: 'with contents that are a list of files that are not there',
      files: yaml('contents:\n  - a.md\n  - b.md\n'),
      code: 1,
      messages: ['book/book.yaml:3:5 error file-exists'],
    },
    {
      name: 'with a stylesheet that is broken',
      files: { ...yaml('styles: my.css\n'), 'book/my.css': 'p { color: red\n' },
      code: 1,
      messages: ['book/my.css:1:1 error style-parses'],
    },
  ]);
});

describe('--config', () => {
  const named = (
    name: string,
    path: string,
    content: string | undefined,
    messages: readonly string[],
    says?: RegExp,
  ): Mistake => ({
    name,
    files: { 'book/a.md': GOOD, ...(content === undefined ? {} : { [path]: content }) },
    args: ['build', 'book', '-e', 'epub', '-c', path],
    code: 2,
    messages,
    ...(says ? { says } : {}),
  });
  const fails = 'error configuration-loads';
  mistakes([
    named('names nothing', '', undefined, [`command line ${fails}`]),
    named('names no file', 'no.yaml', undefined, [`no.yaml ${fails}`], /no such file/),
    named('names no script', 'no.mjs', undefined, [`no.mjs ${fails}`], /no such file/),
    named('names something else', 'c.txt', 'x', [`c.txt ${fails}`], /ends in \.yaml/),
    named('names broken YAML', 'c.yaml', 'title: "x\n', ['c.yaml:1:8 error yaml-parses']),
    named('names a file with zero bytes', 'c.yaml', '\0\0\0\0', ['c.yaml error file-is-text']),
    named(
      'names a script that throws',
      'c.mjs',
      '\nthrow new Error("Oh no");\n',
      [`c.mjs:2:7 ${fails}`],
      /Oh no/,
    ),
    named('names a script that throws a text', 'c.mjs', 'throw "Oh no"\n', [`c.mjs ${fails}`], /Oh no/),
    named('names a script that is none', 'c.mjs', 'export default {\n  title\n', [`c.mjs ${fails}`]),
    named('names a script that exports nothing', 'c.mjs', '', [`c.mjs ${fails}`], /exports nothing/),
    named('names a script that exports a list', 'c.mjs', 'export default []', [`c.mjs ${fails}`], /a list/),
    named('names a script with plugins that are none', 'c.mjs', 'export default {plugins: 7}', [
      `c.mjs ${fails}`,
    ]),
    named(
      'names a script that never ends',
      'c.mjs',
      'await new Promise(() => {});',
      [`c.mjs ${fails}`],
      /in 10 s/,
    ),
    named(
      'names a script with wrong keys that leaves a timer running',
      'c.mjs',
      'setInterval(() => {}, 1000); export default {titel: "x", toc: 5}',
      ['c.mjs error key-known', 'c.mjs error key-known'],
      /Did you mean “title”\?/,
    ),
  ]);
});

describe('a book.yaml that is not read', () => {
  const row = (name: string, files: Record<string, string>, path: string, says: RegExp) => ({
    name,
    args: ['check', 'book'],
    files: { 'book/a.md': GOOD, ...files },
    code: 0,
    messages: [`book/${path} warning book-file-read`],
    says,
  });
  mistakes([
    row('in capitals', { 'book/Book.yaml': 'title: X\n' }, 'Book.yaml', /Call it book\.yaml/),
    row('with another ending', { 'book/book.yaml.txt': 'title: X\n' }, 'book.yaml.txt', /Call it book\.yaml/),
    row(
      'with the name that others give it',
      { 'book/metadata.yaml': 'title: X\n' },
      'metadata.yaml',
      /Call it book\.yaml/,
    ),
    row(
      'beside another',
      { 'book/book.yaml': 'title: X\n', 'book/book.yml': 'title: Y\n' },
      'book.yml',
      /into one of them/,
    ),
    row('below the book', { 'book/text/book.yaml': 'title: X\n' }, 'text/book.yaml', /Name its folder/),
  ]);
});

describe('what other tools wrote', () => {
  mistakes([
    {
      name: 'a SUMMARY.md with files that are not there, or twice',
      files: {
        'book/SUMMARY.md': '# Summary\n\n- [A](a.md)\n- [B](b.md)\n- [A](a.md)\n- [D]()\n',
        'book/a.md': GOOD,
      },
      code: 1,
      messages: ['book/SUMMARY.md:4:3 error file-exists', 'book/SUMMARY.md:5:3 error file-listed-once'],
    },
    {
      name: 'a SUMMARY.md in Latin-1',
      files: { 'book/SUMMARY.md': latin1('# R\xe9sum\xe9\n'), 'book/a.md': GOOD },
      code: 1,
      messages: ['book/SUMMARY.md:1:4 error file-is-utf8'],
    },
    {
      name: 'a book.toml that is no TOML',
      files: { 'book/book.toml': '[book\ntitle = "x"\n', 'book/src/a.md': GOOD },
      code: 2,
      messages: ['book/book.toml:1:6 error value-valid'],
    },
    {
      name: 'a _quarto.yml that is no YAML',
      files: { 'book/_quarto.yml': 'project:\n  type: book\nbook:\n  title: "X\n', 'book/index.qmd': GOOD },
      code: 2,
      messages: ['book/_quarto.yml:4:10 error yaml-parses'],
    },
    {
      name: 'a _quarto.yml with a chapter that is not there',
      files: {
        'book/_quarto.yml': 'project:\n  type: book\nbook:\n  title: X\n  chapters: [index.qmd, none.qmd]\n',
        'book/index.qmd': GOOD,
      },
      code: 1,
      messages: ['book/_quarto.yml:5:25 error file-exists'],
    },
    {
      name: 'an mkdocs.yml with a page that is not there',
      files: {
        'book/mkdocs.yml':
          'site_name: X\nnav:\n  - Home: index.md\n  - Guide:\n      - Gone: gone.md\nextra:\n  icons: !!python/name:a.b\n',
        'book/docs/index.md': GOOD,
      },
      code: 1,
      messages: ['book/mkdocs.yml:5:15 error file-exists'],
    },
    {
      name: 'an mkdocs.yml that MkDocs would not accept',
      files: { 'book/mkdocs.yml': 'site_name: X\nnav: index.md\n', 'book/docs/index.md': GOOD },
      code: 2,
      messages: ['book/mkdocs.yml:2:6 error value-valid'],
    },
    {
      name: 'pages of Hugo and Jekyll that are no chapters',
      args: ['check', 'book'],
      files: {
        'book/_config.yml': 'title: X\n',
        'book/_posts/a.md': GOOD,
        'book/_posts/b.md': GOOD,
        'book/_includes/c.md': GOOD,
        'book/one/_index.md': GOOD,
        'book/d.md': GOOD,
      },
      code: 0,
      messages: ['book/_posts warning file-hidden', 'book/one/_index.md warning file-hidden'],
      says: /the 2 files in it are no chapters/,
    },
    {
      name: 'a book.json that is no JSON',
      files: {
        'book/book.json': '{\n  "title": "X\n}\n',
        'book/SUMMARY.md': '* [A](a.md)\n',
        'book/a.md': GOOD,
      },
      code: 2,
      messages: ['book/book.json:2:12 error yaml-parses'],
    },
    {
      name: 'a book.json that HonKit would not accept',
      files: {
        'book/book.json': '{\n  "title": ["X"]\n}\n',
        'book/SUMMARY.md': '* [A](a.md)\n',
        'book/a.md': GOOD,
      },
      code: 2,
      messages: ['book/book.json:2:12 error value-valid'],
    },
    {
      name: 'a book.json whose folder is elsewhere',
      files: { 'book/book.json': '{"title": "X", "root": "../"}\n', 'book/a.md': GOOD },
      code: 1,
      messages: ['book/book.json:1:24 error inside-folder'],
    },
  ]);
});
