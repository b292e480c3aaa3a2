import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { core } from '../../src/core.js';
import { CLI, desk, octavo } from '../support/desk.js';
import {
  contentsOf,
  deskWithBuild,
  expectNobodyLeft,
  expectNoStack,
  GOOD,
  messagesIn,
  mistakes,
} from '../support/mistake.js';
import { goneWithin } from '../support/processes.js';

/** What is said of a call that commander does not understand. */
async function refused(...args: readonly string[]): Promise<string> {
  const { code, out, err } = await octavo(await desk({ 'book/a.md': GOOD }), args);
  expectNoStack({ out, err });
  expect([code, out]).toEqual([2, '']);
  expect(err.match(/^error: /gm)).toHaveLength(1);
  expect(err).toContain('Run with --help');
  return err;
}

describe.concurrent('a mistyped', () => {
  it('verb', async () => expect(await refused('biuld', 'book')).toContain('Did you mean build?'));
  it('flag', async () =>
    expect(await refused('build', 'book', '--edtion', 'x')).toContain('Did you mean --edition?'));
  it('level', async () =>
    expect(await refused('check', '--log-level', 'loud')).toContain('silent, error, warning, info'));
  it('call without the value of a flag', async () =>
    expect(await refused('build', '--trim')).toContain('argument missing'));
  it('call with too much', async () =>
    expect(await refused('build', 'book', 'more')).toContain('too many arguments'));
  it('call with an empty folder', async () => expect(await refused('build', '')).toContain('names nothing'));
  it('date of the source', async () => {
    const folder = await desk({ 'book/a.md': GOOD });
    const check = (date: string) => octavo(folder, ['check', 'book'], { SOURCE_DATE_EPOCH: date });
    const { code, err } = await check('yesterday');
    expect(code).not.toBe(0);
    expect(err).toContain('“SOURCE_DATE_EPOCH” must be a number of seconds since 1970');
    expect((await check('')).code).toBe(0);
  });
  it('id', async () => {
    const { code, err } = await octavo(await desk(), ['explain', 'image-exist']);
    expect([code, err]).toEqual([2, 'There is no message “image-exist”. Did you mean “image-exists”?\n']);
  });
  it('folder of a new book', async () => {
    const { code, err } = await octavo(await desk({ taken: 'x' }), ['init', 'taken']);
    expect(code).toBe(2);
    expect(err).toMatch(/^The book could not be begun in taken: there is a file .* Name another folder/);
    expect(err).toContain('octavo init taken-2\n');
  });
  it('folder of a book that there is', async () => {
    const cwd = await desk({ 'my-book/book.yaml': '', 'my-book-9/book.yaml': '' });
    const { code, err } = await octavo(cwd, ['init', 'my-book/']);
    expect([code, err]).toEqual([2, expect.stringContaining('octavo init my-book-2\n')]);
    expect((await octavo(cwd, ['init', 'my-book-9'])).err).toContain('octavo init my-book-10\n');
  });
});

/** For teachers alone, as a whole and in front matter. */
const HIDDEN = '---\noutputs: [teacher]\n---\n\n# Keys\n\nText.\n';

describe('a flag', () => {
  const files = { 'book/a.md': GOOD };
  const flag = (...args: readonly string[]) => [
    'build',
    'book',
    ...(args.includes('-e') ? [] : ['-e', 'epub']),
    ...args,
  ];
  mistakes([
    {
      name: 'with an edition that there is not',
      files,
      args: flag('-e', 'epbu'),
      code: 2,
      messages: ['command line error edition-known'],
      says: /Did you mean “epub”\?/,
    },
    {
      name: 'with two editions in one',
      files,
      args: flag('-e', 'epub,print'),
      code: 2,
      messages: ['command line error edition-known'],
      says: /Name each by itself: -e epub -e print\./,
    },
    {
      name: 'with a theme, a trim size and a folder that there are not',
      files,
      args: flag('-T', 'clasic', '-s', 'a55', '-o', ''),
      code: 2,
      messages: [
        'command line error theme-known',
        'command line error value-valid',
        'command line error value-valid',
      ],
      says: [/Did you mean “classic”\?/, /“a55”, which is no size/, /“--output” names no folder/],
    },
    {
      name: 'with a paper that there is not',
      files,
      args: flag('--booklet', 'a44'),
      code: 2,
      messages: ['command line error value-valid'],
      says: [/“--booklet” is “a44”, which is no paper/, /Correct the flag/],
    },
    {
      name: 'with an answer key of a book that solves nothing',
      files,
      args: flag('-e', 'answer-key'),
      code: 2,
      messages: ['command line error book-has-solutions'],
      says: [/No exercise of the book has a solution/, /Write a :::solution behind an :::exercise/],
    },
    {
      name: 'with editions that nothing of the book is for',
      files: { 'book/a.md': '# Notes {when-edition="teacher"}\n\nText.\n', 'book/b.md': HIDDEN },
      args: ['build', 'book', '-e', 'print', '-e', 'epub'],
      code: 2,
      messages: ['book/a.md:1:1 warning chapter-has-title', 'command line error edition-has-text'],
      says: /Nothing of the book is for the editions “print” and “epub”, so there is nothing to make/,
    },
    {
      name: 'with a profile that nothing of the book is for',
      files: {
        'book/a.md': '# Notes {when-profile="teacher"}\n\nText.\n',
        'book/b.md': '# Keys\n\n:::when{profile="teacher"}\nText.\n:::\n',
      },
      args: flag('--profile', 'pupil'),
      code: 2,
      messages: [
        'book/a.md warning chapter-has-text',
        'command line warning profile-used',
        'command line error edition-has-text',
      ],
      says: [
        /Nothing of the book is for the edition “epub” and the profile “pupil”/,
        /All of this file is for readers with another profile/,
      ],
    },
    {
      name: 'for booklets of an edition that has no pages',
      files,
      args: flag('--booklet', 'a4'),
      code: 2,
      messages: ['command line error value-valid'],
      says: /wants an edition that has pages: print, large-print, teacher, answer-key, screen, handouts, sample-pdf, archive/,
    },
  ]);
});

