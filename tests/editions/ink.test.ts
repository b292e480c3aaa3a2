import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inksFor } from '../../src/binding/inks.js';
import { SCREEN } from '../../src/binding/pdf-intent.js';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { bytesOf } from '../support/matterhorn/objects.js';
import { matterhorn } from '../support/matterhorn.js';
import { buildInMemory, checkInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { coloursOf } from '../support/pdf-colours.js';
import { qpdfFaults } from '../support/qpdf.js';

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
    'press.icc': await pressProfile(),
    'c.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40"><rect width="40" height="40" fill="#36c"/><text x="45" y="20" fill="#777">first</text></svg>',
  };
}

/** The only profile of a press at hand that anybody may use: it comes with the library of images. */
async function pressProfile(): Promise<Buffer> {
  const image = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .toColourspace('cmyk')
    .withIccProfile('cmyk')
    .jpeg()
    .toBuffer();
  return (await sharp(image).metadata()).icc as Buffer;
}

async function shadingsOf(bytes: Uint8Array): Promise<PDFDict[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const dict = object instanceof PDFRawStream ? object.dict : object;
    const own = dict instanceof PDFDict && dict.lookup(PDFName.of('Shading'));
    return own instanceof PDFDict && own.has(PDFName.of('ShadingType')) ? [own] : [];
  });
}

/** The colours that a gradient goes between, in the order in which they are written. */
function stopsOf(shading: PDFDict): number[][] {
  const within = (object: unknown): number[][] => {
    if (!(object instanceof PDFDict)) return [];
    const joined = object.lookup(PDFName.of('Functions'));
    if (joined instanceof PDFArray) return joined.asArray().flatMap((_, i) => within(joined.lookup(i)));
    return ['C0', 'C1'].map((key) =>
      object
        .lookup(PDFName.of(key), PDFArray)
        .asArray()
        .map((part) => Number(String(part))),
    );
  };
  return within(shading.lookup(PDFName.of('Function')));
}

