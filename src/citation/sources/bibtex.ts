/** One entry of a `.bib` file as it is written: values still in LaTeX. */
export interface BibEntry {
  /** In small letters: `article`, `incollection`. */
  readonly type: string;
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
  /** Where its key stands. */
  readonly offset: number;
}

/** What is wrong with a `.bib` file, and where. */
export interface BibFault {
  readonly offset: number;
  readonly reason: string;
  readonly remedy: string;
}

/** Values that an entry may put together of abbreviations are not longer, in characters. */
const LONGEST = 100_000;

/** A file with more mistakes is read no further. */
const MOST_FAULTS = 50;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Thrown where an entry cannot be read on; the next one can. */
class Unreadable extends Error {
  constructor(readonly fault: BibFault) {
    super(fault.reason);
  }
}

/**
 * Reads a `.bib` file, BibTeX's and BibLaTeX's. What stands outside of entries is a comment, as it is to BibTeX. Behind an
 * entry that cannot be read the next one is: each mistake is told.
 */
export function readBibtex(text: string): { entries: BibEntry[]; faults: BibFault[] } {
  const entries: BibEntry[] = [];
  const faults: BibFault[] = [];
  const strings = new Map<string, string>(MONTHS.map((name, i) => [name, String(i + 1)]));
  let at = 0;
  for (;;) {
    const start = text.indexOf('@', at);
    if (start < 0 || faults.length >= MOST_FAULTS) return { entries, faults };
    at = start + 1;
    const head = matchAt(/[\p{L}]+(?=\s*[{(])/uy, at);
    if (!head) continue;
    at += head.length;
    space();
    try {
      entry(head.toLowerCase(), start);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      faults.push(error.fault);
      // An entry that is not closed ends where the next begins.
      const next = /\n[ \t]*@\p{L}+[ \t]*[{(]/gu;
      next.lastIndex = Math.max(start + 1, Math.min(at, error.fault.offset));
      at = next.exec(text)?.index ?? text.length;
    }
  }

  function entry(type: string, start: number): void {
    const close = text[at] === '(' ? ')' : '}';
    if (type === 'comment') return;
    at++;
    if (type === 'preamble') {
      value(start);
      expect(close, start);
      return;
    }
    space();
    const keyAt = at;
    const key = matchAt(/[^\s,{}()="#%@]+/y, at);
    if (!key) fail(at, 'this entry has no key', 'Give it one behind its opening brace: @book{doe99, …');
    at += key.length;
    space();
    if (type === 'string') {
      expect('=', start);
      strings.set(key.toLowerCase(), value(start));
      space();
      expect(close, start);
      return;
    }
    const fields = new Map<string, string>();
    while (text[at] === ',') {
      at++;
      space();
      if (text[at] === close) break;
      const name = matchAt(/[\p{L}][\p{L}\p{N}_:.+/-]*/uy, at);
      if (!name)
        fail(
          at,
          'the name of a field should stand here',
          'Write name = {value}, with a comma between two of them.',
        );
      at += name.length;
      space();
      if (text[at] !== '=')
        fail(at, `an equals sign is missing behind “${name}”`, `Write ${name} = {value}.`);
      at++;
      const content = value(start);
      if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), content);
      space();
    }
    if (text[at] === '@')
      fail(start, 'this entry is not closed before the next one begins', `Close it with ${close}.`);
    if (text[at] !== close)
      fail(at, 'a comma is missing before this', 'Put a comma between two fields, or close the entry.');
    at++;
    entries.push({ type, key, fields, offset: keyAt });
  }

  /** `{…}`, `"…"`, a number or an abbreviation, or several of them with `#` between them. */
  function value(start: number): string {
    let whole = '';
    for (;;) {
      space();
      whole += one(start);
      if (whole.length > LONGEST)
        fail(start, 'a value in this entry is longer than 100,000 characters', 'Shorten it.');
      space();
      if (text[at] !== '#') return whole;
      at++;
    }
  }

  function one(start: number): string {
    const sign = text[at];
    if (sign === '{' || sign === '"') return delimited(sign);
    const word = matchAt(/[^\s,{}()="#%]+/y, at);
    if (!word) {
      if (at >= text.length) fail(start, 'this entry is never closed', 'Close it with }.');
      fail(at, 'a value should stand here', 'Put the value between braces: name = {value}.');
    }
    const known = /^\d+$/.test(word) ? word : strings.get(word.toLowerCase());
    if (known === undefined)
      fail(
        at,
        `“${word}” is no number, and no @string of that name stands above`,
        'Put the value between braces: name = {value}.',
      );
    at += word.length;
    return known;
  }

  function delimited(sign: string): string {
    const opened = at++;
    let depth = 0;
    for (; at < text.length; at++) {
      const char = text[at];
      if (char === '\\') at++;
      else if (char === '{') depth++;
      else if (char === '}' && depth > 0) depth--;
      else if (char === '}' && sign === '{') break;
      else if (char === '"' && sign === '"' && depth === 0) break;
      else if (char === '\n' && /\s*@\p{L}+\s*\{[^\s,={}]+,\s*\n/uy.test(text.slice(at + 1, at + 300))) {
        at = text.length;
      }
    }
    if (at >= text.length) {
      const what = sign === '{' ? 'brace' : 'quotation mark';
      fail(
        opened,
        `the ${what} that opens here is never closed`,
        `Close it with ${sign === '{' ? '}' : '"'}.`,
      );
    }
    return text.slice(opened + 1, at++);
  }

  function expect(sign: string, start: number): void {
    space();
    if (at >= text.length) fail(start, 'this entry is never closed', `Close it with ${sign}.`);
    if (text[at] !== sign) fail(at, `“${sign}” should stand here`, `Put ${sign} there.`);
    at++;
  }

  /** White space, and the comments of BibLaTeX's tools. */
  function space(): void {
    const skipped = matchAt(/(?:\s+|%[^\n]*\n)+/y, at);
    at += skipped?.length ?? 0;
  }

  function matchAt(pattern: RegExp, offset: number): string | undefined {
    pattern.lastIndex = offset;
    return pattern.exec(text)?.[0];
  }
}

function fail(offset: number, reason: string, remedy: string): never {
  throw new Unreadable({ offset, reason, remedy });
}
