import type { PDFDict } from '@cantoo/pdf-lib';
import { Encodings } from '@cantoo/pdf-lib/standard-fonts';
import { asName, asNumber, dictAt, listAt, nameAt } from './objects.js';

/** Characters by the names of their glyphs: those of Latin text and of the Symbol font (ISO 32000-1, annex D). */
const CHARACTERS = new Map(
  [Encodings.Symbol, Encodings.WinAnsi].flatMap((encoding) =>
    encoding.supportedCodePoints.map((code): [string, number] => [
      encoding.encodeUnicodeCodePoint(code).name,
      code,
    ]),
  ),
);

/** Whether a reader knows what character a glyph of this name is. */
export const isKnownName = (name: string): boolean => CHARACTERS.has(name);

/** The names that a simple font gives to codes of its own (ISO 32000-1, 9.6.6.1). */
export function namesOf(font: PDFDict): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  let code = 0;
  for (const value of listAt(dictAt(font, 'Encoding'), 'Differences')) {
    const name = asName(value);
    if (name === undefined) code = asNumber(value) ?? 0;
    else names.set(code++, name);
  }
  return names;
}

const LABELS: Readonly<Record<string, string>> = {
  WinAnsiEncoding: 'windows-1252',
  MacRomanEncoding: 'macintosh',
};

/** The encoding that a simple font builds on, of those whose characters every reader knows. */
export function namedEncoding(font: PDFDict): string | undefined {
  const name = nameAt(font, 'Encoding') ?? nameAt(dictAt(font, 'Encoding'), 'BaseEncoding');
  return name !== undefined && (name in LABELS || name === 'MacExpertEncoding') ? name : undefined;
}

/** The Unicode character of a code of a simple font; nothing where only its program could tell. */
export function characterOf(font: PDFDict, code: number): number | undefined {
  const name = namesOf(font).get(code);
  if (name !== undefined) return CHARACTERS.get(name);
  const label = LABELS[namedEncoding(font) ?? ''];
  return label === undefined ? undefined : new TextDecoder(label).decode(Uint8Array.of(code)).codePointAt(0);
}

/** The code that a character has on a Macintosh. */
export function macCode(character: number): number | undefined {
  const decoder = new TextDecoder('macintosh');
  for (let code = 0; code < 256; code++)
    if (decoder.decode(Uint8Array.of(code)).codePointAt(0) === character) return code;
  return undefined;
}