async function printed(options: string) {
  const made = await buildInMemory(await book(options), { editions: ['print'] }, press);
  expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  return made.delivered.get('out/ink-print.pdf') as Uint8Array;
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

  it.each([
    ['{}', 'the colours of a screen', '/ICCBased'],
    ['{ink: cmyk, icc: press.icc}', 'four inks', '/DeviceCMYK'],
  ])('has a drawing in greys in black ink, beside one in colour: %s', async (options, _, colours) => {
    const grey = await sharp({ create: { width: 90, height: 40, channels: 3, background: '#777' } })
      .toColourspace('b-w')
      .png()
      .toBuffer();
    const files = {
      ...(await book(options)),
      'a.md': '# One\n\n![Slate](g.png)\n\n![Red](a.png)\n',
      'g.png': grey,
    };
    const { delivered, messages } = await buildInMemory(files, { editions: ['print'] }, press);
    expect(messages.filter(({ ruleId }) => ruleId === 'ink-is-asked')).toEqual([]);
    const bytes = delivered.get('out/ink-print.pdf') as Uint8Array;
    const { images } = await coloursOf(bytes);
    expect(images).toHaveLength(2);
    expect(images).toContain('/DeviceGray');
    expect(images.join(' ')).toContain(colours);
    expect(await qpdfFaults(bytes)).toEqual([]);
  });

  it('knows an image that shows its only colour in its last line, and one of two pixels', async () => {
    const size = { width: 200, height: 200, channels: 3 } as const;
    const pixels = Buffer.from(
      Array.from({ length: 200 * 200 }, (_, at) =>
        Array(3).fill(Math.imul(at ^ (at >>> 7), 2654435761) >>> 24),
      ).flat(),
    );
    const dot = sharp({ create: { width: 2, height: 1, channels: 3, background: '#777' } });
    const of = async (image: ReturnType<typeof sharp>) => {
      const files = { ...(await book('{}')), 'a.md': '# One\n\n![Slate](g.png)\n' };
      const bytes = await image.png().toBuffer();
      const made = await buildInMemory({ ...files, 'g.png': bytes }, { editions: ['print'] }, press);
      return (await coloursOf(made.delivered.get('out/ink-print.pdf') as Uint8Array)).images;
    };
    expect(await of(sharp(pixels, { raw: size }))).toEqual(['/DeviceGray']);
    expect(await of(dot)).toEqual(['/DeviceGray']);
    pixels.set([255, 0, 0], pixels.length - 3);
    expect(await of(sharp(pixels, { raw: size }))).toEqual([expect.stringContaining('/ICCBased')]);
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
    expect(await qpdfFaults(bytes)).toEqual([]);
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
    expect(await qpdfFaults(bytes)).toEqual([]);
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

  it('has the stops of its gradients in the inks that it is printed with', async () => {
    const gradients =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 80"><linearGradient id="g"><stop stop-color="#f00"/><stop offset=".3" stop-color="#fff"/><stop offset="1" stop-color="#00f"/></linearGradient><radialGradient id="h"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f" stop-opacity="0"/></radialGradient><rect width="90" height="40" fill="url(#g)"/><rect y="40" width="90" height="40" fill="url(#h)"/></svg>';
    for (const [options, space, parts] of [
      ['{ink: black, links: false}', '/DeviceGray', 1],
      ['{ink: cmyk, icc: press.icc, links: false}', '/DeviceCMYK', 4],
    ] as const) {
      const files = { ...(await book(options)), 'c.svg': gradients };
      const made = await buildInMemory(files, { editions: ['print'] }, press);
      expect(made.messages.filter(({ ruleId }) => ruleId === 'ink-is-asked')).toEqual([]);
      const bytes = made.delivered.get('out/ink-print.pdf') as Uint8Array;
      const shadings = await shadingsOf(bytes);
      // One of light and dark is the mask of the second.
      expect(new Set(shadings.map((shading) => String(shading.lookup(PDFName.of('ColorSpace')))))).toEqual(
        new Set([space, '/DeviceGray']),
      );
      const stops = shadings.flatMap(stopsOf);
      expect(stops.length).toBeGreaterThan(5);
      expect(new Set(stops.map((stop) => stop.length))).toEqual(new Set([parts, 1]));
      expect((await inspectPdf(bytes)).metadata.xmp).toContain('PDF/X-4');
    }
  });

  it('is told where a gradient stays in colour, and is not called PDF/X then', async () => {
    const files = await book('{ink: black, links: false}');
    files['book.yaml'] += 'styles: [own.css]\n';
    files['own.css'] = 'h2 { background: conic-gradient(#f00, #00f) }';
    const made = await buildInMemory(files, { editions: ['print'] }, press);
    expect(
      made.messages.filter(({ ruleId }) => ruleId === 'ink-is-asked').map(({ reason }) => reason),
    ).toEqual([
      expect.stringMatching(/is to be black, and \d gradients? or images? in it are in the colours/),
    ]);
    const pdf = await inspectPdf(made.delivered.get('out/ink-print.pdf') as Uint8Array);
    expect(pdf.metadata.xmp).not.toContain('PDF/X');
  });

  it('is in the four inks of a press by its profile, black text in black alone, and PDF/X-4', async () => {
    const bytes = await printed('{ink: cmyk, icc: press.icc, links: false}');
    const { painted, images } = await coloursOf(bytes);
    expect([...painted].filter((colour) => /rg$/i.test(colour))).toEqual([]);
    expect(painted).toContain('0 g');
    // What the library of images makes of the blue of the drawing, with the same profile.
    const wanted = await sharp(Buffer.from([0x33, 0x66, 0xcc]), { raw: { width: 1, height: 1, channels: 3 } })
      .toColourspace('cmyk')
      .withIccProfile('cmyk')
      .raw()
      .toBuffer();
    const [blue = ''] = [...painted].filter((colour) => / k$/.test(colour));
    for (const [i, part] of blue.split(' ').slice(0, 4).entries())
      expect(Number(part)).toBeCloseTo((wanted[i] ?? -1) / 255, 3);
    expect(images.length).toBeGreaterThan(1);
    expect(new Set(images)).toEqual(new Set(['/DeviceCMYK']));
    const pdf = await inspectPdf(bytes);
    expect(pdf.metadata.xmp).toContain('PDF/X-4');
    expect(await matterhorn(bytes)).toEqual([]);
    expect(await qpdfFaults(bytes)).toEqual([]);
    const { catalog } = await PDFDocument.load(bytes, { updateMetadata: false });
    const intent = catalog.lookup(PDFName.of('OutputIntents'), PDFArray).lookup(0, PDFDict);
    expect(String(intent.lookup(PDFName.of('S')))).toBe('/GTS_PDFX');
    expect(intent.lookup(PDFName.of('Info'), PDFHexString).decodeText()).toContain('Chemical proof');
    const profile = intent.lookup(PDFName.of('DestOutputProfile'));
    expect(profile instanceof PDFRawStream && Buffer.compare(bytesOf(profile), await pressProfile())).toBe(0);
    expect(Buffer.compare(bytes, await printed('{ink: cmyk, icc: press.icc, links: false}'))).toBe(0);
  });

  it('has a photograph look in four inks as it did', async () => {
    const bytes = await printed('{ink: cmyk, icc: press.icc}');
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const photographs = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFRawStream && object.dict.lookup(PDFName.of('Filter')) === PDFName.of('DCTDecode')
          ? [object]
          : [],
      );
    expect(photographs).toHaveLength(1);
    const [photograph] = photographs as [PDFRawStream];
    // Its values say how little ink there is, and the reader is told so.
    expect(String(photograph.dict.lookup(PDFName.of('Decode')))).toBe('[ 1 0 1 0 1 0 1 0 ]');
    const { data } = await sharp(Buffer.from(photograph.contents))
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const wanted = await sharp(Buffer.from([0xc0, 0x40, 0x20]), { raw: { width: 1, height: 1, channels: 3 } })
      .toColourspace('cmyk')
      .withIccProfile('cmyk')
      .raw()
      .toBuffer();
    for (const i of [0, 1, 2, 3]) expect(Math.abs((data[i] ?? 0) - (wanted[i] ?? 0))).toBeLessThan(8);
  });

  it.each([
    ['nothing.icc', /nothing\.icc/, 'file-exists'],
    ['../press.icc', /outside/, 'inside-folder'],
    ['text.icc', /it is no colour profile/, 'press-profile-fits'],
    ['short.icc', /it is no colour profile, or was cut short/, 'press-profile-fits'],
    ['screen.icc', /it is not the profile of a press/, 'press-profile-fits'],
  ])('is not made with the profile %s', async (icc, message, rule) => {
    const files = await book(`{ink: cmyk, icc: ${icc}}`);
    files['text.icc'] = 'This is a letter. '.repeat(20);
    files['short.icc'] = (await pressProfile()).subarray(0, 2000);
    files['screen.icc'] = SCREEN.profile;
    const { messages } = await checkInMemory(files, { editions: ['print'] });
    const [fault] = messages.filter(({ fatal }) => fatal);
    expect(fault?.ruleId).toBe(rule);
    expect(String(fault)).toMatch(message);
    expect(fault?.line).toBe(6);
  });

  /** The profile of a press, without the tables that lead from colours to its inks. */
  async function damaged(): Promise<Buffer> {
    const profile = Buffer.from(await pressProfile());
    for (let tag = 0; tag < profile.readUInt32BE(128); tag++)
      if (/^B2A/.test(profile.toString('latin1', 132 + tag * 12, 136 + tag * 12)))
        profile.write('none', 132 + tag * 12, 'latin1');
    return profile;
  }

  it('is not made with the profile of a press that no colour can be made with', async () => {
    const files = { ...(await book('{ink: cmyk, icc: press.icc}')), 'press.icc': await damaged() };
    const made = await buildInMemory(files, { editions: ['print'] }, press);
    expect(made.messages.filter(({ fatal }) => fatal).map(({ ruleId, reason }) => [ruleId, reason])).toEqual([
      ['press-profile-fits', 'The colour profile press.icc cannot be used: no colour can be made with it'],
    ]);
    expect(made.delivered.size).toBe(0);
  });

  it('does not take a failure of something else for a fault of the profile', async () => {
    const said: string[] = [];
    let released = false;
    const failing = async () => ({
      isUsable: () => Promise.reject(new Error('no memory left')),
      async [Symbol.asyncDispose]() {
        released = true;
      },
    });
    const tools = {
      darkroom: { separate: failing },
      ledger: { say: ({ id }: { id: string }) => said.push(id) },
    };
    const bytes = await pressProfile();
    const assets = new Map([['press.icc', { path: 'press.icc', bytes }]]);
    const rendition = { edition: 'print', options: { ink: 'cmyk', icc: 'press.icc' }, assets };
    await expect(inksFor(rendition as never, tools as never)).rejects.toThrow('no memory left');
    expect([said, released]).toEqual([[], true]);
  });

  it.each([
    ['{ink: blue}', /must be black, colour or cmyk/],
    ['{ink: cmyk}', /wants the profile of the press/],
    ['{icc: press.icc}', /goes with four inks/],
    ['{ink: cmyk, icc: press.pdf}', /must be a file that ends in \.icc or \.icm/],
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
