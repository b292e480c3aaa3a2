import { expect, it } from 'vitest';
import { openEpub } from '../support/epub.js';
import { epubcheck } from '../support/epubcheck.js';
import { buildInMemory } from '../support/memory.js';

const TEXT = `# One

<ruby><rb>漢</rb><rp>(</rp><rt>かん</rt><rp>)</rp></ruby> and <ruby>a<rt>b</rt><rtc>c</rtc></ruby>.

<table><tr><th abbr="D" scope="row">Day</th><td>Monday</td></tr></table>

<ul><li value="3">Three.</li></ul>

<ol><li value="3">Three.</li></ol>

<a href="tel:+49 30 12">Call</a>, <a href="mailto:a@b.c?subject=x y">write</a>, or <a href="https://example.org/a?q=a b">read</a>.
`;

it('HTML that is old, and right elsewhere, makes an EPUB that EPUBCheck finds nothing in, with all of its words', async () => {
  const { delivered, messages } = await buildInMemory(
    { 'book.yaml': 'title: T\nauthor: A\nlang: en\n', 'a.md': TEXT },
    { editions: ['epub'] },
  );
  expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  const bytes = delivered.get('out/t.epub') as Uint8Array;
  const [verdict] = await epubcheck(bytes);
  expect([verdict?.errors, verdict?.warnings]).toEqual([[], []]);
  const document = (await openEpub(bytes)).documents.get('a.xhtml');
  expect(document?.all('ruby').map(({ text }) => text)).toEqual(['漢(かん)', 'abc']);
  expect(document?.all('rt').map(({ text }) => text)).toEqual(['かん', 'b', 'c']);
  expect(document?.all('li').map(({ attributes }) => attributes.value)).toEqual([undefined, '3']);
  expect(document?.all('a').map(({ attributes }) => attributes.href)).toEqual([
    'tel:+493012',
    'mailto:a@b.c?subject=x%20y',
    'https://example.org/a?q=a%20b',
  ]);
});
