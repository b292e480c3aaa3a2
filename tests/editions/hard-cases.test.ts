import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { word } from '../support/chance-book.js';
import { buildInMemory } from '../support/memory.js';
import { type InspectedPage, type InspectedPdf, inspectPdf, type Line } from '../support/pdf.js';

/*
 * A golden book of hard cases: each a chapter of its own, and what is expected of it read from the printed PDF.
 */

/** What was printed of a case. */
interface Found {
  readonly pages: readonly InspectedPage[];
  /** Lines of its pages without heads and folios, page by page. */
  readonly lines: readonly (readonly Line[])[];
  readonly text: string;
  /** Ids of what was said of it. */
  readonly said: readonly string[];
  /** Index of its page, from 0, that a word stands on. */
  page(word: string): number;
  line(word: string): Line;
}

/** Text block of the pages: 6 × 9 in with the margins of the theme, in points. */
const TOP = 0.85 * 72;
const BOTTOM = 9 * 72 - 0.9 * 72;

let count = 0;
/** Words that stand nowhere else. */
const some = (n: number): string => Array.from({ length: n }, () => word('body', count++)).join(' ');
const filler = (n: number, each = 60): string =>
  Array.from({ length: n }, () => `${some(each)}.`).join('\n\n');
const rows = (n: number, cells: (i: number) => string[]): string =>
  Array.from({ length: n }, (_, i) => `| ${cells(i).join(' | ')} |`).join('\n');
const table = (head: string[], n: number, cells: (i: number) => string[]): string =>
  `| ${head.join(' | ')} |\n|${' --- |'.repeat(head.length)}\n${rows(n, cells)}`;

const together = (first: string, second: string) => (found: Found) =>
  expect(found.page(first)).toBe(found.page(second));
const inside = ({ lines }: Found): void => {
  for (const line of lines.flat()) {
    expect(line.x, line.text).toBeGreaterThan(0.6 * 72);
    expect(line.x + line.width, line.text).toBeLessThan((6 - 0.6) * 72);
    expect(line.y, line.text).toBeLessThan(BOTTOM + 4);
  }
};
const inOrder = (words: readonly string[]) => (found: Found) => {
  const at = words.map((one) => found.text.indexOf(one));
  expect(at).not.toContain(-1);
  expect([...at].sort((a, b) => a - b)).toEqual(at);
};
const numbered = (name: string, n: number): string[] => Array.from({ length: n }, (_, i) => `${name}${i}q`);

/** A sentence that is read from the right. */
const HEBREW = 'האיש הלך אל הבית בערב';

interface Case {
  readonly name: string;
  readonly text: string;
  holds(found: Found): void;
}

