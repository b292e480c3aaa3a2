/** White of the connection space, D50 (ICC.1:2001-04, 6.1.11). */
const D50 = [0.9642, 1, 0.8249];
/** The primaries of sRGB as they look under D50 (IEC 61966-2-1, adapted by Bradford's matrix). */
const PRIMARIES = {
  r: [0.4360747, 0.2225045, 0.0139322],
  g: [0.3850649, 0.7168786, 0.0971045],
  b: [0.1430804, 0.0606169, 0.7141733],
};
/** Points of the curve of sRGB. */
const POINTS = 1024;

/** A profile of a printer that has black ink alone (6.3.4.1), whose greys are as light as those of sRGB nearly are. */
export function greyProfile(name: string): Uint8Array {
  return profile('prtr', 'GRAY', name, [['kTRC', curve([Math.round(2.2 * 256)])]]);
}

/** A profile of a screen whose colours are sRGB (6.3.3.2). */
export function srgbProfile(name: string): Uint8Array {
  const table = curve(
    Array.from({ length: POINTS }, (_, index) => Math.round(linear(index / (POINTS - 1)) * 65_535)),
  );
  return profile('mntr', 'RGB ', name, [
    ...Object.entries(PRIMARIES).map(([ink, values]): Tag => [`${ink}XYZ`, xyz(values)]),
    ...Object.keys(PRIMARIES).map((ink): Tag => [`${ink}TRC`, table]),
  ]);
}

type Tag = readonly [name: string, data: Buffer];

function profile(kind: string, space: string, name: string, own: readonly Tag[]): Uint8Array {
  const tags: Tag[] = [
    ['desc', description(name)],
    ['cprt', Buffer.concat([type('text'), Buffer.from('No rights reserved.\0', 'latin1')])],
    ['wtpt', xyz(D50)],
    ...own,
  ];
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length, 0);
  const bodies: Buffer[] = [];
  let at = 128 + table.length;
  for (const [index, [tag, data]] of tags.entries()) {
    table.write(tag, 4 + index * 12, 'latin1');
    table.writeUInt32BE(at, 8 + index * 12);
    table.writeUInt32BE(data.length, 12 + index * 12);
    const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    bodies.push(padded);
    at += padded.length;
  }
  const header = Buffer.alloc(128);
  header.writeUInt32BE(at, 0);
  // Version 2.4.
  header.writeUInt32BE(0x02400000, 8);
  header.write(`${kind}${space}XYZ `, 12, 'latin1');
  // A day for every file: the same input gives the same bytes.
  for (const [index, part] of [2000, 1, 1, 0, 0, 0].entries()) header.writeUInt16BE(part, 24 + index * 2);
  header.write('acsp', 36, 'latin1');
  Buffer.concat(D50.map(fixed)).copy(header, 68);
  return Buffer.concat([header, table, ...bodies]);
}

/** The light of a value of sRGB. */
function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function type(name: string): Buffer {
  return Buffer.from(`${name}\0\0\0\0`, 'latin1');
}

function xyz(values: readonly number[]): Buffer {
  return Buffer.concat([type('XYZ '), ...values.map(fixed)]);
}

/** A number as s15Fixed16. */
function fixed(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65_536));
  return bytes;
}

/** One value is a gamma as u8Fixed8, more are a table. */
function curve(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 + values.length * 2);
  bytes.writeUInt32BE(values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value, 4 + index * 2);
  return Buffer.concat([type('curv'), bytes]);
}

/** `textDescriptionType`: ASCII, and no Unicode nor Macintosh text. */
function description(text: string): Buffer {
  const ascii = Buffer.from(`${text}\0`, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(ascii.length);
  return Buffer.concat([type('desc'), length, ascii, Buffer.alloc(8 + 70)]);
}
