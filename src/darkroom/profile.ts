/** What the head of a colour profile says of it (ICC.1:2001-04, 6.1). */
export interface ProfileFacts {
  /** `prtr` for a press, `mntr` for a screen, `scnr` for a camera. */
  readonly device: string;
  /** `CMYK`, `RGB `, `GRAY` … */
  readonly space: string;
  /** What it calls itself: “Coated FOGRA39 (ISO 12647-2:2004)”. */
  readonly name: string;
}

const HEAD = 128;

/** Reads the head of a colour profile, or nothing if it is none or was cut short. */
export function readProfile(profile: Uint8Array): ProfileFacts | undefined {
  const bytes = Buffer.from(profile.buffer, profile.byteOffset, profile.byteLength);
  if (bytes.length < HEAD + 4 || bytes.toString('latin1', 36, 40) !== 'acsp') return undefined;
  if (bytes.readUInt32BE(0) > bytes.length) return undefined;
  return {
    device: bytes.toString('latin1', 12, 16),
    space: bytes.toString('latin1', 16, 20),
    name: nameIn(bytes),
  };
}

/** From the tag `desc`: ASCII in version 2 (6.5.17), UTF-16 in several languages in version 4 (ICC.1:2010, 10.13). */
function nameIn(bytes: Buffer): string {
  const count = Math.min(bytes.readUInt32BE(HEAD), 100);
  for (let at = HEAD + 4; at + 12 <= bytes.length && at < HEAD + 4 + count * 12; at += 12) {
    if (bytes.toString('latin1', at, at + 4) !== 'desc') continue;
    const start = bytes.readUInt32BE(at + 4);
    const tag = bytes.subarray(start, start + bytes.readUInt32BE(at + 8));
    if (tag.length < 28) return '';
    if (tag.toString('latin1', 0, 4) === 'desc')
      return tag.toString('latin1', 12, 12 + tag.readUInt32BE(8)).replace(/\0.*$/s, '');
    if (tag.toString('latin1', 0, 4) !== 'mluc') return '';
    const from = tag.readUInt32BE(24);
    const utf16 = Buffer.from(tag.subarray(from, from + (tag.readUInt32BE(20) & ~1)));
    return utf16
      .subarray(0, utf16.length & ~1)
      .swap16()
      .toString('utf16le');
  }
  return '';
}
