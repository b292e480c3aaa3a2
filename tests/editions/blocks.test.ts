import { decodePDFRawStream, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, desk, octavoJson } from '../support/desk.js';
import { type Epub, openEpub } from '../support/epub.js';
import { epubcheck } from '../support/epubcheck.js';
import { type InspectedPdf, inspectPdf, type Tag, tagged } from '../support/pdf.js';

/*
 * Asides, dialogue, pairs, scene breaks, drop caps, ruby and other languages as readers get them: on paper, on the
 * screen, in an e-reader.
 */
const SENTENCE =
  'The harbour was older than the town, and nobody had asked the harbour what it thought of that. ';
/** Scenes of all lengths, so that breaks come to stand everywhere on a page. */
const SCENES = Array.from({ length: 60 }, (_, i) => SENTENCE.repeat(1 + ((i * 7) % 5)).trim());

const FILES = {
  'book.yaml':
    'title: Blocks\nauthor: A Press\ndrop-caps: true\nchapter-start: any\ntokens: {scene-break: "\'+ + +\'"}\n',
  'one.md': `# One

"When I was a boy," she said, "${SENTENCE.repeat(3)}"

:::aside[A remark]
He never *knew*.
:::

:::sidebar[The harbour in winter]
${Array.from({ length: 30 }, () => SENTENCE.repeat(2)).join('\n\n')}
:::

:::dialogue
**Anna:** Where were you?
Ben: Out.
Clara *(aside)*: He said *(aside)*.
:::

:::pairs
"How are you?"

+ "Up and down."
- "Fine."

+ "Yes."
- "That depends on you."
:::

He wrote [Kyoto]{ruby="kjoto"} and [l'"eau"]{lang=fr}; <kbd>Esc</kbd>. <ruby>Nara<rp>(</rp><rt>na-ra</rt><rp>)</rp></ruby>
`,
  'two.md': `# Two\n\n[[L]{.drop-cap}ater that]{.lead-in} night. ${SENTENCE.repeat(3)}\n\n${SCENES.join('\n\n* * *\n\n')}\n\n* * * {.space}\n\nThe end.\n`,
};

let print: InspectedPdf;
let screen: InspectedPdf;
let content: string;
let epub: Epub;
let packed: Uint8Array;

beforeAll(async () => {
  const cwd = await desk(
    Object.fromEntries(Object.entries(FILES).map(([name, text]) => [`book/${name}`, text])),
  );
  const run = await octavoJson(cwd, ['build', 'book', '-e', 'print', '-e', 'screen', '-e', 'epub']);
  // A page number that is not true would be told: what was measured is what was printed.
  expect(run.messages).toEqual([]);
  const bytes = await bytesOf(cwd, 'dist/blocks-print.pdf');
  print = await inspectPdf(bytes);
  screen = await inspectPdf(await bytesOf(cwd, 'dist/blocks.pdf'));
  content = await contentOf(bytes);
  packed = await bytesOf(cwd, 'dist/blocks.epub');
  epub = await openEpub(packed);
});

/** What is painted on all pages, as it stands in the file. */
async function contentOf(bytes: Uint8Array): Promise<string> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const streams = file.getPages().map((page) => page.node.Contents());
  return streams
    .map((stream) =>
      stream instanceof PDFRawStream
        ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
        : '',
    )
    .join('\n');
}

const plain = ({ text }: Tag): string => text.replace(/\s+/g, ' ').trim();

