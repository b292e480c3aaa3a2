import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { hyphenate } from '../../src/typeset/hyphenate.js';
import { understand } from '../support/chapter.js';

/*
 * Parts of a chapter in another language or direction: marks, hyphens and tags follow.
 */
const html = (markdown: string, lang = 'en') => understand(markdown, { lang }).dress('reflowable').html;

describe('quotation marks', () => {
  it.each([
    [
      'He said "[C\'est "oui" ?]{lang=fr}" and "no".',
      '“<span lang="fr">C’est «\u202foui\u202f»\u202f?</span>” and “no”',
    ],
    ['"[Ja]{lang=de}," he said.', '“<span lang="de">Ja</span>,” he said.'],
    ['[Bonjour]{lang=fr}\'s "end"', '<span lang="fr">Bonjour</span>’s “end”'],
    ['[a "b" [c "d"]{lang=en} "e"]{lang=de}', 'a „b“ <span lang="en">c “d”</span> „e“'],
    ['[a "b"]{lang=en-GB}', '<span lang="en-GB">a “b”</span>'],
    ['## A "b" {lang=de}', 'A „b“'],
    [':::letter{lang=de}\n"a"\n\n- "b"\n:::', '<p>„a“</p><ul>\n<li>„b“</li>\n</ul>'],
    [':::div{lang=de}\n| "a" |\n| - |\n| "b" |\n:::', '<td>„b“</td>'],
    ['[`"a"` "b"]{lang=de} `"c"`', '<code>"a"</code> „b“</span> <code>"c"</code>'],
  ])('are those of the text they are in: %s', (markdown, expected) => {
    expect(html(markdown)).toContain(expected);
  });

  it('stay those of the chapter where only a class is given', () => {
    expect(html('"[a "b"]{.x}"', 'de')).toContain('„<span class="x">a');
  });
});

describe('hyphens', () => {
  it('are those of the text they are in', async () => {
    const tree: Root = understand(
      'Responsibilities [Verantwortlichkeiten]{lang=de} [Verantwortlichkeiten]{lang=ja}\n\n:::div{lang=de}\nVerantwortlichkeiten\n:::',
    ).dress('paged').tree;
    await hyphenate(tree, 'en');
    const shown = textOf(tree).replaceAll('\u00ad', '-');
    expect(shown).toContain('Re-spon-si-bil-i-ties Ver-ant-wort-lich-kei-ten Verantwortlichkeiten');
    expect(shown.match(/Ver-ant-wort-lich-kei-ten/g)).toHaveLength(2);
  });
});

describe('tags and directions', () => {
  it.each([
    ['[a]{lang=pt_BR}', '<span lang="pt-BR">a</span>'],
    ['[שלום]{dir=rtl lang=he}', '<bdi lang="he" dir="rtl">שלום</bdi>'],
    ['[abc]{.bdo dir=rtl}', '<bdo dir="rtl">abc</bdo>'],
    ['[x]{dir=auto}', '<bdi dir="auto">x</bdi>'],
  ])('%s', (markdown, expected) => {
    const book = understand(markdown);
    expect(book.dress('reflowable').html).toContain(expected);
    expect(book.said()).toEqual([]);
  });

  it.each([
    ['[a]{lang=french}', '1:1', 'attribute-valid', /“lang” is “french”.*such as fr/],
    ['[a]{lang="de de"}', '1:1', 'attribute-valid', /“lang” is “de de”/],
    ['[a]{dir=left}', '1:1', 'attribute-valid', /Write ltr, rtl or auto/],
    [':::note{lang=english}\nx\n:::', '1:1', 'attribute-valid', /english/],
    ['# A {lang=x}', '1:1', 'attribute-valid', /“x”/],
  ])('a wrong one is reported and left out: %s', (markdown, at, id, words) => {
    const book = understand(markdown);
    expect(book.dress('reflowable').html).not.toMatch(/ (lang|dir)="/);
    expect(book.said()).toEqual([`${id} chapter.md:${at}`]);
    expect(book.words()[0]).toMatch(words);
  });
});

describe('notes', () => {
  const note = (markdown: string, lang?: string) =>
    /<li id="[^"]*fn-[^>]*>\s*<p(.*?) <a/s.exec(html(markdown, lang))?.[1];

  it.each([
    [
      'written in a division are in its language',
      ':::div{lang=de}\nJa.[^a]\n\n[^a]: "Nein".\n:::',
      ' lang="de">„Nein“.',
    ],
    ['have its direction', ':::div{dir=rtl}\nJa.[^a]\n\n[^a]: Nein.\n:::', ' dir="rtl">Nein.'],
    ['written inside their sentence are in its language', '[Ja.^["Nein".]]{lang=de}', ' lang="de">„Nein“.'],
    [
      'have one of their own',
      ':::div{lang=ar}\nنعم[^a]\n\n[^a]: [Non]{lang=fr}.\n:::',
      ' lang="ar"><span lang="fr">Non</span>.',
    ],
    [
      'called in words that run as theirs do are in the language of these',
      '[نعم[^a]]{lang=ar}\n\n[^a]: (لا).',
      ' lang="ar">(لا).',
    ],
    ['on such words in the words of the chapter are not', '[نعم[^a]]{lang=ar}\n\n[^a]: No.', '>No.'],
    ['on others are in the language of the chapter', '[oui[^a]]{lang=fr}\n\n[^a]: No.', '>No.'],
    ['are not in a language that is none', ':::div{lang=english}\nJa.[^a]\n\n[^a]: Nein.\n:::', '>Nein.'],
  ])('%s', (_, markdown, expected) => expect(note(markdown)).toBe(expected));

  it('that are English in a book in Hebrew are so', () => {
    expect(note('[yes[^a]]{lang=en}\n\n[^a]: No.', 'he')).toBe(' lang="en">No.');
  });
});
