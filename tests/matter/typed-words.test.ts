import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';
import { type InspectedPdf, inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* What an author writes in book.yaml and in front matter is set as the text is. */

const KEYS = String.raw`title: "Ada's *\"Book\"* -- one..."
subtitle: "It's 'so', 1901-1939"
author: "Pat J. O'Brien"
publisher: "O'Hara & Sons"
rights: "It's \"mine\"."
series: "Ada's Rivers"
description: "\"First,\nand 'then'"
identifier: urn:x:1
chapter-start: any
running-heads: {verso: title, recto: chapter}
contents:
  - part: "Ada's \"Part\" -- one"
    chapters: [a.md]
`;
const CHAPTER = String.raw`---
title: "It's \"1\" -- title"
subtitle: "It's \"S\""
author: "Flann O'Nolan"
short_title: "It's \"short\""
---

${'The lamp was lit early because evening came down the stairs before anyone had thought of supper.\n\n'.repeat(60)}

::scale[How?]{from=1 to=3 low="it's 'low'" high="it's -- high"}
`;

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

const books = new Map<string, ReturnType<typeof build>>();
function build(keys: string) {
  return buildInMemory({ 'book.yaml': keys, 'a.md': CHAPTER }, { editions: ['print', 'epub'] }, press);
}
async function made(keys = KEYS) {
  const building = books.get(keys) ?? build(keys);
  books.set(keys, building);
  const { delivered, messages } = await building;
  expect(messages.map(String)).toEqual([]);
  const file = (end: string) => [...delivered].find(([name]) => name.endsWith(end)) ?? ['', new Uint8Array()];
  const [[name, print], [, epub]] = [file('-print.pdf'), file('.epub')];
  return { name, pdf: await inspectPdf(print), epub: await openEpub(epub) };
}

/** Spaces as they are read. */
const plain = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ');
const allOf = ({ pages }: InspectedPdf): string => pages.map(({ text }) => plain(text)).join('\n');

describe('words of book.yaml and of front matter', () => {
  it('have the marks and dashes of the language wherever they stand on paper', async () => {
    const { pdf } = await made();
    const TITLE = 'Ada’s “Book” – one…';
    expect(plain(pdf.pages[0]?.text)).toBe(TITLE);
    expect(plain(pdf.pages[2]?.text)).toBe(`${TITLE} It’s ‘so’, 1901–1939 Pat J. O’Brien O’Hara & Sons`);
    expect(plain(pdf.pages[3]?.text)).toContain(
      `${TITLE} It’s ‘so’, 1901–1939 Ada’s Rivers © Pat J. O’Brien It’s “mine”. O’Hara & Sons`,
    );
    const all = allOf(pdf);
    for (const words of [
      'Ada’s “Part” – one',
      'It’s “1” – title',
      'It’s “S”',
      'Flann O’Nolan',
      'it’s ‘low’ 1 2 3 it’s – high',
    ])
      expect(all).toContain(words);
    expect(all).not.toMatch(/["']|--|\.\.\./);
    const heads = pdf.pages.map(({ lines }) => plain(lines[0]?.text));
    expect(heads).toContain(TITLE);
    expect(heads).toContain('It’s “short”');
    expect(plain(JSON.stringify(pdf.outline.map(({ title }) => title)))).toBe(
      JSON.stringify(['Ada’s “Part” – one']),
    );
    expect(plain(pdf.title)).toBe(TITLE);
  });

  it('have them in what programs read of an EPUB, and names keep their spaces', async () => {
    const { epub } = await made();
    expect(epub.meta('dc:title').map(plain)).toEqual(['Ada’s “Book” – one…', 'It’s ‘so’, 1901–1939']);
    expect(epub.meta('dc:creator')).toEqual(['Pat J. O’Brien']);
    expect(epub.meta('dc:publisher')).toEqual(['O’Hara & Sons']);
    expect(epub.meta('dc:description')).toEqual(['“First,\nand ‘then’']);
    expect(plain(JSON.stringify(epub.nav.toc))).toContain('It’s “1” – title');
  });

  it('have those of their own language', async () => {
    const { epub } = await made(`lang: de\n${KEYS}`);
    expect(plain(epub.meta('dc:title')[0])).toBe('Ada’s „Book“ – one…');
    expect(plain(JSON.stringify(epub.nav.toc))).toContain('Ada’s „Part“ – one');
  });

  it('stay as they are typed where nothing is to be set', async () => {
    const { epub } = await made(`typography: false\n${KEYS}`);
    expect(epub.meta('dc:title')).toEqual([`Ada's "Book" -- one...`, "It's 'so', 1901-1939"]);
    expect(JSON.stringify(epub.nav.toc)).toContain(String.raw`It's \"1\" -- title`);
  });

  it('name the same file however they are set, and a dash of any kind is a hyphen in it', async () => {
    const file = 'adas-book-one-print.pdf';
    expect((await made()).name).toContain(file);
    const typed = await made(KEYS.replace(String.raw`*\"Book\"* -- one...`, 'Book–one'));
    expect(typed.name).toContain(file);
  });
});
