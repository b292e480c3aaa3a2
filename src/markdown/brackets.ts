import type { Parent, PhrasingContent, Text } from 'mdast';
import type { Position } from 'unist';
import { isLiteral, offsetsOf, placesIn } from './places.js';

/** A pair of brackets in the text of a paragraph, with whatever stands between them. */
export interface Bracketed {
  readonly children: PhrasingContent[];
  /** From the opening to the closing bracket, as far as it is known. */
  readonly position: Position | undefined;
  /** The text right before the opening bracket, since the last bracket or node. */
  readonly before: string;
  /** The text right behind the closing one; empty if its first sign has a backslash. */
  readonly behind: string;
}

/** What a pair of brackets becomes, and how many signs before and behind it belong to it. */
export interface Made {
  readonly node: PhrasingContent;
  readonly before?: number;
  readonly behind?: number;
}

interface Open {
  readonly children: PhrasingContent[];
  readonly before: string;
  /** Where the bracket stands. */
  readonly position: Position | undefined;
}

/**
 * Walks once through the children of a paragraph and offers every pair of brackets, inner ones first. Brackets that nothing
 * is made of stay what they are, and so does one with a backslash.
 */
export function replaceBrackets(
  parent: Parent,
  source: string,
  make: (found: Bracketed) => Made | undefined,
): void {
  const open: Open[] = [{ children: [], before: '', position: undefined }];
  const put = (...nodes: PhrasingContent[]): void => {
    const into = open.at(-1)?.children;
    for (const node of nodes) {
      const last = into?.at(-1);
      if (node.type === 'text' && last?.type === 'text') join(last, node);
      else if (node.type !== 'text' || node.value) into?.push(node);
    }
  };
  /** The brackets are only brackets. */
  const giveBack = (): void => {
    const inner = open.pop();
    if (inner) put({ type: 'text', value: '[', position: inner.position }, ...inner.children);
  };
  for (const node of parent.children as PhrasingContent[]) {
    if (node.type !== 'text') {
      put(node);
      continue;
    }
    const { value } = node;
    const escaped = escapesIn(node, source);
    const [place, placeOfBracket] = /[[\]]/.test(value)
      ? [placesIn(node, offsetsOf(node, source), source), placesIn(node, offsetsOf(node, source), source)]
      : [() => node.position, () => node.position];
    const text = (from: number, to: number): Text => ({
      type: 'text',
      value: value.slice(from, to),
      position: place(from, to),
    });
    let from = 0;
    for (let at = 0; at < value.length; at++) {
      const char = value[at];
      if ((char !== '[' && char !== ']') || escaped.has(at)) continue;
      if (char === '[' && open.length > DEEPEST) continue;
      if (char === '[') {
        put(text(from, at));
        open.push({
          children: [],
          before: escaped.has(at - 1) ? '' : value.slice(from, at),
          position: placeOfBracket(at, at + 1),
        });
        from = at + 1;
        continue;
      }
      if (open.length === 1) continue;
      put(text(from, at));
      from = at;
      const inner = open.at(-1) as Open;
      const [start, end] = [inner.position?.start, placeOfBracket(at, at + 1)?.end];
      const made = make({
        children: inner.children,
        position: start && end ? { start, end } : node.position,
        before: inner.before,
        behind: escaped.has(at + 1) ? '' : value.slice(at + 1, at + 1 + LONGEST),
      });
      if (!made) {
        giveBack();
        continue;
      }
      open.pop();
      dropEnd(open.at(-1)?.children, made.before ?? 0);
      put(made.node);
      from = at + 1 + (made.behind ?? 0);
      at = from - 1;
    }
    put(text(from, value.length));
  }
  while (open.length > 1) giveBack();
  parent.children = (open[0]?.children ?? []) as Parent['children'];
}

/** Text goes on with the next one. */
function join(text: Text, next: Text): void {
  text.value += next.value;
  if (text.position && next.position) text.position = { start: text.position.start, end: next.position.end };
}

/** Brackets deeper in one another than this are text: each of them is gone through again for every one around it. */
const DEEPEST = 32;
/** Nobody writes more than this behind a bracket that belongs to it, in characters. */
const LONGEST = 2000;

function dropEnd(children: PhrasingContent[] | undefined, length: number): void {
  const last = children?.at(-1);
  if (!length || last?.type !== 'text') return;
  last.value = last.value.slice(0, -length);
  if (!last.value) children?.pop();
}

/** Places in a text whose character means nothing but itself. */
export function escapesIn(text: Text, source: string): ReadonlySet<number> {
  const [start, end] = [text.position?.start.offset, text.position?.end.offset];
  // The backslash of its first character may stand before it, where another text ended.
  if (!/[\\&]/.test(source.slice(Math.max(0, (start ?? 0) - 1), end))) return new Set();
  const offsets = offsetsOf(text, source)?.slice(0, -1) ?? [];
  return new Set(offsets.flatMap((at, k) => (isLiteral(text.value[k], at, source) ? [k] : [])));
}
