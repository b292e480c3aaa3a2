import { describe, expect, it } from 'vitest';
import { toRecord } from '../../src/report/json.js';
import { understand } from '../support/chapter.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory, checkInMemory } from '../support/memory.js';

const body = (markdown: string) => {
  const book = understand(
    `---\nvariables: {version: 2.1, site: "https://example.org", ab: "<b>&"}\n---\n# T\n\n${markdown}`,
  );
  return { html: book.dress('reflowable').html.replace('<h1 id="chapter--t">T</h1>\n', ''), book };
};

describe('variables', () => {
  it.each([
    ['Version {{version}}, {{ version }}.', '<p>Version 2.1, 2.1.</p>'],
    ['*{{title}}*{{version}}', '<p><em>A Small Book</em>2.1</p>'],
    ['{{ book.title }} {{< var version >}} {{< meta title >}}', '<p>A Small Book 2.1 A Small Book</p>'],
    [
      '[There]({{site}}/a) and <https://a.org/{{version}}>',
      '<p><a href="https://example.org/a">There</a> and <a href="https://a.org/2.1">https://a.org/2.1</a></p>',
    ],
    ['[There][x]\n\n[x]: {{site}}/b', '<p><a href="https://example.org/b">There</a></p>'],
    ['{{ab}}', '<p>&#x3C;b>&#x26;</p>'],
    [
      '`{{version}}` \\{{version}} {version} {{ a b }} {{}} {{1}}',
      '<p><code>{{version}}</code> {{version}} {version} {{ a b }} {{}} {{1}}</p>',
    ],
    ['```\n{{version}}\n```', '<pre><code>{{version}}\n</code></pre>'],
    ['```{.variables}\nv{{version}} {a}\n```', '<pre><code>v2.1 {a}\n</code></pre>'],
    [
      '```sh {.variables}\nnpm i octavo@{{version}}\n```',
      '<pre><code class="language-sh">npm i octavo@2.1\n</code></pre>',
    ],
    [
      '`v{{version}}`{.variables} `{{version}}`{.x}',
      '<p><code>v2.1</code> <code class="x">{{version}}</code></p>',
    ],
  ])('%j', (markdown, expected) => {
    const { html, book } = body(markdown);
    expect(html).toBe(expected);
    expect(book.said()).toEqual([]);
  });

  it('make titles and ids', () => {
    const { book } = body('## What is new in {{version}}');
    expect(book.book.outline[0]?.children[0]).toMatchObject({
      title: 'What is new in 2.1',
      id: 'chapter--what-is-new-in-21',
    });
  });

  it('are told where there are none, each place, and printed as they were typed', () => {
    const { html, book } = body(
      'A {{verion}} and\n> {{nothing_like_it}} [x](https://a.org/{{titel}}) `{{ab}} {{x}}`{.variables}',
    );
    expect(html).toContain('A {{verion}} and');
    expect(book.said()).toEqual([
      'variable-known chapter.md:6:3',
      'variable-known chapter.md:7:3',
      'variable-known chapter.md:7:23',
      'variable-known chapter.md:7:52',
    ]);
    expect(book.words()[0]).toContain('Did you mean “version”?');
    expect(book.words()[1]).toContain('variables: {nothing_like_it: …}');
    expect(book.words()[2]).toContain('Did you mean “title”?');
  });
});

it('variables stand in what is known of the book as they do in its text, and are told where there are none', async () => {
  const { delivered, messages } = await buildInMemory(
    {
      'book.yaml':
        'title: Weirs {{version}}\nsubtitle: For {{reader}}\nauthor: Ada Brook\ndate: 2026\nvariables: {version: 2.1}\nrights: © {{year}} {{author}}, {{versoin}}\n',
      'a.md': '# One\n\n{{title}}.\n',
    },
    { editions: ['epub'] },
  );
  const epub = await openEpub(delivered.get('out/weirs-21.epub') as Uint8Array);
  expect(epub.meta('dc:title')).toEqual(['Weirs 2.1', 'For {{reader}}']);
  expect(epub.meta('dc:rights')).toEqual(['© 2026 Ada Brook, {{versoin}}']);
  expect(epub.textOf('a.xhtml')).toContain('Weirs 2.1.');
  const told = messages.filter(({ ruleId }) => ruleId === 'variable-known');
  expect(told.map(({ line }) => line)).toEqual([2, 6]);
  expect(told.map((one) => toRecord(one).remedy)).toEqual([
    'Define it in book.yaml: variables: {reader: …}.',
    'Did you mean “version”?',
  ]);
});

it('a title stands with its own variables where another text of the book names it, and never within itself', async () => {
  const { delivered, messages } = await buildInMemory(
    {
      'book.yaml':
        'title: Weirs {{version}}\nsubtitle: On {{title}}\nauthor: A\nvariables: {version: 3}\nrights: "{{subtitle}}, {{title}}"\n',
      'a.md': '# One\n\n{{subtitle}}.\n',
    },
    { editions: ['epub'] },
  );
  const epub = await openEpub(delivered.get('out/weirs-3.epub') as Uint8Array);
  expect(epub.meta('dc:title')).toEqual(['Weirs 3', 'On Weirs 3']);
  expect(epub.meta('dc:rights')).toEqual(['On Weirs 3, Weirs 3']);
  expect(epub.textOf('a.xhtml')).toContain('On Weirs 3.');
  expect(messages).toEqual([]);

  const round = await checkInMemory({
    'book.yaml': 'title: "{{title}}"\nsubtitle: "{{title}}"\nauthor: A\n',
    'a.md': '# One\n\nText.\n',
  });
  const told = (messages: typeof round.messages) =>
    messages.map(({ ruleId, line, remedy }) => [ruleId, line, remedy]);
  expect(told(round.messages)).toEqual([['variable-known', 1, 'Write in its place what it is to say.']]);
  const each = await checkInMemory({
    'book.yaml': 'title: "{{subtitle}}"\nsubtitle: "{{title}}"\nauthor: A\n',
    'a.md': '# One\n\nText.\n',
  });
  expect(told(each.messages)).toEqual([
    ['variable-known', 1, 'Write in its place what it is to say.'],
    ['variable-known', 2, 'Write in its place what it is to say.'],
  ]);
});
