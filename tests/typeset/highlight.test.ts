import { describe, expect, it } from 'vitest';
import { highlight } from '../../src/typeset/highlight.js';
import { MEDIA, understand } from '../support/chapter.js';

async function code(markdown: string): Promise<string> {
  const book = understand(markdown);
  await highlight(book.book);
  const [first, ...others] = MEDIA.map((medium) => book.dress(medium).html.replace(/^<h1.*\n/, ''));
  // All editions show the same, however often the chapter is dressed.
  for (const other of others) expect(other).toBe(first);
  return first ?? '';
}

describe('code', () => {
  it('is marked by what its words are', async () => {
    expect(await code('```js\nconst n = 1; // one\n```')).toBe(
      '<pre><code class="language-js"><span class="pl-k">const</span> <span class="pl-c1">n</span> <span class="pl-k">=</span> <span class="pl-c1">1</span>; <span class="pl-c">// one</span>\n</code></pre>',
    );
  });

  it.each([
    ['a language that nobody knows', '```klingon\nconst n\n```', 'class="language-klingon">const n\n'],
    ['no language', '```\nconst n\n```', '<pre><code>const n\n'],
    ['nothing', '```js\n```', '<code class="language-js">'],
    ['a line that nobody reads', `\`\`\`js\n${'const a; '.repeat(200)}\n\`\`\``, 'const a; const a;'],
  ])('stays as it is with %s', async (_, markdown, expected) => {
    const page = await code(markdown);
    expect(page).toContain(expected);
    expect(page).not.toContain('pl-');
  });

  it('has its lines numbered on wish, words over several lines opened again on each', async () => {
    expect(await code('```js {.numbered}\n/* a\n\nb */ x\n```')).toBe(
      '<pre><code class="language-js numbered"><span class="code-line"><span class="pl-c">/* a</span></span>\n<span class="code-line"></span>\n<span class="code-line"><span class="pl-c">b */</span> x</span>\n</code></pre>',
    );
    expect(await code('```{.numbered}\na\nb\n```')).toContain('<span class="code-line">a</span>');
  });
});