describe.each(['print', 'screen'] as const)('the %s PDF', (name) => {
  const pdf = () => (name === 'print' ? print : screen);
  /** The lines of a page without head and folio. */
  const bodies = () =>
    pdf().pages.map(({ lines, height }) => lines.filter((line) => line.y > 62 && line.y < height - 60));

  it('has no scene break at the top or the foot of a page, and all of them', () => {
    const ornaments = bodies().map((lines) => lines.map(({ text }) => /^\+ \+ \+$/.test(text.trim())));
    expect(ornaments.flat().filter(Boolean)).toHaveLength(SCENES.length - 1);
    expect(ornaments.filter((lines) => lines.at(0) || lines.at(-1))).toEqual([]);
    // Breaks stand on every page of the chapter, so some would have stood there.
    expect(ornaments.filter((lines) => lines.includes(true)).length).toBeGreaterThan(5);
  });

  it('tags a dialogue as speaker and words', () => {
    const turns = tagged(pdf().tags, 'P').map(plain);
    expect(turns).toContainEqual(expect.stringMatching(/^anna: where were you\?$/i));
    expect(turns).toContainEqual(expect.stringMatching(/^ben: out\.$/i));
  });

  it('sets how something is said as slanted words are set, and not as the name', () => {
    const asides = pdf().pages.flatMap(({ pieces }) => pieces.filter(({ text }) => text === '(aside)'));
    expect(asides).toHaveLength(2);
    const [label, words] = asides;
    expect([label?.font, label?.size]).toEqual([words?.font, words?.size]);
    expect(label?.width).toBeCloseTo(words?.width ?? 0, 1);
  });

  it('tags pairs as a table with its heads', () => {
    const [table] = tagged(pdf().tags, 'Table');
    const heads = tagged(table ? [table] : [], 'TH');
    expect(heads.map(plain)).toEqual(['Say', 'Rather than', '“How are you?”']);
    const cells = tagged(table ? [table] : [], 'TD');
    expect(cells.map(plain)).toEqual(['“Up and down.”', '“Fine.”', '“Yes.”', '“That depends on you.”']);
    expect(cells.map(({ headers }) => headers?.includes(heads[0]?.id ?? '-'))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('tags ruby with its base', () => {
    const rubies = tagged(pdf().tags, 'Ruby');
    expect(rubies.map(({ children }) => children.map((one) => [one.role, plain(one)]))).toEqual([
      [
        ['RB', 'Kyoto'],
        ['RT', 'kjoto'],
      ],
      [
        ['RB', 'Nara'],
        ['RT', 'na-ra'],
      ],
    ]);
  });

  it('lets a sidebar run over pages', () => {
    const on = bodies().flatMap((lines, page) =>
      lines.some(({ text }) => text.includes('The harbour was older')) ? [page] : [],
    );
    const title = bodies().findIndex((lines) => lines.some(({ text }) => text === 'The harbour in winter'));
    expect(on).toEqual(expect.arrayContaining([title, title + 1, title + 2]));
  });

  it('hangs drop caps over three lines, beside their words', () => {
    const large = pdf().pages.flatMap(({ lines }) => lines.filter(({ size }) => size > 40));
    expect(large.map(({ text }) => /[WL]/.exec(text)?.[0])).toEqual(['W', 'L']);
    const lines = pdf().pages.flatMap((page) => page.lines);
    const first = lines.find(({ text }) => text.includes('hen I was a boy'));
    // Its foot stands on the third line, of 15 points each.
    expect((large[0]?.y ?? 0) - (first?.y ?? 0)).toBeCloseTo(30, 1);
    expect(pdf().fonts.map(({ type }) => type)).not.toContain('Type3');
  });
});

it('the PDF spells a drop cap with its word', () => {
  // “W” says nothing, and the “h” and the “a” after it say “Wh” and “La”.
  expect(content.match(/ActualText \(\)/g)).toHaveLength(2);
  expect(content).toContain('ActualText <FEFF00570068>');
  expect(content).toContain('ActualText <FEFF004C0061>');
});

describe('the EPUB', () => {
  const one = () => epub.documents.get('one.xhtml');

  it('passes EPUBCheck without a word', async () => {
    const [verdict] = await epubcheck(packed);
    expect([...(verdict?.errors ?? []), ...(verdict?.warnings ?? [])]).toEqual([]);
  });

  it('has whole words and real elements', () => {
    expect(epub.textOf('one.xhtml')).toContain('“When I was a boy,”');
    expect(epub.textOf('two.xhtml')).toContain('Later that night.');
    expect(epub.textOf('one.xhtml')).toContain('Anna: Where were you?');
    const asides = one()?.all('aside') ?? [];
    expect(asides.map(({ attributes }) => [attributes.class, attributes['epub:type']])).toEqual([
      ['aside', undefined],
      ['sidebar', 'sidebar'],
    ]);
    expect(epub.documents.get('two.xhtml')?.all('hr')).toHaveLength(SCENES.length);
    expect(
      one()
        ?.all('th')
        .map(({ text }) => text.trim()),
    ).toEqual(['Say', 'Rather than', '“How are you?”']);
    const foreign = one()
      ?.all('span')
      .find(({ attributes }) => attributes.lang);
    expect([foreign?.attributes['xml:lang'], foreign?.text]).toEqual(['fr', 'l’«\u202feau\u202f»']);
  });

  it('needs no style for what must be read', () => {
    const css = new TextDecoder().decode([...epub.bytes].find(([name]) => name.endsWith('.css'))?.[1]);
    const rules = (selector: RegExp) =>
      (css.match(/[^{}]+\{[^{}]*\}/g) ?? []).filter((rule) => selector.test(rule));
    const own = rules(
      /\.(aside|sidebar|dialogue|speaker|pairs|pair|drop-cap|drop-mark|lead-in)\b|(^|\s)hr\b/,
    );
    expect(own.length).toBeGreaterThan(15);
    expect(own.join('\n')).not.toMatch(
      /flex|grid|var\(|#[0-9a-f]{3}|background|display: *none|initial-letter/,
    );
    expect(rules(/^\s*hr\b/).join('\n')).toMatch(/border-top: 0\.25em dotted/);
  });
});
