import { join } from 'node:path';
import type { Element, Nodes } from 'hast';
import { toString as textIn } from 'hast-util-to-string';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/build.js';
import type { Press } from '../../src/model/press.js';
import { read } from '../../src/reading.js';
import { SKIP, visit } from '../../src/tree/visit.js';
import { typeset } from '../../src/typeset/typeset.js';
import { thisWorld } from '../../src/world.js';
import { ace } from '../support/ace.js';
import { ROOT } from '../support/desk.js';
import { type Epub, openEpub } from '../support/epub.js';
import { epubcheck } from '../support/epubcheck.js';
import { matterhorn } from '../support/matterhorn.js';
import { type InspectedPdf, inspectPdf } from '../support/pdf.js';
import { rulesOf } from '../support/pdf-rules.js';
import { qpdfFaults } from '../support/qpdf.js';

/*
 * Whole books, printed and bound: no text of them is lost, no number is false, and both checkers of EPUB are content. OCTAVO_CORPUS names more folders, with colons between.
 */
const BOOKS = [
  join(ROOT, 'manuscript'),
  join(ROOT, 'docs/handbook'),
  ...(process.env.OCTAVO_CORPUS?.split(':') ?? []),
];

let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

/** Letters and figures alone: how they are parted and set does not matter. Of other scripts, what a PDF holds is shapes. */
const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}0-9]/gu, '')
    .toLowerCase();

/** The texts of a section that are printed in one piece: paragraphs, headings, lines of code, words of cells. */
function piecesOf(tree: Nodes): string[] {
  const pieces: string[] = [];
  const whole = /^(?:p|h[1-6]|dt|figcaption|caption)$/;
  visit(tree, 'element', (element: Element) => {
    const { tagName, properties } = element;
    if (
      tagName === 'math' ||
      tagName === 'svg' ||
      tagName === 'ruby' ||
      properties.ariaHidden ||
      properties.hidden
    )
      return SKIP;
    // Over notes at the foot of a page there is none.
    if (String(properties.className).includes('notes-title')) return SKIP;
    if (tagName === 'pre') {
      pieces.push(...textIn(element).split('\n'));
      return SKIP;
    }
    if (/^t[dh]$/.test(tagName)) {
      pieces.push(...textIn(element).split(/[^\p{L}\p{N}]+/u));
      return SKIP;
    }
    if (!whole.test(tagName) || hasApart(element)) return undefined;
    // A drop cap is a letter of its own, lines below its word.
    const initial = String(properties.className).includes('drop-cap') ? 1 : 0;
    pieces.push(letters(textIn(element)).slice(initial));
    return SKIP;
  });
  return pieces.map(letters).filter((piece) => piece.length > 2);
}

/** What its browser sets otherwise than it is written: formulas, what waits for a number, what is hidden. */
function hasApart(element: Element): boolean {
  let apart = false;
  visit(element, 'element', ({ tagName, properties }) => {
    apart ||=
      /^(?:math|ruby|svg|br)$/.test(tagName) ||
      properties.dataFolio !== undefined ||
      properties.dataFootnoteRef !== undefined ||
      properties.hidden !== undefined;
  });
  return apart;
}

