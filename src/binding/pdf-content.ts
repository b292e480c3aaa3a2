/**
 * One instruction of a content stream: its operator, where its first operand (or the operator itself) starts and where
 * it ends, as byte offsets.
 */
export type Visit<Operator extends string> = (operator: Operator, start: number, end: number) => void;

/** Operators by their bytes: they have three letters at most, which make a number to look them up by, without making a string. */
export type Operators<Operator extends string> = ReadonlyMap<number, Operator>;

/** What a walk is to stop at. Most of a page are glyphs, one by one, which few who read it have a use for. */
export function operators<Operator extends string>(...names: readonly Operator[]): Operators<Operator> {
  return new Map(names.map((name) => [Buffer.from(name).reduce((key, byte) => key * 256 + byte, 0), name]));
}

const REGULAR = 0;
const SPACE = 1;
const DELIMITER = 2;
/** White space and delimiters, ISO 32000-1, tables 1 and 2. */
const KIND = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) KIND[byte] = SPACE;
for (const sign of '()<>[]{}/%') KIND[sign.charCodeAt(0)] = DELIMITER;

const code = (sign: string) => sign.charCodeAt(0);
const [OPEN, CLOSE, LESS, MORE, SLASH, BACKSLASH, PERCENT] = [...'()<>/\\%'].map(code);
const [LF, CR, NINE, E, I] = [10, 13, code('9'), code('E'), code('I')];
const [INLINE_IMAGE] = operators('BI').keys();

/**
 * Walks a content stream (ISO 32000-1, 7.8.2) once, instruction by instruction. It steps over strings, hexadecimal
 * strings, names, arrays, dictionaries, comments and inline images, so an `EMC` inside a string is not mistaken for one.
 * Keywords that are operands (`true`, `false`, `null`) count as such.
 */
export function scanContent<Operator extends string>(
  bytes: Uint8Array,
  wanted: Operators<Operator>,
  visit: Visit<Operator>,
): void {
  const length = bytes.length;
  let at = 0;
  let first = -1;
  while (at < length) {
    const byte = bytes[at] as number;
    const kind = KIND[byte];
    if (kind === SPACE) {
      at++;
      continue;
    }
    if (byte === PERCENT) {
      while (at < length && bytes[at] !== LF && bytes[at] !== CR) at++;
      continue;
    }
    const start = at;
    if (first < 0) first = start;
    if (kind === DELIMITER) {
      if (byte === OPEN) at = afterString(bytes, at);
      else if (byte === LESS && bytes[at + 1] !== LESS) at = after(bytes, at, MORE as number);
      else if (byte === SLASH) at = afterRegular(bytes, at + 1);
      else at++;
      continue;
    }
    at = afterRegular(bytes, at);
    // Numbers begin with a digit, a sign or a point, all of which come before `:`; so do the operators ' and ".
    if (byte <= (NINE as number) && byte !== 0x27 && byte !== 0x22) continue;
    if (isKeyword(bytes, start, at)) continue;
    let key = 0;
    for (let i = start; i < at && i < start + 4; i++) key = key * 256 + (bytes[i] as number);
    if (key === INLINE_IMAGE) at = afterInlineImage(bytes, at);
    const operator = wanted.get(key);
    if (operator !== undefined) visit(operator, first, at);
    first = -1;
  }
}

function isKeyword(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 4 || end - start > 5) return false;
  const word = String.fromCharCode(...bytes.subarray(start, end));
  return word === 'true' || word === 'false' || word === 'null';
}

function afterRegular(bytes: Uint8Array, at: number): number {
  let end = at;
  while (end < bytes.length && KIND[bytes[end] as number] === REGULAR) end++;
  return end;
}

function after(bytes: Uint8Array, at: number, sign: number): number {
  const found = bytes.indexOf(sign, at);
  return found < 0 ? bytes.length : found + 1;
}

/** Parentheses balance inside a string unless they are escaped. */
function afterString(bytes: Uint8Array, at: number): number {
  let depth = 0;
  let end = at;
  do {
    const byte = bytes[end];
    if (byte === BACKSLASH) end++;
    else if (byte === OPEN) depth++;
    else if (byte === CLOSE) depth--;
    end++;
  } while (depth > 0 && end < bytes.length);
  return Math.min(end, bytes.length);
}

/**
 * The end of an inline image, whose data may hold any bytes: an `EI` between white space, after the `ID`, that is
 * followed by what can be instructions (printable ASCII) and not by more data.
 */
function afterInlineImage(bytes: Uint8Array, at: number): number {
  const isSpace = (index: number) => index >= bytes.length || KIND[bytes[index] as number] === SPACE;
  for (let end = at; end + 1 < bytes.length; end++) {
    if (bytes[end] !== E || bytes[end + 1] !== I || !isSpace(end - 1) || !isSpace(end + 2)) continue;
    const next = bytes.subarray(end + 2, end + 16);
    if (next.every((byte) => KIND[byte] === SPACE || (byte >= 32 && byte < 127))) return end + 2;
  }
  return bytes.length;
}