const CASES: readonly Case[] = [
  {
    name: 'a note called on the last line of a page',
    text: Array.from({ length: 45 }, (_, i) => `Line${i}q${i % 3 === 2 ? `^[Low${i}q.]` : ''}`).join('\\\n'),
    holds(found) {
      for (let i = 2; i < 45; i += 3) together(`Line${i}q`, `Low${i}q`)(found);
    },
  },
  {
    name: 'three notes on one line',
    text: `Three^[Uno.] of^[Due.] them^[Tre.] here.\n\n${filler(9)}`,
    holds(found) {
      together('Three', 'Uno.')(found);
      inOrder(['1. Uno.', '2. Due.', '3. Tre.'])(found);
    },
  },
  {
    name: 'a note longer than a page',
    text: `Called.[^l]\n\n${filler(12)}\n\n[^l]: ${numbered('long', 900).join(' ')}`,
    holds(found) {
      together('Called.', 'long0q')(found);
      inOrder(numbered('long', 900).filter((_, i) => i % 50 === 0))(found);
      expect(found.page('long899q')).toBeGreaterThan(found.page('long0q') + 1);
      expect(found.text.split('long450q')).toHaveLength(2);
    },
  },
  {
    name: 'a note in a table over two pages',
    text: table(['a', 'b'], 40, (i) => [`Cell${i}q`, i % 8 === 7 ? `Noted${i}q^[Under${i}q.]` : 'plain']),
    holds(found) {
      for (let i = 7; i < 40; i += 8) together(`Noted${i}q`, `Under${i}q`)(found);
    },
  },
  {
    name: 'a note in a heading',
    text: `## Headed^[Of the heading.]\n\n${filler(6)}`,
    holds: together('Headed', 'Of the heading.'),
  },
  {
    name: 'a note in a caption',
    text: `![Seen^[Of the caption.]](small.svg){#fig-noted}\n\n@fig-noted.\n\n${filler(6)}`,
    holds: together('Seen', 'Of the caption.'),
  },
  {
    name: 'notes in a nested list',
    text: `- outer\n  - inner^[Inner note.]\n    - deepest^[Deepest note.]\n\n${filler(7)}`,
    holds(found) {
      together('deepest', 'Deepest note.')(found);
      inOrder(['1. Inner note.', '2. Deepest note.'])(found);
    },
  },
  {
    name: 'a note in a quotation in a quotation',
    text: `> ${some(40)}\n>\n> > Quoted^[Of the quotation.]\n\n${filler(7)}`,
    holds: together('Quoted', 'Of the quotation.'),
  },
  {
    name: 'a note within a note',
    text: `Outer.[^o] Then.[^t]\n\n${filler(6)}\n\n[^o]: Has one.[^i]\n\n[^i]: Is one.\n\n[^t]: Follows.`,
    holds: inOrder(['1. Has one.', '2. Is one.', '3. Follows.']),
  },
  {
    name: 'a note in a box',
    text: `> [!TIP]\n> Boxed^[Of the box.]\n\n${filler(7)}`,
    holds: together('Boxed', 'Of the box.'),
  },
  {
    name: 'a note of several paragraphs and a list',
    text: `Called.[^p]\n\n${filler(7)}\n\n[^p]: First part.\n\n    Second part.\n\n    - third part`,
    holds(found) {
      together('Called.', 'third part')(found);
      inOrder(['First part.', 'Second part.', 'third part'])(found);
    },
  },
  {
    name: 'a hundred notes',
    text: Array.from({ length: 100 }, (_, i) => `Say${i}q^[Told${i}q.] ${some(18)}.`).join('\n\n'),
    holds(found) {
      for (let i = 0; i < 100; i++) together(`Say${i}q`, `Told${i}q`)(found);
      expect(found.text).toMatch(/100\.\s*Told99q/);
    },
  },
  {
    name: 'headings that would stand at the foot of a page',
    text: Array.from({ length: 24 }, (_, i) => `## Heading${i}q\n\n${some(50 + ((i * 17) % 60))}.`).join(
      '\n\n',
    ),
    holds({ lines }) {
      for (const page of lines) expect(page.at(-1)?.text).not.toMatch(/^Heading/);
    },
  },
  {
    name: 'a heading under a heading at the foot of a page',
    text: Array.from(
      { length: 14 },
      (_, i) => `## Upper${i}q\n\n### Lower${i}q\n\n${some(60 + ((i * 23) % 70))}.`,
    ).join('\n\n'),
    holds(found) {
      for (const page of found.lines) expect(page.at(-1)?.text).not.toMatch(/^(Upper|Lower)/);
      for (let i = 0; i < 14; i++) together(`Upper${i}q`, `Lower${i}q`)(found);
    },
  },
  {
    name: 'a table over four pages, its head on each',
    text: `${table(['Year', 'Place', 'What'], 110, (i) => [`y${i}q`, 'here', some(5)])}\n\n: Of years. {#tbl-years}\n\n@tbl-years.`,
    holds({ lines, text }) {
      const pages = lines.filter((page) => page.some((line) => /\by\d+q/.test(line.text)));
      expect(pages.length).toBeGreaterThanOrEqual(4);
      for (const page of pages) expect(page.some((line) => line.text === 'Year Place What')).toBe(true);
      for (let i = 0; i < 110; i++) expect(text.split(`y${i}q`)).toHaveLength(2);
      // No row alone on the last page.
      expect(pages.at(-1)?.filter((line) => /\by\d+q/.test(line.text)).length).toBeGreaterThan(2);
    },
  },
  {
    name: 'a table of twelve columns',
    text: table(numbered('Col', 12), 6, (i) => numbered(`v${i}x`, 12)),
    holds(found) {
      inside(found);
      expect(found.said).not.toContain('fits-page');
      expect(found.said).not.toContain('words-whole-in-tables');
      expect(found.text).toContain('Col11q');
    },
  },
  {
    name: 'a table whose words are broken even if it is turned stands turned, where fewer are',
    text: table(numbered('N', 34), 8, (i) => Array.from({ length: 34 }, (_, k) => `${48000 + i * 100 + k}`)),
    holds({ lines, said, pages }) {
      expect(said).toContain('words-whole-in-tables');
      expect(said).not.toContain('fits-page');
      expect(pages).toHaveLength(2);
      // Turned, the digits of a row have no common baseline.
      expect(lines.flat().filter(({ text }) => /\d{3,} \d{3,}/.test(text))).toEqual([]);
    },
  },
  {
    name: 'a table that is too wide even in the smallest size is turned',
    text: `${some(20)}.\n\n${table(['Name', 'Identifier', 'Address'], 40, (i) => [`thing${i}q`, `a_very_long_identifier_without_any_place_to_break_it_${i}`, `another_name_that_has_no_place_to_break_either_${i}`])}`,
    holds({ lines, said, pages }) {
      expect(said).not.toContain('fits-page');
      expect(said).not.toContain('words-whole-in-tables');
      const all = pages.map((page) => page.text).join('\n');
      for (let i = 0; i < 40; i++) expect(all.split(`thing${i}q`).length, `${i}`).toBe(2);
      // Turned, a row is a column of the page: pdf.js gives its words no common baseline.
      expect(lines.flat().filter((line) => /thing\d+q.*identifier/.test(line.text))).toEqual([]);
      expect(pages.length).toBeGreaterThan(1);
      expect(all.split('Address').length - 1).toBeGreaterThan(1);
    },
  },
  {
    name: 'a table of thirty columns has its words broken, and it is told',
    text: table(numbered('Head', 30), 4, (i) => numbered(`c${i}`, 30)),
    holds(found) {
      inside(found);
      expect(found.said).toContain('words-whole-in-tables');
    },
  },
  {
    name: 'a row that is higher than a page',
    text: table(['a', 'b'], 3, (i) => [`r${i}q`, i === 1 ? numbered('in', 1100).join(' ') : 'brief']),
    holds(found) {
      inside(found);
      for (const one of ['in0q', 'in549q', 'in1099q']) expect(found.text.split(one)).toHaveLength(2);
    },
  },
  {
    name: 'cells that span rows, over two pages',
    text: table(['a', 'b'], 44, (i) => [i % 4 ? '^^' : `span${i}q`, `of${i}q`]),
    holds(found) {
      for (let i = 0; i < 44; i++) expect(found.text.split(`of${i}q`)).toHaveLength(2);
    },
  },
  {
    name: 'a caption stays with its table',
    text: Array.from(
      { length: 8 },
      (_, i) =>
        `${some(40 + ((i * 29) % 50))}.\n\n${table(['a', 'b'], 5, (j) => [`t${i}r${j}q`, 'x'])}\n\n: Caption${i}q. {#tbl-cap${i}}\n\n@tbl-cap${i}.`,
    ).join('\n\n'),
    holds(found) {
      for (let i = 0; i < 8; i++) together(`Caption${i}q`, `t${i}r0q`)(found);
    },
  },
  {
    name: 'code of 200 columns',
    text: `\`\`\`\n${Array.from({ length: 12 }, (_, i) => `wide${i}q ${'abcdefghi '.repeat(19)}end${i}q`).join('\n')}\n\`\`\``,
    holds(found) {
      inside(found);
      for (let i = 0; i < 12; i++) inOrder([`wide${i}q`, `end${i}q`])(found);
    },
  },
  {
    name: 'code that is a little too wide is set smaller, and keeps its lines',
    text: `\`\`\`\n${Array.from({ length: 9 }, (_, i) => `little${i}q ${'x'.repeat(58)}`).join('\n')}\n\`\`\`\n\n\`\`\`\nplain0q\n\`\`\``,
    holds(found) {
      inside(found);
      const lines = found.lines.flat().filter((line) => line.text.startsWith('little'));
      expect(lines).toHaveLength(9);
      expect(lines.every((line) => line.text.endsWith('xxx'))).toBe(true);
      expect(lines[0]?.size).toBeLessThan(found.line('plain0q').size);
      expect(lines[0]?.size).toBeGreaterThan(7);
    },
  },
  {
    name: 'code over three pages, with its numbers',
    text: `\`\`\`js {.numbered}\n${numbered('step', 130).join('\n')}\n\`\`\``,
    holds(found) {
      inside(found);
      for (const i of [0, 64, 129]) expect(found.text).toMatch(new RegExp(`\\b${i + 1}\\s+step${i}q`));
      expect(found.pages.length).toBeGreaterThanOrEqual(3);
    },
  },
  {
    name: 'an image that is higher than a page',
    text: `${some(60)}.\n\n![High one](high.svg){#fig-high}\n\n@fig-high. ${filler(2)}`,
    holds(found) {
      const caption = found.line('High one');
      expect(caption.y).toBeLessThan(BOTTOM);
      expect(found.page('High one')).toBeLessThan(3);
    },
  },
  {
    name: 'images that leave no empty page',
    text: Array.from(
      { length: 6 },
      (_, i) => `![Shown${i}q](square.svg){#fig-sq${i}}\n\n@fig-sq${i} ${some(30)}.`,
    ).join('\n\n'),
    holds(found) {
      for (const page of found.lines) expect(page.length).toBeGreaterThan(0);
      for (let i = 0; i < 6; i++) expect(found.page(`Shown${i}q`)).toBeGreaterThanOrEqual(0);
    },
  },
  {
    name: 'a right-to-left chapter',
    text: `${HEBREW}.^[${HEBREW}, rtlnote.]\n\n- bulletq\n\n${table(['headq', HEBREW], 2, (i) => [`cell${i}q`, HEBREW])}\n\n\`\`\`\nrtlcode\n\`\`\`\n\n${Array.from({ length: 30 }, (_, i) => `rtl${i}q ${`${HEBREW} `.repeat(8)}.`).join('\n\n')}`,
    holds(found) {
      expect(found.pages.length).toBeGreaterThan(2);
      inside(found);
      for (let i = 0; i < 30; i++) expect(found.text.split(`rtl${i}q`)).toHaveLength(2);
      /** How far from the right edge of the text of its page something begins, in points, and what stands on its line. */
      const indentOf = (text: string) => {
        const page = found.pages.findIndex(({ pieces }) => pieces.some((one) => one.text.includes(text)));
        const all = found.pages[page]?.pieces ?? [];
        const piece = all.find((one) => one.text.includes(text));
        if (!piece) throw new Error(`“${text}” is not printed`);
        const edge = Math.max(...(found.lines[page] ?? []).map(({ x, width }) => x + width));
        const beside = all.filter(({ y }) => y === piece.y);
        return { beside, edge, indent: edge - piece.x - piece.width };
      };
      for (const text of ['Case', 'headq', 'cell0q']) expect(indentOf(text).indent, text).toBeLessThan(1);
      // What a bullet stands beside hangs in by its room alone.
      expect(indentOf('bulletq').indent).toBeGreaterThan(5);
      expect(indentOf('bulletq').indent).toBeLessThan(30);
      // The number of a note is at the right of its line, and code is read from the left.
      const { beside, edge } = indentOf('rtlnote');
      const [number] = beside.filter(({ text }) => text.trim()).sort((a, b) => b.x - a.x);
      expect(number?.text).toContain('1');
      expect(number && number.x + number.width).toBeCloseTo(edge, 0);
      expect(indentOf('rtlcode').indent).toBeGreaterThan(150);
      expect(found.said).toEqual([]);
    },
  },
  {
    name: 'vertical stress: high formulas in a line run over nothing',
    text: Array.from(
      { length: 12 },
      (_, i) =>
        `Stress${i}q $\\dfrac{\\dfrac{a}{b}}{\\dfrac{c}{d}}$ ${some(20)} $\\sum_{i=0}^{\\infty} x_i^{2^{k}}$ ${some(20)}.`,
    ).join('\n\n'),
    holds({ lines }) {
      for (const page of lines)
        for (const [i, line] of page.entries()) {
          const before = page[i - 1];
          if (before && line.size > 11 && before.size > 11)
            expect(line.y - before.y, line.text).toBeGreaterThan(11);
        }
    },
  },
  {
    name: 'a formula that is a little too wide is set smaller',
    text: `$$\n${Array.from({ length: 11 }, (_, i) => `a_{${i}}x^{${i}}`).join(' + ')}\n$$`,
    holds(found) {
      inside(found);
      expect(found.said).not.toContain('fits-page');
    },
  },
  {
    name: 'a formula of sixty terms goes over lines',
    text: `$$\n${Array.from({ length: 60 }, (_, i) => `a_{${i}}x^{${i}}`).join(' + ')}\n$$`,
    holds(found) {
      inside(found);
      expect(found.said).not.toContain('fits-page');
      expect(found.lines.flat().filter(({ text }) => text.includes('+')).length).toBeGreaterThan(4);
    },
  },
  {
    name: 'a formula that is far too wide and in brackets is told of',
    text: `$$\nleft(${Array.from({ length: 60 }, (_, i) => `a_{${i}}x^{${i}}`).join(' + ')}\right)\n$$`,
    holds: ({ said }) => expect(said).toContain('fits-page'),
  },
  {
    name: 'a word longer than a line stretches no line',
    text: `${some(31)} ${'Donaudampfschifffahrtselektrizitaeten'.repeat(3)} ${some(30)}.`,
    holds(found) {
      inside(found);
      expect(found.lines.flat().length).toBeLessThan(14);
      // The line before the word is filled with its beginning.
      expect(found.lines.flat().some((line) => /[a-z]{8} Donau/.test(line.text))).toBe(true);
    },
  },
  {
    name: 'an address of 200 characters',
    text: `${some(24)} <https://example.com/${'abcdefghij'.repeat(18)}> ${some(30)}.`,
    holds(found) {
      inside(found);
      expect(found.lines.flat().some((line) => /[a-z]{8} https:/.test(line.text))).toBe(true);
    },
  },
  {
    name: 'much code in justified text stretches no line',
    text: Array.from(
      { length: 5 },
      (_, i) =>
        `Call${i}q \`some_long_name(argument_one)\` and \`another_long_name(argument_two, three)\` ${some(9)} \`std::collections::HashMap\` ${some(12)}.`,
    ).join('\n\n'),
    holds: inside,
  },
  {
    name: 'paragraphs of three lines are not torn',
    text: Array.from({ length: 60 }, (_, i) => `Torn${i}q ${some(17)} Ends${i}q.`).join('\n\n'),
    holds(found) {
      // Two lines of three may stand apart from the third on neither side.
      for (let i = 0; i < 60; i++) together(`Torn${i}q`, `Ends${i}q`)(found);
    },
  },
  {
    name: 'no widows and no orphans',
    text: Array.from({ length: 12 }, (_, i) => `Begin${i}q ${some(52 + ((i * 7) % 31))} End${i}q.`).join(
      '\n\n',
    ),
    holds({ lines }) {
      for (const page of lines) {
        // The last line of a paragraph does not begin a page; the first does not end one.
        expect(page[0]?.text).not.toMatch(/^End\d+q|^[a-z ]+ End\d+q\.$/);
        expect(page.at(-1)?.text).not.toMatch(/^Begin/);
      }
    },
  },
  {
    name: 'a last page with a few lines at least',
    text: `${numbered('fill', 322).join(' ')}`,
    holds({ lines }) {
      if (lines.length > 1) expect(lines.at(-1)?.length).toBeGreaterThanOrEqual(4);
    },
  },
  {
    name: 'a list that is nested five deep, over pages',
    text: Array.from({ length: 40 }, (_, i) => `${'  '.repeat(i % 5)}- nest${i}q ${some(16)}`).join('\n'),
    holds(found) {
      inside(found);
      inOrder(numbered('nest', 40))(found);
    },
  },
  {
    name: 'a box that is higher than a page',
    text: `Begins ${some(60)}.\n\n> [!WARNING]\n${Array.from({ length: 14 }, (_, i) => `> box${i}q ${some(60)}.\n>`).join('\n')}`,
    holds(found) {
      inside(found);
      // It does not wait for a page of its own, which would not be enough for it.
      together('Begins', 'box0q')(found);
      inOrder(numbered('box', 14))(found);
    },
  },
  {
    name: 'boxes that fit a page are not torn',
    text: Array.from({ length: 12 }, (_, i) => `> [!NOTE]\n> open${i}q ${some(50)} shut${i}q.`).join('\n\n'),
    holds(found) {
      for (let i = 0; i < 12; i++) together(`open${i}q`, `shut${i}q`)(found);
    },
  },
  {
    name: 'a term stays with its definition',
    text: Array.from({ length: 24 }, (_, i) => `Term${i}q\n: means${i}q ${some(25)}.`).join('\n\n'),
    holds(found) {
      for (let i = 0; i < 24; i++) together(`Term${i}q`, `means${i}q`)(found);
    },
  },
  {
    name: 'verse whose lines are longer than the page is wide',
    text: `:::verse\n${Array.from({ length: 20 }, (_, i) => `verse${i}q ${some(12)}`).join('\n')}\n:::`,
    holds(found) {
      inside(found);
      inOrder(numbered('verse', 20))(found);
      const begins = found.lines.flat().filter((line) => line.text.startsWith('verse'));
      const turned = found.lines
        .flat()
        .filter((line) => /^[a-z]{8} /.test(line.text) && !line.text.startsWith('verse'));
      expect(Math.min(...turned.map(({ x }) => x))).toBeGreaterThan(Math.max(...begins.map(({ x }) => x)));
    },
  },
  {
    name: 'a scene break neither begins nor ends a page',
    text: Array.from({ length: 16 }, (_, i) => `${some(50 + ((i * 19) % 60))}.`).join('\n\n***\n\n'),
    holds({ lines }) {
      for (const page of lines) {
        expect(page[0]?.text).not.toBe('* * *');
        expect(page.at(-1)?.text).not.toBe('* * *');
      }
    },
  },
  {
    name: 'what announces code stays with it',
    text: Array.from(
      { length: 12 },
      (_, i) => `${some(30 + ((i * 13) % 40))}.\n\nGives${i}q:\n\n\`\`\`\nout${i}q\ntwo\nthree\n\`\`\``,
    ).join('\n\n'),
    holds(found) {
      for (let i = 0; i < 12; i++) together(`Gives${i}q:`, `out${i}q`)(found);
    },
  },
  {
    name: 'combining marks and letters of many alphabets',
    text: `A\u0301e\u0302o\u0308 ṩ ἀρετή Война ŁÓDŹ ﬁne ﬂow ½ ∞ ${some(12)}.`,
    holds(found) {
      expect(found.text.normalize('NFC')).toContain('ἀρετή');
      expect(found.text).toContain('Война');
      inside(found);
    },
  },
  {
    name: 'a chapter of a heading alone',
    text: '',
    holds: ({ pages }) => expect(pages).toHaveLength(1),
  },
  {
    name: 'a chapter of sections without text',
    text: '## Sectiona\n\n## Sectionb\n\n### Sectionc',
    holds: (found) => expect(found.pages).toHaveLength(1),
  },
  {
    name: 'references to what comes later',
    text: `See @fig-late and @sec-late.\n\n${filler(14)}\n\n## Late section {#sec-late}\n\n${some(40)}.\n\n![Late figure](small.svg){#fig-late}`,
    holds(found) {
      const label = (one: string): string | undefined => found.pages[found.page(one)]?.label;
      expect(/Figure \d+, page (\d+)/.exec(found.text)?.[1]).toBe(label('Late figure'));
      expect(/“Late section”, page (\d+)/.exec(found.text.replace(/\n/g, ' '))?.[1]).toBe(
        found.pages[found.lines.findIndex((page) => page.some(({ text }) => text === 'Late section'))]?.label,
      );
    },
  },
  {
    name: 'a title that is longer than its line, and than its running head',
    text: filler(14),
    holds({ pages, lines }) {
      expect(lines[0]?.filter(({ size }) => size > 20).length).toBeGreaterThan(1);
      for (const page of pages.slice(1)) {
        const head = page.lines.find(({ y }) => y < TOP - 5);
        expect(head && head.x + head.width).toBeLessThan((6 - 0.5) * 72);
      }
    },
  },
  {
    name: 'a rule, a list, a table and a box in a quotation',
    text: `> ${some(20)}.\n>\n> - quoted item\n>\n> | a | b |\n> | - | - |\n> | quoted cell | x |\n>\n> > [!NOTE]\n> > quoted box`,
    holds(found) {
      inside(found);
      inOrder(['quoted item', 'quoted cell', 'quoted box'])(found);
    },
  },
];

