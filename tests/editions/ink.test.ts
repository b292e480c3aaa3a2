import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { bytesOf } from '../support/matterhorn/objects.js';
import { matterhorn } from '../support/matterhorn.js';
import { buildInMemory, checkInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';

/*
 * What a printer wants of a file: black that is black, nothing to press, a number of pages that can be folded.
 */
let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

const image = (format: 'png' | 'jpeg') =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#c04020' } })
    .toFormat(format)
    .toBuffer();

async function book(options: string): Promise<Record<string, string | Uint8Array>> {
  return {
    'book.yaml': `title: Ink\nauthor: A\nlang: en\nchapter-start: any\neditions:\n  print: ${options}\n`,
    'a.md':
      '# One\n\nSee [Two](#two) and [the web](https://example.org).[^n]\n\n## Two {#two}\n\n![Red](a.png)\n\n![Brick](b.jpg)\n\n![Drawn](c.svg)\n\n[^n]: A note.\n',
    'a.png': await image('png'),
    'b.jpg': await image('jpeg'),
    'c.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40"><rect width="40" height="40" fill="#36c"/><text x="45" y="20" fill="#777">first</text></svg>',
  };
}

async function printed(options: string) {
  const made = await buildInMemory(await book(options), { editions: ['print'] }, press);
  expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  return made.delivered.get('out/ink-print.pdf') as Uint8Array;
}

/** The colours that are painted with, and the spaces of the images. */
async function coloursOf(bytes: Uint8Array): Promise<{ painted: Set<string>; images: string[] }> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const painted = new Set<string>();
  const contents = document.getPages().map(({ node }) => node.lookup(PDFName.of('Contents')));
  for (const [, object] of document.context.enumerateIndirectObjects())
    if (object instanceof PDFRawStream && object.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Form'))
      contents.push(object);
  for (const stream of contents)
    if (stream instanceof PDFRawStream)
      for (const [colour] of Buffer.from(bytesOf(stream))
        .toString('latin1')
        .matchAll(/(?:[\d.]+ ){1,4}(?:rg|RG|g|G|k|K)(?=\s)/g))
        painted.add(colour);
  const images = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFRawStream && object.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image')
        ? [String(object.dict.lookup(PDFName.of('ColorSpace')))]
        : [],
    );
  return { painted, images };
}

describe('a printed book', () => {
  it('has its black as black, and its colours as they are', async () => {
    const { painted, images } = await coloursOf(await printed('{}'));
    const mixed = [...painted].filter((colour) => /(\S+) \1 \1 (?:rg|RG)/.test(colour));
    expect(mixed).toEqual([]);
    expect(painted).toContain('0 g');
    expect([...painted].filter((colour) => /rg$/.test(colour))).toEqual([
      expect.stringMatching(/^\.2 \.4 \.8 rg$/),
    ]);
    expect(images).toEqual(expect.arrayContaining([expect.stringMatching(/ICCBased|DeviceRGB/)]));
  });

  it('has nothing but greys with ink: black', async () => {
    const bytes = await printed('{ink: black}');
    const { painted, images } = await coloursOf(bytes);
    expect(
      [...painted].filter((colour) => !/ ?(?:g|G)$/.test(colour) || /rg|RG/i.test(colour.slice(-2))),
    ).toEqual([]);
    expect(images.length).toBeGreaterThan(1);
    expect(new Set(images)).toEqual(new Set(['/DeviceGray']));
    expect(await matterhorn(bytes)).toEqual([]);
    expect((await inspectPdf(bytes)).links.length).toBeGreaterThan(2);
  });

  it('is PDF/X-4 with black ink and without links', async () => {
    const bytes = await printed('{ink: black, links: false, multiple-of: 4}');
    const pdf = await inspectPdf(bytes);
    expect(pdf.links).toEqual([]);
    expect(pdf.outline).toEqual([]);
    expect(pdf.pages.length % 4).toBe(0);
    expect(pdf.metadata.xmp).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>');
    expect(pdf.metadata.info).toMatchObject({ Trapped: { name: 'False' } });
    expect(await matterhorn(bytes)).toEqual([]);
    const { catalog } = await PDFDocument.load(bytes, { updateMetadata: false });
    const intent = catalog.lookup(PDFName.of('OutputIntents'), PDFArray).lookup(0, PDFDict);
    const profile = intent.lookup(PDFName.of('DestOutputProfile'));
    const icc = profile instanceof PDFRawStream ? Buffer.from(bytesOf(profile)) : Buffer.alloc(0);
    expect(icc.readUInt32BE(0)).toBe(icc.length);
    expect(icc.toString('latin1', 12, 24)).toBe('prtrGRAYXYZ ');
  });

  it('has the pages that it would have, but for empty ones at the end', async () => {
    const [plain, padded] = await Promise.all(
      [await printed('{}'), await printed('{multiple-of: 4}')].map((bytes) => inspectPdf(bytes)),
    );
    const texts = plain?.pages.map(({ text }) => text) ?? [];
    const added = (4 - (texts.length % 4)) % 4;
    expect(padded?.pages.map(({ text }) => text)).toEqual([...texts, ...Array(added).fill('')]);
    expect(added).toBeGreaterThan(0);
  });

  it('is told where a gradient stays in colour, and is not called PDF/X then', async () => {
    const files = await book('{ink: black, links: false}');
    files['c.svg'] =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40"><linearGradient id="g"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient><rect width="90" height="40" fill="url(#g)"/></svg>';
    const made = await buildInMemory(files, { editions: ['print'] }, press);
    expect(
      made.messages.filter(({ ruleId }) => ruleId === 'ink-is-black').map(({ reason }) => reason),
    ).toEqual([expect.stringMatching(/is to be black, and \d gradients? or images? in it are in colour/)]);
    const pdf = await inspectPdf(made.delivered.get('out/ink-print.pdf') as Uint8Array);
    expect(pdf.metadata.xmp).not.toContain('PDF/X');
  });

  it.each([
    ['{ink: blue}', /must be black or colour/],
    ['{multiple-of: 3}', /must be 2 or 4/],
    ['{links: maybe}', /must be true or false/],
    ['{inc: black}', /“inc” is not a key/],
  ])('is not made with %s', async (options, message) => {
    const { messages } = await checkInMemory(await book(options), { editions: ['print'] });
    const [fault] = messages.filter(({ fatal }) => fatal);
    expect(`${fault?.reason} ${fault?.note ?? ''}`).toMatch(message);
    expect(fault?.line).toBe(6);
  });
});