describe.each(BOOKS)('%s', (folder) => {
  let pdf: InspectedPdf;
  let epub: Epub;
  let archive: Uint8Array;
  let printed: [string, Uint8Array][];
  let sections: { id: string; title: string; pieces: string[] }[];
  beforeAll(async () => {
    const world = thisWorld();
    const delivered = new Map<string, Uint8Array>();
    const result = await build(
      { folder, editions: ['print', 'screen', 'handouts', 'epub'], output: 'out' },
      {
        ...world,
        press: () => ({ ...press, [Symbol.asyncDispose]: async () => undefined }),
        workshop: {
          ...world.workshop,
          output: () =>
            ({
              deliver: async (files: ReadonlyMap<string, Uint8Array>) => {
                for (const [path, bytes] of files) delivered.set(path, bytes);
              },
            }) as never,
        },
      },
    );
    expect(result.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
    const [bytes] = [...delivered].filter(([path]) => path.endsWith('-print.pdf')).map(([, one]) => one);
    pdf = await inspectPdf(bytes as Uint8Array);
    printed = [...delivered].filter(([path]) => path.endsWith('.pdf'));
    const [packed] = [...delivered].filter(([path]) => path.endsWith('.epub')).map(([, one]) => one);
    archive = packed as Uint8Array;
    epub = await openEpub(archive);
    const { book, config, constructs, editions, own, ledger } = await read(
      { folder, editions: ['print'] },
      world,
    );
    if (!book || !config || !editions[0]) throw new Error('the book cannot be read');
    const rendition = await typeset(book, editions[0], config, constructs, own, world.workshop, ledger.say);
    sections = rendition.sections.map(({ id, title, tree }) => ({ id, title, pieces: piecesOf(tree) }));
  }, 300_000);

  it('has all of its text in print', () => {
    const printedIn = (wanted: (size: number) => boolean): string =>
      letters(
        pdf.pages
          .map(({ lines, height }) =>
            lines
              .filter(({ y, size }) => y > height * 0.08 && y < height * 0.925 && wanted(size))
              .map(({ text }) => text)
              .join('\n'),
          )
          .join('\n'),
      );
    // Notes stand between the halves of a paragraph, and so does the text between those of a note.
    const isNote = (size: number): boolean => Math.abs(size - 9.5) < 0.05;
    const printed = [() => true, (size: number) => !isNote(size), isNote].map(printedIn);
    const lost = sections.flatMap(({ id, pieces }) =>
      pieces
        .filter((piece) => !printed.some((text) => text.includes(piece)))
        .map((piece) => `${id}: ${piece.slice(0, 60)}`),
    );
    const all = sections.reduce((sum, { pieces }) => sum + pieces.length, 0);
    expect(all).toBeGreaterThan(100);
    expect(lost).toEqual([]);
  });

  it('has PDFs in which no condition of the Matterhorn Protocol fails, but where no font has a character', async () => {
    for (const [path, bytes] of printed) {
      expect(await qpdfFaults(bytes)).toEqual([]);
      const failures = await matterhorn(bytes);
      const lacks = failures.some(({ condition }) => condition === '31-030');
      const allowed = lacks ? ['06-002', '10-001', '31-030'] : [];
      expect(
        failures.filter(({ condition }) => !allowed.includes(condition)),
        path,
      ).toEqual([]);
      expect(lacks && BOOKS.indexOf(folder) < 2, path).toBe(false);
    }
  });

  it('has PDFs in which every link leads somewhere', async () => {
    for (const [path, bytes] of printed) {
      const { links, destinations } = path.endsWith('-print.pdf') ? pdf : await inspectPdf(bytes);
      expect(
        links.filter(({ url, dest }) => !url && (!dest || destinations[dest] === undefined)),
        path,
      ).toEqual([]);
    }
  });

  it('has an EPUB that EPUBCheck and Ace find nothing wrong with', async () => {
    const [verdict] = await epubcheck(archive);
    expect([...(verdict?.errors ?? []), ...(verdict?.warnings ?? [])]).toEqual([]);
    const { violations, documents } = await ace(archive);
    expect(violations).toEqual([]);
    expect(documents).toBeGreaterThanOrEqual(epub.documents.size);
  }, 300_000);

  it('has its printed pages in the EPUB, each where its first words are', async () => {
    const { pages } = epub.nav;
    const rules = await rulesOf(printed.find(([path]) => path.endsWith('-print.pdf'))?.[1] as Uint8Array);
    const loose: string[] = [];
    const wrong = pages.filter(({ label, href }) => {
      const page = pdf.pages.find((one) => one.label === label);
      const body = (page?.lines ?? [])
        .filter(({ y }) => page && y > page.height * 0.08 && y < page.height * 0.925)
        .map(({ text }) => letters(text));
      const text = epub.textBehind(href);
      const behind = letters(text);
      // A chapter may end with a page of lines to write on; one that is empty is no page to be sent to.
      if (!body.join('')) return !rules[page ? pdf.pages.indexOf(page) : -1]?.length;
      if (body.join('').startsWith(behind.slice(0, 12))) return false;
      // A table repeats its head, a drawing is no text of the EPUB, and cells side by side are read in another order.
      loose.push(label);
      const [word = ''] = text.trim().split(/\s+/);
      return !body.slice(0, 8).some((line) => line.includes(letters(word).slice(0, 4)));
    });
    expect(wrong).toEqual([]);
    expect(loose.length, loose.join()).toBeLessThan(pages.length * 0.06 + 3);
    // The contents are another list there, of which the first page alone is marked; a half title there is none.
    const listed = new Map(pages.map(({ label, href }) => [label, href]));
    let inContents = false;
    const missing = pdf.pages.filter(({ label, text }) => {
      const href = listed.get(label);
      if (href) inContents = href.startsWith('nav.');
      return !href && !inContents && text.trim() && label !== 'i';
    });
    expect(missing.map(({ label, text }) => `${label} ${text.slice(0, 40)}`)).toEqual([]);
  });

  it('has every heading of the outline on the page that it is said to be on', () => {
    const flat = (items: InspectedPdf['outline']): InspectedPdf['outline'][number][] =>
      items.flatMap((item) => [item, ...flat(item.children)]);
    const wrong = flat(pdf.outline).filter(({ title, page }) => {
      const text = letters(pdf.pages[page]?.text ?? '');
      return !text.includes(
        letters(title.replace(/^\d[\d.]*\s|^Chapter \d+\s/, ''))
          .toLowerCase()
          .slice(0, 20),
      );
    });
    expect(wrong.map(({ title, label }) => `${title} ${label}`)).toEqual([]);
  });
});
