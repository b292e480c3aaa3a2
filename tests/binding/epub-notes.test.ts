import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { s } from 'hastscript';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { bindNotes } from '../../src/binding/epub/notes.js';
import { xhtmlDocument } from '../../src/binding/epub/xhtml.js';
import { parseXml, type XmlElement } from '../support/xml.js';

async function bound(markdown: string): Promise<XmlElement> {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype);
  const tree = await processor.run(processor.parse(markdown));
  const { children } = bindNotes(tree);
  const html = { type: 'element' as const, tagName: 'body', properties: { 'xmlns:epub': 'x' } };
  return parseXml(
    xhtmlDocument({ ...html, children: children.filter((node) => node.type !== 'doctype') }),
    'notes',
  );
}

const two = 'Said[^b] and said.[^a]\n\n[^a]: The *first*.\n[^b]: The second.\n\n    In two paragraphs.';

test('a reference is a link without sup, with the number as its text', async () => {
  const body = await bound(two);
  const references = body.all('a').filter((link) => link.attributes['epub:type'] === 'noteref');
  expect(references.map(({ text }) => text)).toEqual(['1', '2']);
  expect(references.map(({ attributes }) => attributes.role)).toEqual(['doc-noteref', 'doc-noteref']);
  expect(body.all('sup')).toEqual([]);
});

test('a note is an aside that begins with its number, which leads back, and nothing leads back at its end', async () => {
  const body = await bound(two);
  const notes = body.all('aside');
  expect(notes.map(({ text }) => text.trim())).toEqual(['1. The second.In two paragraphs.', '2. The first.']);
  for (const note of notes) {
    expect(note.attributes).toMatchObject({ 'epub:type': 'footnote', role: 'doc-footnote' });
    const links = note.all('a');
    expect(links).toHaveLength(1);
    expect(links[0]?.attributes.role).toBe('doc-backlink');
    expect(note.one('p').content[0]).toBe(links[0]);
  }
});

test('references and notes point at each other', async () => {
  const body = await bound(two);
  const ids = new Set(body.all('*').map(({ attributes }) => attributes.id));
  const targets = body.all('a').map(({ attributes }) => attributes.href?.slice(1));
  expect(targets).toHaveLength(4);
  for (const target of targets) expect(ids).toContain(target);
});

test('the notes stand in one section that has a name and shows nothing but them', async () => {
  const section = (await bound(two)).all('section');
  expect(section).toHaveLength(1);
  expect(section[0]?.attributes).toMatchObject({
    'epub:type': 'footnotes',
    role: 'doc-endnotes',
    'aria-label': 'Footnotes',
  });
  expect(section[0]?.elements.map(({ name }) => name)).toEqual(['aside', 'aside']);
});

test('a note leads back to each of its calls, by links whose names begin with what they show', async () => {
  const body = await bound(
    'One[^a] and again[^a] and again.[^a]\n\n[^a]: Once.\n\n    - A list.\n\nOther[^b] and again.[^b]\n\n[^b]: One.\n\n    Two.',
  );
  const links = body.one('aside').all('a');
  expect(links.map(({ text }) => text)).toEqual(['1.', '↩2', '↩3']);
  expect(body.all('aside').map(({ text }) => text.replace(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/^1\. Once\. ?A list\. ?↩2 ↩3$/),
    expect.stringMatching(/^2\. One\. ?Two\. ↩2$/),
  ]);
  const calls = body
    .one('p')
    .all('a')
    .filter(({ attributes }) => attributes['epub:type'] === 'noteref');
  expect(links.map(({ attributes }) => attributes.href)).toEqual(
    calls.map(({ attributes }) => `#${attributes.id}`),
  );
  for (const { text, attributes } of links)
    expect(attributes['aria-label']?.startsWith(`${text} `)).toBe(true);
});

test('a note that is referred to twice keeps one number, and one that begins with a list gets a line for it', async () => {
  const body = await bound('One[^a] and again[^a], a list[^l].\n\n[^a]: Once.\n[^l]: - first\n    - second');
  const references = body.all('a').filter((link) => link.attributes['epub:type'] === 'noteref');
  expect(references.map(({ text }) => text)).toEqual(['1', '1', '2']);
  const [once, list] = body.all('aside');
  expect(once?.text).toBe('1. Once. ↩2');
  expect(list?.elements.map(({ name }) => name)).toEqual(['p', 'ul']);
  expect(list?.one('p').text.trim()).toBe('2.');
});

test('a label with letters outside ASCII is found, for remark-rehype percent-encodes it in links only', async () => {
  const body = await bound('Text[^größe].\n\n[^größe]: Note.');
  expect(body.one('aside').text).toBe('1. Note.');
});

test('a tree without footnotes is handed back as it is, and one with them is not changed', async () => {
  const tree: Root = { type: 'root', children: [s('svg', { viewBox: '0 0 1 1' })] };
  expect(bindNotes(tree)).toBe(tree);
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype);
  const noted = await processor.run(processor.parse(two));
  const before = structuredClone(noted);
  expect(textOf(bindNotes(noted))).toContain('1. The second.');
  expect(noted).toEqual(before);
});
