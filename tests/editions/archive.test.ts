import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { PressError } from '../../src/press/error.js';
import { thisWorld } from '../../src/world.js';
import { matterhorn } from '../support/matterhorn.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { meddling } from '../support/press.js';
import { qpdfFaults } from '../support/qpdf.js';

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>';

let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

async function archived(text: string) {
  const made = await buildInMemory(
    { 'book.yaml': 'title: Kept\nauthor: A\nlang: en\n', 'a.md': `# One\n\n${text}\n` },
    { editions: ['archive'] },
    press,
  );
  return { messages: made.messages, bytes: made.delivered.get('out/kept-archive.pdf') as Uint8Array };
}

describe('the PDF for an archive', () => {
  it('is PDF/A-2u and PDF/UA-1, with all that it needs', async () => {
    const { bytes, messages } = await archived(
      'See [the web](https://example.org/) and [One](#one), *slanted*, `code`.',
    );
    expect(messages.filter(({ ruleId }) => ruleId === 'pdf-conforms')).toEqual([]);
    const pdf = await inspectPdf(bytes);
    expect(pdf.metadata.xmp).toContain(
      '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>',
    );
    expect(pdf.metadata.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    // What PDF/A does not know has to be described in the file.
    expect(pdf.metadata.xmp).toMatch(/<pdfaSchema:namespaceURI>http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/</);
    expect(pdf.fonts.every(({ embedded, toUnicode }) => embedded && toUnicode)).toBe(true);
    expect(await matterhorn(bytes)).toEqual([]);
    expect(await qpdfFaults(bytes)).toEqual([]);
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const intents = document.catalog.lookup(PDFName.of('OutputIntents'), PDFArray);
    const intent = intents.lookup(0, PDFDict);
    expect([intents.size(), String(intent.get(PDFName.of('S')))]).toEqual([1, '/GTS_PDFA1']);
    const links = document.getPages().flatMap(({ node }) => node.Annots()?.asArray() ?? []);
    expect(links.length).toBeGreaterThan(1);
    for (const link of links)
      expect(document.context.lookup(link, PDFDict).lookup(PDFName.of('F'), PDFNumber).asNumber()).toBe(4);
  });

  it('has a character for every glyph, also for the dots of Arabic and the pieces of a brace', async () => {
    const formula = String.raw`$\underbrace{a+b+c+d+e}_{f} \xrightarrow{\text{goes to}} \overbrace{x}^{y}$`;
    const { bytes } = await archived(`It says مرحبا بكم, and ${formula}.`);
    const pdf = await inspectPdf(bytes);
    expect(pdf.metadata.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf.fonts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['NotoNaskhArabic-Regular', 'STIXTwoMath-Regular']),
    );
    expect(await matterhorn(bytes)).toEqual([]);
    for (const page of pdf.pages) expect(page.text).not.toContain('\0');
  });

  it('has no name that is longer than 127 bytes, and links that lead to long titles all the same', async () => {
    const titles = ['на севере', 'на юге', 'на западе'].map(
      (place) => `Глава о людях, которые жили у моря ${place}, и о том, что они видели, когда наступал вечер`,
    );
    const slugs = titles.map((title) => title.toLowerCase().replaceAll(',', '').replaceAll(' ', '-'));
    const { bytes } = await archived(
      titles
        .map(
          (title, i) => `## ${title}\n\nСм. [*далее*](#${slugs[(i + 1) % 3]}).\n\n${'Слова. '.repeat(400)}`,
        )
        .join('\n\n'),
    );
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const names = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => String(object).match(/\/[^\s/<>[\]()]+/g) ?? [])
      .map((name) => name.slice(1).replace(/#[\dA-F]{2}/gi, '_'));
    expect(names).toContain('Catalog');
    expect(names.filter(({ length }) => length > 127)).toEqual([]);
    const { links, destinations, pages } = await inspectPdf(bytes);
    const own = links.filter(({ contents }) => contents?.startsWith('Глава о людях'));
    const called = own.filter(({ dest }) => dest?.startsWith('place-'));
    expect(called.length).toBeGreaterThanOrEqual(3);
    for (const { contents, dest } of called)
      expect(pages[destinations[dest ?? ''] ?? -1]?.text.replace(/\s+/g, ' ')).toContain(
        contents?.replace(/ \d+$/, ''),
      );
  });

  it('is not there when the browser dies as it prints, and what it does not claim is not told', async () => {
    const broken = meddling(press, () => Promise.reject(new PressError('crashed', 'The browser is gone')));
    const made = await buildInMemory(
      {
        'book.yaml': 'title: Kept\nauthor: A\nlang: en\n',
        'a.md': '# One\n\nA character: \u{10FFFD}.\n\n<img src="a.svg">\n',
        'a.svg': DRAWING,
      },
      { editions: ['archive', 'screen'] },
      broken,
    );
    expect(made.delivered.size).toBe(0);
    const told = made.messages.map(({ ruleId }) => ruleId);
    expect(told.filter((id) => id === 'browser-survives')).toHaveLength(1);
    expect(told).not.toContain('pdf-conforms');
  });

  it('does not say so where a character is in no font, and tells', async () => {
    const { bytes, messages } = await archived('A character: \u{10FFFD}.');
    const { metadata } = await inspectPdf(bytes);
    expect(metadata.xmp).not.toContain('pdfaid');
    expect(messages.filter(({ ruleId }) => ruleId === 'pdf-conforms').map(({ reason }) => reason)).toEqual([
      expect.stringContaining('does not claim PDF/A: a character in it is in no font'),
    ]);
  });
});
