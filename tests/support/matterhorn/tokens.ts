/*
 * The syntax that content streams and CMaps share (ISO 32000-1, 7.2, 7.8.2 and 9.7.5.4): operands, and an operator behind them.
 */

const Kind = {
  Number: 0,
  Name: 1,
  Literal: 2,
  Hex: 3,
  ArrayStart: 4,
  ArrayEnd: 5,
  DictStart: 6,
  DictEnd: 7,
  Word: 8,
} as const;
type Kind = (typeof Kind)[keyof typeof Kind];

/** What stands before an operator. Nothing is made of it before it is asked for, for most operands are of no interest. */
export class Operands {
  count = 0;
  private readonly kinds: Kind[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  constructor(private readonly source: Uint8Array) {}

  /** @internal */
  push(kind: Kind, start: number, end: number): void {
    this.kinds[this.count] = kind;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count++;
  }

  number(index: number): number | undefined {
    return this.kinds[index] === Kind.Number && index < this.count ? Number(this.raw(index)) : undefined;
  }

  name(index: number): string | undefined {
    if (this.kinds[index] !== Kind.Name || index >= this.count) return undefined;
    return this.raw(index).replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }

  /** The bytes of a string. */
  string(index: number): Uint8Array | undefined {
    if (index >= this.count) return undefined;
    const [start = 0, end = 0] = [this.starts[index], this.ends[index]];
    if (this.kinds[index] === Kind.Hex) return unhexed(this.source, start, end);
    return this.kinds[index] === Kind.Literal ? unescaped(this.source, start, end) : undefined;
  }

  /** How long a string is in the file; 0 for what is none. */
  length(index: number): number {
    const kind = this.kinds[index];
    if (index >= this.count || (kind !== Kind.Hex && kind !== Kind.Literal)) return 0;
    return (this.ends[index] ?? 0) - (this.starts[index] ?? 0);
  }

  isArrayStart(index: number): boolean {
    return index < this.count && this.kinds[index] === Kind.ArrayStart;
  }

  isArrayEnd(index: number): boolean {
    return index < this.count && this.kinds[index] === Kind.ArrayEnd;
  }

  /** Where the value of a key of the first dictionary stands, -1 if it has none. */
  valueOf(key: string): number {
    let at = this.kinds.indexOf(Kind.DictStart) + 1;
    while (at > 0 && at + 1 < this.count && this.kinds[at] === Kind.Name) {
      if (this.name(at) === key) return at + 1;
      at = this.behind(at + 1);
    }
    return -1;
  }

  /** What follows a value, which may be an array or a dictionary. */
  private behind(value: number): number {
    let depth = 0;
    let at = value;
    do {
      const kind = this.kinds[at++];
      if (kind === Kind.ArrayStart || kind === Kind.DictStart) depth++;
      else if (kind === Kind.ArrayEnd || kind === Kind.DictEnd) depth--;
    } while (depth > 0 && at < this.count);
    return at;
  }

  private raw(index: number): string {
    let text = '';
    for (let at = this.starts[index] ?? 0; at < (this.ends[index] ?? 0); at++)
      text += String.fromCharCode(this.source[at] ?? 0);
    return text;
  }
}

/** 1 for white space, 2 for a delimiter (ISO 32000-1, tables 1 and 2). */
const CLASS = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) CLASS[code] = 1;
for (const char of '()<>[]{}/%') CLASS[char.charCodeAt(0)] = 2;
const classOf = (source: Uint8Array, at: number): number => CLASS[source[at] ?? 0] ?? 0;

