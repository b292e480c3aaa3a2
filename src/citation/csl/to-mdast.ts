import type { PhrasingContent } from 'mdast';
import { educate } from '../../language/educate.js';
import { marksOf } from '../../language/quotes.js';
import { textOf } from '../../tree/text-of.js';
import type { Locale } from './locale.js';
import type { Format, Output } from './output.js';

/** How a stretch of text looks in the end, and where it leads. */
interface Look {
  readonly url?: string | undefined;
  readonly italic?: boolean | undefined;
  readonly bold?: boolean | undefined;
  readonly smallCaps?: boolean | undefined;
  readonly underline?: boolean | undefined;
  readonly raised?: 'sup' | 'sub' | undefined;
}

interface Run {
  text: string;
  readonly look: Look;
  /** A closing quotation mark: stops go before or behind it. */
  readonly closes?: boolean;
  /** Markdown of the author's. */
  readonly nodes?: readonly PhrasingContent[];
}

/**
 * Writes what a style made as Markdown nodes: delimiters and affixes put in, quotation marks by the custom of the language,
 * and no two stops where one is enough.
 */
export function toMdast(output: Output | undefined, locale: Locale): PhrasingContent[] {
  const marks = marksOf(locale.lang);
  const runs: Run[] = [];
  if (output) write(output, {}, 0);
  const last = runs.at(-1);
  if (last && !last.nodes) last.text = last.text.trimEnd();
  return nest(runs.filter((run) => run.text));

  function write(one: Output, look: Look, depth: number): void {
    if (one.kind === 'words') {
      const text = one.own && !one.fixed ? quoted(one.value, locale.lang, depth) : one.value;
      append({ text, look });
    } else if (one.kind === 'inline') {
      append({ text: textOf(one.nodes), look, nodes: one.nodes });
    } else {
      const { prefix = '', suffix = '', delimiter = '', quotes, url, children } = one;
      const within = url ? { ...look, url } : look;
      const outer = /^(?:https?:\/\/|doi:)/i.test(prefix) ? within : look;
      append({ text: prefix, look: outer });
      const [open, close] = depth % 2 ? marks.slice(2) : marks;
      if (quotes) append({ text: open ?? '', look: within });
      for (const [i, child] of children.entries()) {
        if (i && delimiter) append({ text: delimiter, look });
        write(child, lookOf(within, one.format), quotes ? depth + 1 : depth);
      }
      if (quotes) append({ text: close ?? '', look: within, closes: true });
      append({ text: suffix, look });
    }
  }

  function append(run: Run): void {
    if (!run.text) return;
    const last = runs.findLastIndex((one) => !one.closes);
    const before = runs[last];
    if (run.closes || run.nodes) {
      runs.push(run);
      return;
    }
    const behindQuote = last < runs.length - 1;
    let text = fitting(before?.text ?? ' ', run.text, behindQuote);
    const stop = behindQuote && locale.punctuationInQuote ? /^[.,]+/.exec(text)?.[0] : undefined;
    if (stop && before) {
      runs.splice(last + 1, 0, { text: stop, look: before.look });
      text = text.slice(stop.length);
    }
    if (text) runs.push({ ...run, text });
  }
}

/** What is left of a text behind another: no second space, no second stop. */
function fitting(before: string, text: string, behindQuote: boolean): string {
  const last = before.at(-1) ?? ' ';
  let rest = text;
  if (/[.!?…]/.test(last) && rest.startsWith('.')) rest = rest.slice(1);
  else if (/[;:]/.test(last) && /^[.,;:]/.test(rest)) rest = rest.slice(1);
  else if (last === ',' && /^[.,]/.test(rest)) rest = rest.slice(1);
  if (!behindQuote && /\s/.test(last)) rest = rest.replace(/^ +/, '');
  return rest;
}

/** What is made typographic in the words of a work; its numbers and spaces are as its source has them. */
const WANTED = { quotes: true, dashes: true, ellipses: true, spaces: false, signs: false, fractions: false };

/** Words of a work with typographic quotation marks; inside others they are the inner ones. */
function quoted(text: string, lang: string, depth: number): string {
  if (!/["'“”«»„.-]/.test(text)) return text;
  const inside = depth % 2 === 1;
  return educate(inside ? text.replace(/[“”„«»]/g, '"') : text, lang, WANTED, inside).join('');
}

/** A look inside another: italics inside italics stand upright. */
function lookOf(look: Look, format: Format | undefined): Look {
  if (!format) return look;
  const flip = (now: boolean | undefined, wanted: boolean | undefined): boolean | undefined =>
    wanted === undefined ? now : wanted && !now;
  return {
    url: look.url,
    italic: flip(look.italic, format.italic),
    bold: flip(look.bold, format.bold),
    smallCaps: format.smallCaps ?? look.smallCaps,
    underline: format.underline ?? look.underline,
    raised: format.raised ?? look.raised,
  };
}

const span = (children: PhrasingContent[], hName: string, className: string[] = []): PhrasingContent => ({
  type: 'emphasis',
  data: { hName, ...(className.length ? { hProperties: { className } } : {}) },
  children,
});

/** From the outermost to the innermost: what a look is made of. */
const LAYERS: readonly [keyof Look, (children: PhrasingContent[], value: string) => PhrasingContent][] = [
  ['url', linkTo],
  ['italic', (children) => ({ type: 'emphasis', children })],
  ['bold', (children) => ({ type: 'strong', children })],
  ['smallCaps', (children) => span(children, 'span', ['small-caps'])],
  ['underline', (children) => span(children, 'u')],
  ['raised', (children, value) => span(children, value)],
];

function linkTo(children: PhrasingContent[], url: string): PhrasingContent {
  // A link inside the book leads to an entry of the bibliography.
  const data = url.startsWith('#') ? { data: { work: true, hProperties: { className: ['biblioref'] } } } : {};
  return { type: 'link', url, children, ...data };
}

/** Neighbours that look the same in a layer are one node of it. */
function nest(runs: readonly Run[], depth = 0): PhrasingContent[] {
  const layer = LAYERS[depth];
  if (!layer)
    return runs.flatMap(({ nodes, text }): PhrasingContent[] =>
      nodes ? [...nodes] : [{ type: 'text', value: text }],
    );
  const [key, make] = layer;
  const nodes: PhrasingContent[] = [];
  for (let from = 0; from < runs.length; ) {
    const value = runs[from]?.look[key];
    let to = from + 1;
    while (to < runs.length && runs[to]?.look[key] === value) to++;
    const children = nest(runs.slice(from, to), depth + 1);
    nodes.push(...(value ? [make(children, String(value))] : children));
    from = to;
  }
  return merged(nodes);
}

function merged(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const whole: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = whole.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      whole.splice(-1, 1, { ...last, value: last.value + node.value });
    else whole.push(node);
  }
  return whole;
}