describe.concurrent('many mistakes', () => {
  const files = {
    'book/book.yaml': 'titel: A\nlang: english\n',
    'book/b10.md': '# B\n\n![A](gone.png)\n\n::handout{name="gone"}\n',
    'book/b9.md': '# A\n\n<script>1</script>\n\n[x](gone.md)\n',
  };
  const all = [
    'book/b9.md:3:1 error html-is-safe',
    'book/b9.md:5:1 warning link-resolves',
    'book/b10.md:3:1 error image-exists',
    'book/b10.md:5:1 error handout-exists',
    'book/book.yaml:1:1 error key-known',
    'book/book.yaml:2:7 error value-valid',
  ];
  it('are all said, in order, and counted; build and check say the same', async () => {
    const cwd = await deskWithBuild(files);
    const before = await contentsOf(join(cwd, 'dist'));
    const built = await octavo(cwd, ['build', 'book']);
    const checked = await octavo(cwd, ['check', 'book']);
    expect([built.code, messagesIn(built.err)]).toEqual([2, all]);
    expect([checked.code, messagesIn(checked.err)]).toEqual([2, all]);
    expect(built.err).toContain('\n5 errors, 1 warning\n');
    expect(checked.err).toContain('\n5 errors, 1 warning\n');
    expect(await contentsOf(join(cwd, 'dist'))).toEqual(before);
  });

  it('are the same as JSON, and nothing else is on standard output', async () => {
    const cwd = await deskWithBuild(files);
    for (const args of [
      ['build', 'book'],
      ['check', 'book'],
    ]) {
      const { code, out } = await octavo(cwd, [...args, '--json']);
      const { ok, messages } = JSON.parse(out) as { ok: boolean; messages: Record<string, string>[] };
      expect([code, ok]).toEqual([2, false]);
      expect(messages.map((m) => `${m.file}:${m.line}:${m.column} ${m.severity} ${m.id}`)).toEqual(all);
      for (const { message, remedy } of messages) expect([message, remedy]).not.toContain('');
    }
  });

  it('in the call are JSON, too', async () => {
    const { code, out } = await octavo(await desk(), ['build', '--edtion', 'x', '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toEqual({
      ok: false,
      messages: [
        {
          id: 'call-understood',
          severity: 'error',
          file: 'command line',
          message: "unknown option '--edtion'",
          remedy: 'Did you mean --edition?',
        },
      ],
    });
  });
});

describe.concurrent('a call that another program would understand', () => {
  it.each([
    [
      ['my book'],
      "error: unknown command 'my book'",
      'Verbs are build, check, preview, init, clean, doctor, explain. If it is a folder: octavo build "my book"',
    ],
    [
      ['--json', 'build'],
      "error: unknown option '--json'",
      'It goes behind its verb, as in octavo build --json',
    ],
    [
      ['check', '--booklet', 'a4'],
      "error: unknown option '--booklet'",
      'It goes behind its verb, as in octavo build --booklet',
    ],
    [['bulid'], "error: unknown command 'bulid'", 'Did you mean build?'],
  ])('%j is told how it is meant', async (args, said, meant) => {
    const { code, out, err } = await octavo(await desk(), args);
    expect([code, err.split('\n').slice(0, 2)]).toEqual([2, [said, `(${meant})`]]);
    if (args.includes('--json'))
      expect(JSON.parse(out).messages).toEqual([
        expect.objectContaining({ message: said.slice(7), remedy: meant }),
      ]);
  });
});

