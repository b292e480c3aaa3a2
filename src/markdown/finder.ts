import type { Point } from 'unist';

/** Finds the places of keys in a source, each behind the one before. */
export interface Finder {
  /**
   * Where `@key` stands.
   * @param from the offset that it stands behind
   */
  (key: string, from: number | undefined): Point | undefined;
  /** Whether `@key` has a backslash before it there, so that it means nothing but itself. */
  escaped(key: string, from: number | undefined): boolean;
}

/** The longest paragraph that is looked through for a key, in characters. */
const REACH = 100_000;

/** A finder for one source, which knows its lines when it is first asked. */
export function finderIn(source: string): Finder {
  let lines: number[] | undefined;
  /** Behind which place a key is looked for next, by the text that it stands in. */
  const found = new Map<string, number>();
  const offsetOf = (key: string, start: number): number => {
    const window = source.slice(start, start + REACH);
    for (let at = window.indexOf(`@${key}`); at >= 0; at = window.indexOf(`@${key}`, at + 1))
      if (!/[\p{L}\p{N}_]/u.test(window[at + key.length + 1] ?? '')) return start + at;
    const braced = window.indexOf(`@{${key}}`);
    return braced < 0 ? -1 : start + braced;
  };
  const find = (key: string, from: number | undefined): Point | undefined => {
    if (from === undefined) return undefined;
    const name = `${from} ${key}`;
    const offset = offsetOf(key, found.get(name) ?? from);
    if (offset < 0) return undefined;
    found.set(name, offset + 1);
    lines ??= startsOf(source);
    const line = lineAt(lines, offset);
    return { line, column: offset - (lines[line - 1] ?? 0) + 1, offset };
  };
  return Object.assign(find, {
    escaped(key: string, from: number | undefined) {
      if (from === undefined) return false;
      const offset = offsetOf(key, found.get(`${from} ${key}`) ?? from);
      return offset > 0 && source[offset - 1] === '\\';
    },
  });
}

function startsOf(source: string): number[] {
  const starts = [0];
  for (const match of source.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** The line of an offset, from 1. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
