import { type PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';

const NAME = 'Grey, gamma 2.2';

/** Says what the greys of a file are meant to look like (ISO 15930-7, 6.2.2): an output intent with a profile of black ink. */
export function setGreyIntent({ context, catalog }: PDFDocument): void {
  const profile = context.register(context.flateStream(greyProfile(), { N: 1 }));
  const intent = context.obj({
    Type: PDFName.of('OutputIntent'),
    S: PDFName.of('GTS_PDFX'),
    OutputConditionIdentifier: PDFString.of('Custom'),
    OutputCondition: PDFString.of(NAME),
    Info: PDFString.of(NAME),
    DestOutputProfile: profile,
  });
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]));
}

/** White of the connection space, D50, as ICC.1:2001-04, 6.1.11 has it. */
const D50 = [0.9642, 1, 0.8249];

/**
 * A profile of a printer that has black ink alone (ICC.1:2001-04, 6.3.4.1): a curve from its greys to how light they are. It is the
 * one that sRGB's greys are nearest to.
 */
function greyProfile(): Uint8Array {
  const tags = [
    ['desc', description(NAME)],
    [
      'cprt',
      Buffer.concat([Buffer.from('text\0\0\0\0', 'latin1'), Buffer.from('No rights reserved.\0', 'latin1')]),
    ],
    ['wtpt', Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), ...D50.map(fixed)])],
    ['kTRC', curve(2.2)],
  ] as const;
  const padded = tags.map(
    ([name, data]) => [name, Buffer.concat([data, Buffer.alloc(-data.length & 3)])] as const,
  );
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length, 0);
  let at = 128 + table.length;
  for (const [index, [name, data]] of padded.entries()) {
    table.write(name, 4 + index * 12, 'latin1');
    table.writeUInt32BE(at, 8 + index * 12);
    table.writeUInt32BE(tags[index]?.[1].length ?? 0, 12 + index * 12);
    at += data.length;
  }
  const header = Buffer.alloc(128);
  header.writeUInt32BE(at, 0);
  header.writeUInt32BE(0x02400000, 8);
  header.write('prtrGRAYXYZ ', 12, 'latin1');
  // A day for every file; the same input gives the same bytes.
  for (const [index, part] of [2000, 1, 1, 0, 0, 0].entries()) header.writeUInt16BE(part, 24 + index * 2);
  header.write('acsp', 36, 'latin1');
  Buffer.concat(D50.map(fixed)).copy(header, 68);
  return Buffer.concat([header, table, ...padded.map(([, data]) => data)]);
}

/** A number as s15Fixed16. */
function fixed(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65_536));
  return bytes;
}

function curve(gamma: number): Buffer {
  const bytes = Buffer.alloc(14);
  bytes.write('curv', 0, 'latin1');
  bytes.writeUInt32BE(1, 8);
  bytes.writeUInt16BE(Math.round(gamma * 256), 12);
  return bytes;
}

/** `textDescriptionType`: ASCII, and no Unicode nor Macintosh text. */
function description(text: string): Buffer {
  const ascii = Buffer.from(`${text}\0`, 'latin1');
  const bytes = Buffer.alloc(12 + ascii.length + 8 + 70);
  bytes.write('desc', 0, 'latin1');
  bytes.writeUInt32BE(ascii.length, 8);
  ascii.copy(bytes, 12);
  return bytes;
}