/** Visits every operator, with what stands before it. The data of an inline image belong to its `EI`. */
export function visitOperators(
  source: Uint8Array,
  visit: (operator: string, operands: Operands) => void,
): void {
  const operands = new Operands(source);
  const length = source.length;
  let at = 0;
  while (at < length) {
    const byte = source[at] ?? 0;
    const start = at;
    if (CLASS[byte] === 1) at++;
    else if (byte === 0x25) {
      while (at < length && source[at] !== 10 && source[at] !== 13) at++;
    } else if (byte === 0x2f) {
      at++;
      while (at < length && classOf(source, at) === 0) at++;
      operands.push(Kind.Name, start + 1, at);
    } else if (byte === 0x28) {
      at = endOfLiteral(source, at);
      operands.push(Kind.Literal, start + 1, at - 1);
    } else if (byte === 0x3c && source[at + 1] === 0x3c) {
      operands.push(Kind.DictStart, at, at + 2);
      at += 2;
    } else if (byte === 0x3e && source[at + 1] === 0x3e) {
      operands.push(Kind.DictEnd, at, at + 2);
      at += 2;
    } else if (byte === 0x3c) {
      while (at < length && source[at] !== 0x3e) at++;
      operands.push(Kind.Hex, start + 1, at++);
    } else if (byte === 0x5b) operands.push(Kind.ArrayStart, at, ++at);
    else if (byte === 0x5d) operands.push(Kind.ArrayEnd, at, ++at);
    else if (CLASS[byte] === 2) at++;
    else {
      while (at < length && classOf(source, at) === 0) at++;
      if ((byte >= 0x30 && byte <= 0x39) || byte === 0x2e || byte === 0x2d || byte === 0x2b) {
        operands.push(Kind.Number, start, at);
        continue;
      }
      const operator = wordOf(source, start, at);
      if (operator === 'true' || operator === 'false' || operator === 'null') {
        operands.push(Kind.Word, start, at);
        continue;
      }
      if (operator === 'ID') {
        at = endOfInlineImage(source, at);
        visit('EI', operands);
      } else visit(operator, operands);
      operands.count = 0;
    }
  }
}

const words = new Map<number, string>();

/** The operator as a string, each made once: a book has millions of them, and few different ones. */
function wordOf(source: Uint8Array, start: number, end: number): string {
  let key = 0;
  if (end - start <= 3) {
    for (let at = start; at < end; at++) key = key * 256 + (source[at] ?? 0);
    const known = words.get(key);
    if (known !== undefined) return known;
  }
  let word = '';
  for (let at = start; at < end; at++) word += String.fromCharCode(source[at] ?? 0);
  if (end - start <= 3) words.set(key, word);
  return word;
}

function endOfLiteral(source: Uint8Array, start: number): number {
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    const byte = source[at];
    if (byte === 0x5c) at++;
    else if (byte === 0x28) depth++;
    else if (byte === 0x29 && --depth === 0) return at + 1;
  }
  return source.length;
}

/** Behind the first `EI` that white space is around: there is no other way to know where the data of an inline image end. */
function endOfInlineImage(source: Uint8Array, start: number): number {
  for (let at = start + 1; at < source.length; at++) {
    if (
      source[at] === 0x45 &&
      source[at + 1] === 0x49 &&
      classOf(source, at - 1) === 1 &&
      (at + 2 >= source.length || classOf(source, at + 2) === 1)
    )
      return at + 2;
  }
  return source.length;
}

function unhexed(source: Uint8Array, start: number, end: number): Uint8Array {
  const bytes = new Uint8Array((end - start + 1) >> 1);
  let digits = 0;
  for (let at = start; at < end; at++) {
    const byte = source[at] ?? 0;
    if (CLASS[byte] === 1) continue;
    const digit = byte <= 0x39 ? byte - 0x30 : (byte | 0x20) - 0x57;
    bytes[digits >> 1] = (bytes[digits >> 1] ?? 0) | (digits % 2 === 0 ? digit << 4 : digit);
    digits++;
  }
  return bytes.subarray(0, (digits + 1) >> 1);
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

function unescaped(source: Uint8Array, start: number, end: number): Uint8Array {
  const bytes = new Uint8Array(end - start);
  let length = 0;
  for (let at = start; at < end; at++) {
    const byte = source[at] ?? 0;
    if (byte !== 0x5c) {
      bytes[length++] = byte;
      continue;
    }
    const next = source[++at] ?? 0;
    if (next >= 0x30 && next <= 0x37) {
      let value = 0;
      let digits = 0;
      for (; digits < 3; digits++) {
        const digit = (source[at + digits] ?? 0) - 0x30;
        if (at + digits >= end || digit < 0 || digit > 7) break;
        value = value * 8 + digit;
      }
      at += digits - 1;
      bytes[length++] = value & 255;
    } else if (next === 13) {
      if (source[at + 1] === 10) at++;
    } else if (next !== 10) bytes[length++] = ESCAPES[String.fromCharCode(next)] ?? next;
  }
  return bytes.subarray(0, length);
}