const svg = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#ddd"/></svg>`;
const TITLES: Readonly<Record<string, string>> = {
  'a title that is longer than its line, and than its running head':
    'A title that goes on for so long that it fills three lines of its page and would never fit into a running head at the top of one of six by nine',
};

let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

describe('a book of hard cases', () => {
  const found = new Map<string, Found>();
  let pdf: InspectedPdf;
  beforeAll(async () => {
    const files: Record<string, string> = {
      'book.yaml':
        'title: Hard cases\nauthor: A Press\nlang: en\ntrim: 6x9\nchapter-start: any\nhyphenate: false\nlists: [figures, tables]\n',
      'small.svg': svg(120, 90),
      'high.svg': svg(300, 2400),
      'square.svg': svg(900, 900),
    };
    for (const [i, { name, text }] of CASES.entries()) {
      const front = name.startsWith('a right-to-left') ? '---\nlang: he\n---\n\n' : '';
      files[`c${String(i).padStart(2, '0')}.md`] = `${front}# ${TITLES[name] ?? `Case${i}q`}\n\n${text}\n`;
    }
    const made = await buildInMemory(files, { editions: ['print'] }, press);
    expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
    pdf = await inspectPdf(made.delivered.get('out/hard-cases-print.pdf') as Uint8Array);
    const starts = CASES.map(
      ({ name }, i) => pdf.outline.find(({ title }) => title === (TITLES[name] ?? `Case${i}q`))?.page ?? -1,
    );
    const end = pdf.outline.find(({ title }) => title === 'Colophon')?.page ?? pdf.pages.length - 1;
    for (const [i, { name }] of CASES.entries()) {
      const pages = pdf.pages.slice(starts[i], starts[i + 1] ?? end).filter((page) => page.lines.length);
      const lines = pages.map((page) => page.lines.filter(({ y }) => y > TOP - 2 && y < BOTTOM + 10));
      const text = lines.map((page) => page.map((line) => line.text).join('\n')).join('\n');
      found.set(name, {
        pages,
        lines,
        text,
        said: made.messages
          .filter(({ file }) => file?.endsWith(`c${String(i).padStart(2, '0')}.md`))
          .map(({ ruleId }) => String(ruleId)),
        page: (one) => lines.findIndex((page) => page.some((line) => line.text.includes(one))),
        line(one) {
          const line = lines.flat().find(({ text }) => text.includes(one));
          if (!line) throw new Error(`“${one}” is not printed`);
          return line;
        },
      });
    }
  }, 180_000);

  it.each(CASES.map(({ name, holds }) => [name, holds] as const))('%s', (name, holds) => {
    const own = found.get(name);
    expect(own?.pages.length).toBeGreaterThan(0);
    if (own) holds(own);
  });

  it('has running heads on all pages but openings and blanks', () => {
    const head = (page: InspectedPage | undefined) => page?.lines.find(({ y }) => y < TOP - 8)?.text;
    for (const { pages } of found.values()) {
      expect(head(pages[0])).toBeUndefined();
      for (const page of pages.slice(1)) expect(head(page), page.label).toBeTruthy();
    }
  });

  it('lists its figures and tables with their true pages', () => {
    const lists = pdf.pages.slice(0, 14).flatMap(({ lines }) => lines.map(({ text }) => text));
    for (const caption of ['Late figure', 'High one', 'Shown3q', 'Caption5q.', 'Of years.']) {
      const label = [...found.values()].flatMap(({ pages, lines }) =>
        lines.flatMap((page, i) =>
          page.some(({ text }) => /^(Figure|Table) \d+\. /.test(text) && text.includes(caption))
            ? [pages[i]?.label]
            : [],
        ),
      )[0];
      expect(label).toBeDefined();
      expect(
        lists.find((line) => line.includes(caption) && line.endsWith(` ${label}`)),
        caption,
      ).toBeDefined();
    }
  });
});

