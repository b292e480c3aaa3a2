import type { Nodes, Parent, Text } from 'mdast';
import { offsetsOf, textFrom } from './places.js';

/** What stands in `{#id .class key=value}` behind a piece of Markdown. */
export interface Attributes {
  readonly id?: string | undefined;
  readonly classes: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

declare module 'mdast' {
  interface Data {
    /** Attributes that the author gave this node, not yet looked at. */
    attributes?: Attributes;
  }
}

const ITEM =
  /\s*(?:#([\p{L}_][\p{L}\p{N}_:.-]*)|\.([\p{L}_-][\p{L}\p{N}_-]*)|([a-z][\w-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))|(-)(?=[\s}]))/uy;

/**
 * Reads `{#id .class key=value}`, as Pandoc, Quarto and kramdown write it. Anything that is not wholly of this form is no
 * attributes but braces that the author wants printed.
 * @returns `undefined` if it is none
 */
export function parseAttributes(text: string): Attributes | undefined {
  if (!text.startsWith('{') || !text.endsWith('}')) return undefined;
  let id: string | undefined;
  const classes: string[] = [];
  const values: Record<string, string> = {};
  let at = 1;
  for (;;) {
    ITEM.lastIndex = at;
    const match = ITEM.exec(text);
    if (!match) break;
    const [whole, name, className, key, double, single, plain, dash] = match;
    if (name !== undefined) id ??= name;
    else if (className !== undefined) classes.push(className);
    else if (dash !== undefined) classes.push('unnumbered');
    else if (key !== undefined) values[key] = double ?? single ?? plain ?? '';
    at += whole.length;
  }
  const empty = id === undefined && !classes.length && !Object.keys(values).length;
  return empty || text.slice(at).trim() !== '}' ? undefined : { id, classes, values };
}

/** Braces with which a text begins. */
export const AT_START = /^\{[^{}\n]*\}/;
/** Nobody writes more than this in braces, in characters. */
const LONGEST = 2000;

/** Braces as they stand in the source, whatever has been made of them. */
export interface Braces {
  readonly written: string;
  readonly attributes: Attributes;
  /** Where they end in the source, in which node, and which child of the parent that is. */
  readonly end: number;
  readonly last: Nodes | undefined;
  readonly to: number;
  /** What stands behind them in that node, if it is a text. */
  readonly rest: Text | undefined;
}

/** @param from the child of the parent in which they begin, or which stands behind that */
export function bracesAt(
  start: number | undefined,
  parent: Parent,
  from: number,
  source: string,
): Braces | undefined {
  if (start === undefined) return undefined;
  const written = AT_START.exec(source.slice(start, start + LONGEST))?.[0];
  const attributes = written && parseAttributes(written);
  if (!written || !attributes) return undefined;
  const end = start + written.length;
  let to = from;
  while (endOf(parent.children[to] as Nodes) < end) to++;
  const last = parent.children[to] as Nodes | undefined;
  const rest = last?.type === 'text' ? behind(last, end, source) : undefined;
  return { written, attributes, end, last, to, rest };
}

/** Where a node ends in the source. */
export function endOf(node: Nodes | undefined): number {
  return node?.position?.end.offset ?? Number.NaN;
}

/** What of a text stands behind an offset. */
function behind(text: Text, offset: number, source: string): Text | undefined {
  const at = offsetsOf(text, source)?.indexOf(offset - 1) ?? -1;
  return at < 0 ? undefined : textFrom(text, at + 1, source);
}