describe.concurrent('it is quiet', () => {
  const files = { 'book/a.md': `${GOOD}\n[x](gone.md)\n` };
  it.each([
    ['with --quiet', ['--quiet'], ''],
    ['with --log-level silent', ['--log-level', 'silent'], ''],
  ])('%s, even about its browser', async (_, flags) => {
    const { code, err } = await octavo(await deskWithBuild(files), [
      'build',
      'book',
      '-e',
      'screen',
      ...flags,
    ]);
    expect([code, err]).toEqual([0, '']);
  });
  it('but for errors', async () => {
    const cwd = await deskWithBuild({ 'book/a.md': `${GOOD}\n![A](gone.png) [x](gone.md)\n` });
    const { code, out, err } = await octavo(cwd, ['build', 'book', '-e', 'epub', '--quiet']);
    expect([code, out, messagesIn(err)]).toEqual([1, '', ['book/a.md:5:1 error image-exists']]);
    expect(err.trim().split('\n').at(-1)).toBe('1 error');
    const silent = await octavo(cwd, ['build', 'book', '-e', 'epub', '--log-level', 'silent']);
    expect([silent.code, silent.out, silent.err]).toEqual([1, '', '']);
  });
});

describe.concurrent('a terminal', () => {
  it('gets colours only where they are wanted', async () => {
    const cwd = await desk({ 'book/a.md': '# A\n\n![A](gone.png)\n' });
    const coloured = (env: Record<string, string>, ...flags: string[]) =>
      octavo(cwd, ['check', 'book', ...flags], env).then(({ err }) => err.includes('\u001b['));
    const wanted = { FORCE_COLOR: '1' };
    expect(await coloured({ ...wanted, NO_COLOR: '1' })).toBe(false);
    expect(await coloured({ ...wanted, NO_COLOR: '1', CI: 'true' })).toBe(false);
  });

  it('may go away before all is said', async () => {
    const cwd = await desk({ 'book/a.md': GOOD });
    const child = spawn(process.execPath, [CLI, 'explain'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let err = '';
    child.stderr.on('data', (said: Buffer) => {
      err += said;
    });
    child.stdout.destroy();
    const code = await new Promise((done) => child.on('close', done));
    expect([code, err]).toEqual([0, '']);
  });

  it('may go away while something is made, which is made all the same', async () => {
    const cwd = await desk({ 'book/a.md': GOOD });
    const args = [CLI, 'build', 'book', '-e', 'print', '-e', 'epub'];
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr.once('data', () => child.stderr.destroy());
    expect(await new Promise((done) => child.on('exit', done))).toBe(0);
    expect(Object.keys(await contentsOf(join(cwd, 'dist')))).toEqual(
      expect.arrayContaining(['a-book-print.pdf', 'a-book.epub']),
    );
  });
});

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('a build that is ended by %s says so by its exit code', async (signal, code) => {
  const cwd = await deskWithBuild({ 'book/a.md': GOOD });
  const before = await contentsOf(join(cwd, 'dist'));
  const child = spawn(process.execPath, [CLI, 'build', 'book', '-e', 'print'], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr.once('data', () => child.kill(signal));
  expect(await new Promise((done) => child.on('close', done))).toBe(code);
  expect(await contentsOf(join(cwd, 'dist'))).toEqual(before);
  await expectNobodyLeft(cwd);
});

describe.concurrent('a configuration that is a script', () => {
  const build = ['build', 'book', '-e', 'epub', '-c'];
  it.each(['ts', 'mjs'])('and ends the program is told (.%s)', async (type) => {
    const cwd = await deskWithBuild({
      'book/a.md': GOOD,
      [`c.${type}`]: 'process.exit(0);\nexport default {};\n',
    });
    const before = await contentsOf(join(cwd, 'dist'));
    const { code, out, err } = await octavo(cwd, [...build, `c.${type}`]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(
      /^A plugin or the configuration ended the program \(process\.exit\), so nothing was made\./,
    );
    expect(await contentsOf(join(cwd, 'dist'))).toEqual(before);
  });

  it('and fails behind everybody’s back shows where, and is not said to have ended the program', async () => {
    const script =
      "setTimeout(() => { throw new Error('boom'); }, 0);\nawait new Promise((done) => setTimeout(done, 2000));\nexport default {};\n";
    const cwd = await deskWithBuild({ 'book/a.md': GOOD, 'c.mjs': script });
    const before = await contentsOf(join(cwd, 'dist'));
    const { code, err } = await octavo(cwd, [...build, 'c.mjs']);
    expect(code).not.toBe(0);
    expect(err).toContain('boom');
    expect(err).not.toContain('process.exit');
    expect(await contentsOf(join(cwd, 'dist'))).toEqual(before);
  });

  it.each(['ts', 'mjs'])('and never ends is ended by a signal (.%s)', async (type) => {
    const script = "process.stderr.write('begun');\nwhile (true) {}\n";
    const cwd = await deskWithBuild({ 'book/a.md': GOOD, [`c.${type}`]: script });
    const child = spawn(process.execPath, [CLI, ...build, `c.${type}`], {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = new Promise((done) => child.on('close', (_, signal) => done(signal)));
    child.stderr.once('data', () => child.kill('SIGINT'));
    expect(await ended).toBe('SIGINT');
    await expectNobodyLeft(cwd);
  });

  const never = "{ process.stderr.write('begun'); while (true) {} }";
  it.each([
    ['of remark', `remarkPlugins: [() => () => ${never}]`],
    [
      'with a rule',
      `rules: [{ id: 'a-b', severity: 'info', says() {}, remedy() {}, why: '', examples: {}, check() ${never} }]`,
    ],
  ])('and brings a plugin %s that never ends is ended by a signal', async (_, entry) => {
    const script = `export default { plugins: [{ name: 'x', ${entry} }] };\n`;
    const cwd = await deskWithBuild({ 'book/a.md': GOOD, 'c.mjs': script });
    const temp = await desk();
    const child = spawn(process.execPath, [CLI, 'build', 'book', '-e', 'print', '-c', 'c.mjs'], {
      cwd,
      env: { ...process.env, TMPDIR: temp },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = new Promise((done) => child.on('close', (_, signal) => done(signal)));
    child.stderr.on('data', (text) => String(text).includes('begun') && child.kill('SIGTERM'));
    expect(await ended).toBe('SIGTERM');
    expect(await goneWithin(temp, 5000)).toEqual([]);
  });
});

it('says so where it may not open as many files as it needs', async () => {
  const cwd = await deskWithBuild({ 'book/a.md': GOOD });
  const few = spawnSync(
    'sh',
    ['-c', `ulimit -n 32 && exec "${process.execPath}" "${CLI}" build book -e epub`],
    {
      cwd,
      encoding: 'utf8',
    },
  );
  expect([few.status, few.stdout]).toEqual([2, '']);
  expect(few.stderr).toMatch(/^Octavo may not open as many files at once as it needs, .* ulimit -n 1024\n$/);
});

it('the help of build names every edition', async () => {
  const { out } = await octavo(await desk(), ['build', '--help']);
  const [, told = ''] = /\nEditions: ([\s\S]+?)\n\n/.exec(out.replaceAll('book.yaml', '')) ?? [];
  const names = told.match(/[a-z-]+(?=[,;.])/g) ?? [];
  expect(names.sort()).toEqual((core.editions ?? []).map(({ name }) => name).sort());
});

it.each([
  ['https://example.org/', 'It is no host, such as example.org.'],
  ['example.org:8080', 'It is no host, such as example.org.'],
  ['example.org/images', 'It is no host, such as example.org.'],
])('%s is no host', async (name, said) => {
  expect(await refused('build', 'book', '--allow-host', name)).toContain(said);
});

describe.concurrent('a command that is named', () => {
  it.each([
    ['Mein Büch 📖', '"Mein Büch 📖"'],
    ['a $HOME', "'a $HOME'"],
    ["it's $1", "'it'\\''s $1'"],
    ['plain/bücher', 'plain/bücher'],
  ])('can be typed as it stands, for the folder %s', async (folder, typed) => {
    const { code, out } = await octavo(await desk(), ['init', folder]);
    expect([code, out]).toEqual([0, expect.stringContaining(`Build it: octavo build ${typed}\n`)]);
  });
});

describe.concurrent('--help', () => {
  it.each([[], ['build'], ['check'], ['preview'], ['init'], ['clean'], ['doctor'], ['explain']])(
    'of %s fits a screen',
    async (...verb) => {
      const { code, out } = await octavo(await desk(), [...verb, '--help']);
      const lines = out.split('\n');
      expect(code).toBe(0);
      expect(lines.length).toBeLessThanOrEqual(40);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
      expect(out).toMatch(/\nExample:\n {2}\$ octavo /);
    },
  );
});

it('a call from a folder that has been removed is told as that', async () => {
  const gone = await desk();
  const script = 'cd "$1" && rmdir "$1" && exec "$2" "$3" build book';
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script, 'sh', gone, process.execPath, CLI], {
    encoding: 'utf8',
  });
  expectNoStack({ out: stdout, err: stderr });
  expect([status, stderr]).toEqual([
    2,
    'The folder that you are in is no longer there. Go to one that is (cd), and try again.\n',
  ]);
});