describe('a book of twelve parts and three hundred terms', () => {
  let pdf: InspectedPdf;
  const parts = numbered('Part', 12);
  const terms = Array.from({ length: 300 }, (_, i) => word('term', i));
  beforeAll(async () => {
    const files: Record<string, string> = {
      'book.yaml': `title: Many parts\nauthor: A Press\nlang: en\ntrim: a5\nhyphenate: false\ncontents:\n  body:\n${parts
        .map((part, i) => `    - part: ${part}\n      chapters: [p${i}a.md, p${i}b.md]`)
        .join('\n')}\n`,
    };
    for (const [i] of parts.entries())
      for (const [j, name] of ['a', 'b'].entries()) {
        const own = terms.filter((_, t) => t % 24 === i * 2 + j);
        files[`p${i}${name}.md`] =
          `# Chapter${i}${name}\n\n[]{.index entry="${word('term', 400)}!${word('term', 401 + i)}" range=start}\n\n${own
            .map(
              (term) =>
                `${some(20)} ${word('note', Number(terms.indexOf(term)))}[]{.index entry="${term}"} ${some(20)}.`,
            )
            .join('\n\n')}\n\n[]{.index entry="${word('term', 400)}!${word('term', 401 + i)}" range=end}\n`;
      }
    files['p0a.md'] +=
      `\n[]{.index entry="${word('term', 500)}" see="${terms[0]}"} []{.index entry="${word('term', 600)}" see-also="${terms[0]}"}\n`;
    const made = await buildInMemory(files, { editions: ['print'] }, press);
    expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
    pdf = await inspectPdf(made.delivered.get('out/many-parts-print.pdf') as Uint8Array);
  }, 120_000);

  it('opens each part on a recto, bare, and lists it with its true page', () => {
    for (const part of parts) {
      const page = pdf.outline.find(({ title }) => title === part)?.page ?? -1;
      expect(page % 2, part).toBe(0);
      const lines = pdf.pages[page]?.lines ?? [];
      expect(lines.some(({ text }) => text === part)).toBe(true);
      expect(lines.every(({ y }) => y > 60 && y < 540)).toBe(true);
      const contents = pdf.pages.slice(0, 12).flatMap((one) => one.lines.map(({ text }) => text));
      expect(contents.find((line) => line.startsWith(part))?.endsWith(` ${pdf.pages[page]?.label}`)).toBe(
        true,
      );
    }
  });

  it('numbers the front matter in roman, the body in arabic from its first part', () => {
    const labels = pdf.pages.map(({ label }) => label);
    const first = pdf.outline.find(({ title }) => title === 'Part0q')?.page ?? -1;
    expect(labels[first]).toBe('1');
    expect(labels.slice(0, first)).toEqual(
      labels.slice(0, first).map((_, i) => ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'][i]),
    );
    expect(labels.slice(first)).toEqual(labels.slice(first).map((_, i) => String(i + 1)));
  });

  it('has an index of all of them with true pages, ranges, sub-entries and references', () => {
    const start = pdf.outline.find(({ title }) => title === 'Index')?.page ?? -1;
    const index = pdf.pages
      .slice(start, -1)
      .map(({ text }) => text)
      .join('\n')
      .replace(/\n(?=[\d–])/g, ' ');
    for (const [i, term] of terms.entries()) {
      const page = pdf.pages.slice(0, start).findLastIndex(({ text }) => text.includes(word('note', i)));
      expect(new RegExp(`${term},\\s(\\d+)`).exec(index)?.[1], term).toBe(pdf.pages[page]?.label);
    }
    for (const [i] of parts.entries())
      expect(index).toMatch(new RegExp(`${word('term', 401 + i)}, \\d+(–\\d+)?, \\d+`));
    expect(index).toContain(`${word('term', 500)}. See ${terms[0]}`);
    expect(index).toMatch(new RegExp(`See also ${terms[0]}`));
  });
});
