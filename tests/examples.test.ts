import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { desk, octavo, octavoJson, put, ROOT } from './support/desk.js';
import { openEpub } from './support/epub.js';
import { GOOD, type Mistake, mistakes } from './support/mistake.js';

/*
 * Each example of docs/handbook/plugins.md, through the compiled command line, and what it makes of the book.
 */
const BOOK = join(ROOT, 'examples/plugins/book');
const config = (name: string): string => join(ROOT, 'examples/plugins', name, 'book.config.ts');
const build = async (name: string, edition = 'epub') => {
  const cwd = await desk();
  const answer = await octavoJson(cwd, ['build', BOOK, '-e', edition, '-c', config(name), '-o', 'out']);
  expect(answer.code, answer.err).toBe(0);
  const path = join(cwd, 'out', answer.artifacts[0]?.path ?? '');
  return { ...answer, path, said: answer.messages.map(({ id }) => id) };
};
/** All HTML and CSS of the EPUB. */
const textsOf = async (path: string): Promise<string> => {
  const book = await openEpub(new Uint8Array(await readFile(path)));
  return [...book.bytes]
    .filter(([name]) => /\.(xhtml|css)$/.test(name))
    .map(([, bytes]) => new TextDecoder().decode(bytes))
    .join('\n');
};

describe('examples', () => {
  it('agree with the types that Octavo publishes', () => {
    execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'examples'], {
      cwd: ROOT,
    });
  });

  it('construct: a directive of its own, with its stylesheet', async () => {
    const { path, said } = await build('construct');
    expect(said).toEqual([]);
    const texts = await textsOf(path);
    expect(texts).toContain('<p class="scene">A kitchen, night</p>');
    expect(texts).toMatch(/\.scene \{[^}]*font-style: italic/);
  });

  it('rule: a warning at its place', async () => {
    const { messages } = await build('rule');
    expect(messages.filter(({ id }) => id === 'words-carry')).toMatchObject([
      { severity: 'warning', line: 5, message: '“very” adds nothing here' },
    ]);
  });

  it('edition: a file of its own', async () => {
    const cwd = await desk();
    const { code, artifacts } = await octavoJson(cwd, ['build', BOOK, '-c', config('edition'), '-o', 'out']);
    expect(code).toBe(0);
    expect(artifacts.map(({ path, edition }) => [path, edition])).toEqual([['book.txt', 'text']]);
    expect(await readFile(join(cwd, 'out/book.txt'), 'utf8')).toMatch(
      /^The kettle\n[\s\S]*as kettles do\.\n$/,
    );
  });

  it('theme: its typeface, and no other, in the print PDF', async () => {
    const { path, said } = await build('theme', 'print');
    expect(said).toEqual(['directive-known']);
    const { inspectPdf } = await import('./support/pdf.js');
    const { fonts } = await inspectPdf(new Uint8Array(await readFile(path)));
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter(({ name }) => !/^SourceSans3/.test(name))).toEqual([]);
  });

  it('remark: its options reach it, and its link is in the book', async () => {
    const { path } = await build('remark');
    expect(await textsOf(path)).toContain('<a href="https://example.org/issues/12">#12</a>');
  });

  it('rehype: its class is in the book, with its stylesheet as text', async () => {
    const { path } = await build('rehype');
    const texts = await textsOf(path);
    expect(texts).toMatch(/<p class="lead">/);
    expect(texts).toMatch(/\.lead \{ ?font-size: 1\.15em/);
  });

  it('are not loaded by a manuscript: only by who names them', async () => {
    const cwd = await desk({
      'book/a.md': GOOD,
      'book/book.config.ts': 'throw new Error("it ran")\n',
      'book/book.config.mjs': 'throw new Error("it ran")\n',
    });
    const { code, err } = await octavo(cwd, ['build', 'book', '-e', 'epub']);
    expect([code, err.includes('it ran')]).toEqual([0, false]);
  });
});

/** In the fourth line, behind types that are no JavaScript. */
const script = (plugins: string): string =>
  `interface Nothing {\n  readonly a?: string;\n}\n  export default {plugins: [${plugins}]} as Nothing;\n`;
const wrong = (
  name: string,
  text: string,
  messages: readonly string[],
  says?: RegExp,
  code = 2,
): Mistake => ({
  name,
  files: { 'book/a.md': GOOD, 'c.config.ts': text },
  args: ['build', 'book', '-e', 'epub', '-c', 'c.config.ts'],
  code,
  messages,
  ...(says ? { says } : {}),
});
const loads = 'c.config.ts error configuration-loads';
const thrown = (body: string): string => script(`{name: 'p', ${body}}`);
const fails = 'c.config.ts:4:3 error plugin-works';

