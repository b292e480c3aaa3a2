import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/build.js';
import { settled } from '../../src/config/typography.js';
import { wordsOf } from '../../src/language/words.js';
import { withIncludes } from '../../src/markdown/includes.js';
import { createParser } from '../../src/markdown/parse.js';
import type { Setting } from '../../src/model/context.js';
import { openLedger } from '../../src/report/ledger.js';
import { memoryWorkshop } from '../../src/workshop/memory.js';
import { thisWorld } from '../../src/world.js';

const SETTING: Setting = {
  lang: 'en',
  words: wordsOf('en'),
  typography: settled(true),
  variables: new Map(),
  profiles: [],
  files: [],
  editions: new Map(),
  abbreviations: {},
};
const SHARED = `---
title: Not shown
---
One.

<!-- #region two -->
Two.

<!-- #region inner -->
Inner.
<!-- #endregion -->
<!-- #endregion two -->

Three.
`;
const CODE = '// #region setup\n  const a = 1;\n    b();\n// #endregion\nlast();\n';
const FILES = {
  'book/_shared.md': SHARED,
  'book/_item.md': 'An item.\n\n    code\n',
  'book/code/a.js': CODE,
  'book/code/anchors.rs': '// ANCHOR: main\nfn main() {}\n// ANCHOR_END: main\n',
  'book/deep/_down.md': 'Down ::include\n\n::include{file="../_item.md"}\n',
  'book/_circle.md': '::include{file="_circle.md"}\n',
  'secret.md': 'SECRET',
};

const workshop = memoryWorkshop(FILES, {
  read: async () => new Uint8Array(),
  dependency: async () => new Uint8Array(),
  aside: () => Promise.reject(new Error('nothing is put aside')),
});

async function including(value: string, path = 'chapter.md') {
  const ledger = openLedger();
  const folder = await workshop.folder('book');
  if (typeof folder === 'string') throw new Error(folder);
  const chapter = new VFile({ path, value, data: { shownPath: `book/${path}` } });
  const { file, included } = await withIncludes(chapter, folder, ledger.say);
  const parsed = createParser([], SETTING, ledger.say)(file);
  return {
    text: String(file.value),
    included: included.map((one) => one.path),
    code: parsed?.tree.children.flatMap((node) => (node.type === 'code' ? [node.value] : [])),
    file,
    said: ledger.messages().map(({ ruleId, name }) => `${ruleId} ${name}`),
    words: ledger.messages().map(({ reason, remedy }) => `${reason}. ${remedy}`),
  };
}

