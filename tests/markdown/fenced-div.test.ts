import { describe, expect, it } from 'vitest';
import { understand } from '../support/chapter.js';

/*
 * Pandoc's and Quarto's way of writing blocks.
 */
const TITLE = '<h1 id="chapter--t">T</h1>\n';
const html = (markdown: string): string =>
  understand(`# T\n\n${markdown}`).dress('reflowable').html.replace(TITLE, '');
const said = (markdown: string): string[] => understand(`# T\n\n${markdown}`).said();
const note = (title: string, text: string, more = ''): string =>
  `<aside class="callout callout-note${more}"><p class="callout-title"><span class="callout-kind">Note</span>${title}</p>${text}</aside>`;

describe('a div that is a directive', () => {
  it.each([
    '::: note\nText.\n:::',
    '::: {.note}\nText.\n:::',
    ':::{.note}\nText.\n:::',
    '::: {.callout-note}\nText.\n:::',
    '::: callout-note :::\nText.\n:::',
    ':::::  {.callout-note collapse="true"}  :::::\nText.\n:::::',
    '::: {.callout-note}\nText.\n::::::',
    '> ::: {.note}\n> Text.\n> :::'.replace(/^> /gm, ''),
  ])('%j', (markdown) => {
    expect(html(markdown)).toBe(note('', '<p>Text.</p>'));
    expect(said(markdown)).toEqual([]);
  });

  it('keeps its id and its other classes', () => {
    expect(html('::: {#x .note .big}\nText.\n:::')).toBe(
      note('', '<p>Text.</p>', ' big').replace('">', '" id="chapter--x">'),
    );
  });

  it('has the title that Quarto gives it', () => {
    expect(html('::: {.callout-note title="*No* marks"}\nText.\n:::')).toBe(
      note(' *No* marks', '<p>Text.</p>'),
    );
    expect(html('::: {.callout-note}\n## A *mark*\n\nText.\n:::')).toBe(
      note(' A <em>mark</em>', '<p>Text.</p>'),
    );
    expect(html('::: {.note}\n## A heading\n:::')).toContain('<h2 id="chapter--a-heading">A heading</h2>');
  });
});

describe('a div that is none', () => {
  it('keeps the class that its author gave it', () => {
    expect(html('::: {.mine lang=fr}\nTexte.\n:::')).toBe(
      '<div class="division mine" lang="fr"><p>Texte.</p></div>',
    );
    expect(said('::: {.mine}\nText.\n:::')).toEqual([]);
    expect(said('::: {.mine layout=2}\nText.\n:::')).toEqual(['attribute-known chapter.md:3:12']);
  });

  it('is told of if it was meant to be one', () => {
    expect(html('::: nte\nText.\n:::')).toBe('<p>Text.</p>');
    expect(said('::: nte\nText.\n:::')).toEqual(['directive-known chapter.md:3:1']);
  });

  it.each([
    '::: two words\nText.',
    '::: \nText.',
    ':: {.note}\nText.',
    '::: {.note} text\nText.',
    '    ::: note',
  ])('is text: %j', (markdown) => expect(html(markdown)).not.toMatch(/<aside|<div/));
});

describe('divs in one another', () => {
  it('end where they are closed, and not in code or in a list', () => {
    for (const [inner, shown] of [
      ['~~~\n:::\n:::note\n~~~', '<code>:::\n:::note\n</code>'],
      ['- a\n\n  :::tip\n  In.\n  :::', '<p>In.</p></aside>\n</li>'],
      ['1. ```sh\n   npm i\n   ```\n2. more', '<li>more</li>\n</ol>'],
      ['10. ~~~\n    :::\n    ~~~\n11. more', '<li>more</li>\n</ol>'],
      ['> ```\n> :::\n> ```', '<code>:::\n</code></pre>\n</blockquote>'],
      ['- :::tip\n  In.\n  :::\n- second', '<li>second</li>\n</ul>'],
      ['```inline``` is code.', '<p><code>inline</code> is code.</p>'],
      ['Words\n\n::: that are no block, only words', 'only words</p>'],
    ])
      expect(html(`:::note\n${inner}\n\nOut.\n:::\n\nAfter.`)).toMatch(
        new RegExp(`${shown}[^]*<p>Out\\.</p></aside>\n<p>After\\.</p>$`),
      );
  });

  it.each([
    '::: {.note}\n::: {.tip}\nIn.\n:::\nOut.\n:::\n\nAfter.',
    ':::: {.note}\n::: {.tip}\nIn.\n:::\nOut.\n::::\n\nAfter.',
    '::: {.note}\n:::: {.tip}\nIn.\n::::\nOut.\n:::\n\nAfter.',
    '::: {.note}\n:::tip\nIn.\n:::\nOut.\n:::\n\nAfter.',
    ':::note\n:::tip\nIn.\n:::\nOut.\n:::\n\nAfter.',
    ':::note\n::: {.tip}\nIn.\n:::\nOut.\n:::\n\nAfter.',
    '::::note\n:::tip\nIn.\n:::\nOut.\n::::\n\nAfter.',
    ':::note\n\n  :::tip\n  In.\n  :::\n\nOut.\n:::\n\nAfter.',
  ])('%j', (markdown) => {
    expect(html(markdown)).toMatch(
      /callout-note">.*callout-tip">.*<p>In\.<\/p><\/aside><p>Out\.<\/p><\/aside>\n<p>After\.<\/p>$/s,
    );
  });

  it('do not end in code', () => {
    expect(html('::: {.note}\n```\n:::\n```\n\n~~~~\n```\n:::\n~~~~\n:::\n\nAfter.')).toMatch(
      /<code>:::\n<\/code>.*<code>```\n:::\n<\/code>.*<\/aside>\n<p>After\.<\/p>$/s,
    );
  });

  it('end with their list or quotation', () => {
    expect(html('- ::: {.note}\n  In.\n  :::\n- Out.')).toMatch(
      /In\.<\/p><\/aside>\n<\/li>\n<li>\s*(?:<p>)?Out\./,
    );
    expect(html('> ::: {.note}\n> In.\n\nOut.')).toMatch(/<\/aside>\n<\/blockquote>\n<p>Out\.<\/p>$/);
    expect(html('::: {.note}\n- In.\n:::\n\nOut.')).toMatch(/<\/ul><\/aside>\n<p>Out\.<\/p>$/);
  });

  it('stand where they are written', () => {
    expect(said('> - ::: {.note}\n>   See @fig-no.\n>   :::')).toEqual(['reference-resolves chapter.md:4:9']);
  });

  it('are reported if they do not end', () => {
    const { tree } = understand('# T\n\n::: {.note}\nText.').book.chapters[0] ?? {};
    expect(tree?.children[1]).toMatchObject({ type: 'containerDirective', name: 'note' });
  });

  it('may be forty deep', () => {
    const deep = `${'::: {.mine}\n'.repeat(40)}x\n${':::\n'.repeat(40)}`;
    expect(html(deep).match(/<div/g)).toHaveLength(40);
  });
});