describe('plugins that are wrong', () => {
  mistakes([
    wrong('a script that is no TypeScript', 'export default {\n  a: \n', [loads]),
    wrong(
      'a key that throws',
      'export default {\n  get title(): string {\n    throw new Error("Oh no");\n  },\n};\n',
      ['c.config.ts:3:5 error configuration-loads'],
      /cannot be used: Oh no/,
    ),
    wrong(
      'a package that is not installed',
      "import emoji from 'remark-no-such-emoji';\nexport default { plugins: [emoji] };\n",
      ['c.config.ts:1:1 error configuration-loads'],
      /Cannot find module 'remark-no-such-emoji'\n.*?Install it beside the configuration: npm install remark-no-such-emoji\./s,
    ),
    wrong('no list', 'export default {plugins: 7}', [loads], /no list of plugins/),
    wrong('no plugin', script('7'), [loads], /plugin 1 is number and no plugin/),
    wrong('no name', script('{}'), [loads], /plugin 1 has no name/),
    wrong('an unknown list', thrown('hooks: []'), [loads], /“hooks” is nothing that a plugin can have/),
    wrong('a list that is none', thrown('rules: {}'), [loads], /“rules” is object and no list/),
    wrong(
      'a rule without its check',
      thrown(`rules: [{id: 'a-b', severity: 'info', says() {}, remedy() {}, why: ''}]`),
      [loads],
      /“rules › 1 › check” is nothing, and should be function/,
    ),
    wrong(
      'a rule of no severity that there is',
      thrown(`rules: [{id: 'a-b', severity: 'warn', says() {}, remedy() {}, why: '', check() {}}]`),
      [loads],
      /“rules › 1 › severity” is “warn”, and should be one of error, warning, info/,
    ),
    wrong(
      'an edition for no medium that there is',
      thrown(`editions: [{name: 'x', description: '', medium: 'epub'}]`),
      [loads],
      /“editions › 1 › medium” is “epub”, and should be one of paged, reflowable, screen/,
    ),
    wrong('a construct without a name', thrown('constructs: [{}]'), [loads], /“constructs › 1 › name”/),
    wrong('no plugin of remark', thrown('remarkPlugins: [7]'), [loads], /no plugin of unified/),
    wrong(
      'a stylesheet that is not there',
      thrown(`constructs: [{name: 'a', sample: '', css: 'no.css'}]`),
      [loads],
      /no stylesheet no\.css/,
    ),
    wrong('a theme that is nowhere', thrown(`themes: [{name: 'a', description: '', typefaces: ''}]`), [
      loads,
    ]),
    wrong(
      'a construct that throws',
      thrown(`constructs: [{name: 'a', sample: '', remark() { throw new Error('Oh no'); }}]`),
      [fails],
      /The plugin “p” has failed in its construct “a”: Oh no/,
    ),
    wrong(
      'a plugin of remark that throws',
      thrown(`remarkPlugins: [function oops() { return () => { throw new Error('Oh no'); }; }]`),
      [fails],
      /The plugin “p” has failed in its construct “oops”: Oh no/,
    ),
    ...['() => () => { throw null; }', '() => async () => { throw undefined; }'].map((plugin) =>
      wrong(
        `a plugin of remark that throws nothing, ${plugin}`,
        thrown(`remarkPlugins: [${plugin}]`),
        ['c.config.ts error plugin-works'],
        /has failed in its construct “p › remarkPlugins › 1”: it throws nothing that says why/,
      ),
    ),
    wrong(
      'a plugin of rehype that fails later',
      thrown(`rehypePlugins: [function oops() { return async () => { throw new Error('Oh no'); }; }]`),
      [fails],
      /construct “oops”: Oh no/,
    ),
    ...Object.entries({
      null: 'null where a node should be',
      '{}': 'a node without a type',
      '{type: "text"}': 'a text without a value',
      '{type: "element", tagName: "p"}': 'a <p> without properties',
      '{type: "root", children: {}}': 'a root whose children are no list',
      tree: 'a root that stands in itself',
      // Twice the same node is no circle.
      'tree.children[0], {type: "element", tagName: "p", properties: {}, children: [tree]}':
        'a root that stands in itself',
    }).map(([node, left]) =>
      wrong(
        `a plugin of rehype that leaves ${left}`,
        thrown(
          `rehypePlugins: [function leave() { return (tree: any) => void tree.children.push(${node}); }]`,
        ),
        ['c.config.ts error plugin-works'],
        new RegExp(`construct “leave”: It leaves ${left}`),
      ),
    ),
    wrong(
      'an unsafe plugin of rehype',
      thrown(
        `rehypePlugins: [() => (tree: any) => void tree.children.push({type: 'element', tagName: 'script', properties: {}, children: []})]`,
      ),
      ['book/a.md error html-is-safe'],
      /<script>/,
      1,
    ),
  ]);

  it('show where it was thrown to who asks for it, and to nobody else', async () => {
    const cwd = await desk();
    await put(cwd, {
      'book/a.md': GOOD,
      'c.config.ts': thrown(
        `rules: [{id: 'a-b', severity: 'info', says: () => '', remedy: () => '', why: '', check() { throw new Error('Oh no'); }}]`,
      ),
    });
    const run = (level: string) =>
      octavo(cwd, ['build', 'book', '-e', 'epub', '-c', 'c.config.ts', '--log-level', level]);
    expect((await run('warning')).err).not.toMatch(/^\s+at /m);
    expect((await run('debug')).err).toMatch(/Error: Oh no\n\s+at .*c\.config\.ts/);
  });

  it('are told to wait in vain, whatever of them does', async () => {
    const cwd = await desk();
    const waits = '() => new Promise(() => {})';
    await put(cwd, {
      'book/a.md': GOOD,
      'plugin.config.ts': thrown(`remarkPlugins: [() => ${waits}]`),
      'later.config.ts': thrown(`rehypePlugins: [() => ${waits}]`),
    });
    for (const name of ['plugin', 'later']) {
      const { code, err } = await octavo(cwd, ['check', 'book', '-c', `${name}.config.ts`]);
      expect(err).toMatch(/waits for something that never comes/);
      expect(code).toBe(2);
    }
  });

  it('are heard: what a plugin says of a file is a message', async () => {
    const cwd = await desk();
    await put(cwd, {
      'book/a.md': GOOD,
      'c.config.ts': thrown(
        `remarkPlugins: [function listen() { return (tree: any, file: any) => void file.message('Too short', tree.children[0]); }]`,
      ),
    });
    const { messages, code } = await octavoJson(cwd, ['check', 'book', '-c', 'c.config.ts']);
    expect(code).toBe(0);
    expect(messages).toMatchObject([{ id: 'plugin-agrees', line: 1, message: 'listen says: Too short' }]);
  });
});