describe('an include', () => {
  it.each([
    ['A\n\n::include{file="_item.md"}\n\nB', 'A\n\nAn item.\n\n    code\n\nB\n'],
    ['A\n::include{file=_item.md}\nB', 'A\n\nAn item.\n\n    code\n\nB\n'],
    ['- ::include{file=_item.md}\n- b', '- An item.\n\n      code\n\n- b\n'],
    ['> 1. ::include{file=_item.md}', '> 1. An item.\n>\n>        code\n'],
    ['::include{file=_shared.md}', 'One.\n\nTwo.\n\nInner.\n\nThree.\n'],
    ['::include{file=_shared.md region=two}', 'Two.\n\nInner.\n'],
    ['::include{file=_shared.md region=inner}', 'Inner.\n'],
    ['::include{file=_shared.md lines=4-4}', 'One.\n'],
    ['::include{file=deep/_down.md}', 'Down ::include\n\nAn item.\n\n    code\n'],
    ['{{#include _shared.md:inner}}', 'Inner.\n'],
    ['{{#include _shared.md:7:8}}\nx', 'Two.\n\nx\n'],
    ['{{< include _item.md >}}', 'An item.\n\n    code\n'],
    ['{% include "./_item.md" %}', 'An item.\n\n    code\n'],
  ])('%j', async (value, expected) => {
    const { text, said } = await including(value);
    expect(text).toBe(expected);
    expect(said).toEqual([]);
  });

  it.each([
    '```\n::include{file="_item.md"}\n```\n',
    '````md\n```\n::include{file="_item.md"}\n```\n````\n',
    'see ::include{file="_item.md"}\n',
    '`{{#include _item.md}}`\n',
  ])('is none in %j', async (value) => {
    const { text, said, included } = await including(value);
    expect([text, included]).toEqual([value, []]);
    expect(said).toEqual([]);
  });

  it('fills code: a region without its margin, lines, a line of mdBook’s', async () => {
    const { code, said } = await including(
      [
        '```js {file="code/a.js" region=setup}\nold\n```',
        '```js {file=code/a.js lines="5"}\n```',
        '~~~js {file=code/a.js}\n~~~',
        '> ```rust\n> // above\n>   {{#rustdoc_include code/anchors.rs:main}}\n> ```',
        '```\n{{#include code/anchors.rs:2}}\n```',
      ].join('\n\n'),
    );
    expect(code).toEqual([
      'const a = 1;\n  b();',
      'last();',
      '  const a = 1;\n    b();\nlast();',
      'fn main() {}',
    ]);
    expect(said).toEqual([]);
  });

  it('is told where it is wrong, each once, and the rest is read', async () => {
    const { said, words, text } = await including(
      [
        '::include{file="_items.md"}',
        '::include{file="../secret.md"}',
        '::include',
        '::include{file=_shared.md region=tow}',
        '::include{file=_item.md region=x}',
        '::include{file=_item.md lines=9-12}',
        '::include{file=_circle.md}',
        '```js {file=code/b.js}\n```',
        '{% include "git+https://example.org/a.git/b.md" %}',
        'End.',
      ].join('\n\n'),
    );
    expect(said).toEqual([
      'include-ends book/_circle.md:1:1',
      'include-exists book/chapter.md:1:1',
      'inside-folder book/chapter.md:3:1',
      'include-named book/chapter.md:5:1',
      'include-region book/chapter.md:7:1',
      'include-region book/chapter.md:9:1',
      'include-lines book/chapter.md:11:1',
      'include-exists book/chapter.md:15:1',
      'include-exists book/chapter.md:18:1',
    ]);
    expect(words[1]).toContain('Did you mean _item.md?');
    expect(words[4]).toContain('Did you mean “two”?');
    expect(words[6]).toContain('has 3 lines');
    expect(text).not.toContain('SECRET');
    expect(text.trim().endsWith('End.')).toBe(true);
  });

  it('cannot unfold to more than a book holds', async () => {
    const bombs = Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [
        `book/_${i}.md`,
        `${`::include{file=_${i + 1}.md}\n`.repeat(20)}text\n`,
      ]),
    );
    const ledger = openLedger();
    const folder = await memoryWorkshop({ ...bombs, 'book/_9.md': 'end' }, workshop.own).folder('book');
    if (typeof folder === 'string') throw new Error(folder);
    const { file } = await withIncludes(
      new VFile({ path: 'a.md', value: '::include{file=_0.md}\n' }),
      folder,
      ledger.say,
    );
    const [only, ...others] = ledger.messages();
    expect(only?.ruleId).toBe('include-ends');
    // By the name that it is called everywhere else.
    expect(only?.reason).toMatch(/^With _\d\.md /);
    expect(only?.line).toBeGreaterThan(0);
    expect(others).toEqual([]);
    expect(String(file.value).length).toBeLessThan(200_000);
  });

  it('looks through the folder only for what is missing, and once', async () => {
    const pieces = Array.from({ length: 30 }, (_, i) => `_${i}.md`);
    const world = memoryWorkshop(Object.fromEntries(pieces.map((name) => [`b/${name}`, name])), workshop.own);
    const folder = await world.folder('b');
    if (typeof folder === 'string') throw new Error(folder);
    let listed = 0;
    const counted = {
      ...folder,
      list() {
        listed++;
        return folder.list();
      },
    };
    const includes = (names: readonly string[]): string =>
      names.map((name) => `::include{file=${name}}`).join('\n\n');
    const ledger = openLedger();
    const there = new VFile({ path: 'a.md', value: includes(pieces) });
    expect((await withIncludes(there, counted, ledger.say)).included).toHaveLength(30);
    expect([listed, ledger.messages()]).toEqual([0, []]);
    const mistyped = new VFile({ path: 'a.md', value: includes(['_1.mb', '_2.mb']) });
    await withIncludes(mistyped, counted, ledger.say);
    expect(ledger.messages().map(({ ruleId, line }) => `${ruleId} ${line}`)).toEqual([
      'include-exists 1',
      'include-exists 3',
    ]);
    expect(listed).toBe(1);
  });
});

it('what is said of an included text names its own file, line and column', async () => {
  const world = thisWorld();
  const files = {
    'b/a.md': '# A\n\n> - ::include{file="_x.md"}\n\n[x](none.md)\n',
    'b/_x.md': '---\ntitle: X\n---\nText.\n\nA [page](none.md) and ![](a.png).\n',
  };
  const { messages } = await check(
    { folder: 'b', editions: ['epub'] },
    { ...world, workshop: memoryWorkshop(files, world.workshop.own) },
  );
  expect(messages.map(({ ruleId, name }) => `${ruleId} ${name}`)).toEqual([
    'link-resolves b/_x.md:6:3',
    'image-exists b/_x.md:6:23',
    'image-alt b/_x.md:6:23',
    'link-resolves b/a.md:5:1',
  ]);
});
