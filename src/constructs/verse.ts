import type { Emphasis, ListItem, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { settleAttribution } from '../markdown/attribution.js';
import { linesOf } from '../markdown/lines.js';
import type { Construct } from '../model/construct.js';
import { visit } from '../tree/visit.js';

/** `| ` before each line, as in Pandoc; what is indented behind it stays so. */
const BAR = /^\|(?: |$)/;
/** A line that ends with a bar as well is a row of what should have become a table. */
const ROW = /\|[ \t]*$/;

/**
 * Verse: `:::verse`, whose lines are kept as they are written, or lines that begin with `| `. In the first, `1. ` before a
 * stanza gives it a number.
 */
export const verse: Construct = {
  name: 'verse',
  sample: ':::verse\nThe lamp is lit,\n*the road is long.*\n:::\n',
  directives: [':::verse'],
  css: 'verse',
  mark: /:::|\|/,
  remark(tree: Root, file) {
    const source = String(file.value);
    visit(tree, 'containerDirective', (node: ContainerDirective) => {
      if (node.name !== 'verse') return;
      settleAttribution(node);
      const stanzas = stanzasIn(node, source);
      // What stands in a list or a quotation is indented by that.
      const least = Math.min(...stanzas.flatMap(({ indents }) => indents));
      for (const { node: paragraph, lines, indents } of stanzas) {
        setLines(
          paragraph,
          lines.map((line, i) => indented(line, (indents[i] ?? least) - least)),
        );
        paragraph.data = { ...paragraph.data, hProperties: { className: ['stanza'] } };
      }
      node.data = { ...node.data, hName: 'div', hProperties: { className: ['verse'] } };
    });
    visit(tree, 'paragraph', (node: Paragraph, index, parent) => {
      if (!parent || index === undefined) return undefined;
      if (!BAR.test(firstText(node.children[0])?.value ?? '') || isEscaped(node, source)) return undefined;
      const lines = linesOf(node, source);
      const starts = lines.map(([start]) => firstText(start));
      if (!starts.every((start) => start && BAR.test(start.value))) return undefined;
      if (lines.some((line) => ROW.test(lastText(line.at(-1))))) return undefined;
      for (const start of starts) if (start) start.value = start.value.replace(BAR, '');
      const stanzas = partsAt(lines, (line) => line.every(isBlank)).map((some): Paragraph => {
        const stanza = { ...node, children: [] };
        setLines(stanza, some.map(fromSpaces));
        stanza.data = { ...node.data, hProperties: { className: ['verse', 'stanza'] } };
        return stanza;
      });
      parent.children.splice(index, 1, ...stanzas);
      return index + stanzas.length;
    });
  },
};

/** The text that a line begins with, in whatever marks it stands. */
function firstText(node: PhrasingContent | undefined): Text | undefined {
  if (node?.type === 'text') return node;
  return node && 'children' in node ? firstText(node.children[0]) : undefined;
}

/** A line that begins with marked text has an empty one before that, and is no gap between stanzas. */
function isBlank(node: PhrasingContent): boolean {
  if (node.type === 'text') return !node.value.trim();
  // A mark for the index holds nothing, and is something.
  return 'children' in node && node.children.length > 0 && node.children.every(isBlank);
}

function lastText(node: PhrasingContent | undefined): string {
  return node?.type === 'text' && node.value.length > 1 ? node.value : '';
}

function isEscaped({ position }: Paragraph, source: string): boolean {
  return position?.start.offset !== undefined && source[position.start.offset] === '\\';
}

interface Stanza {
  node: Paragraph;
  lines: PhrasingContent[][];
  indents: number[];
}

/** The stanzas of a poem; `1. ` before a stanza makes a list of it, whose lines are kept as all others are. */
function stanzasIn(parent: ContainerDirective | ListItem, source: string): Stanza[] {
  return parent.children.flatMap((child: RootContent, i) => {
    if (child.type === 'list') {
      // A list that is tight would lose its paragraphs.
      child.spread = true;
      return child.children.flatMap((item) => {
        item.spread = true;
        return stanzasIn(item, source).map((stanza, n) => behindMark(stanza, columnOf(item), n > 0));
      });
    }
    const one = stanzaOf(child, source);
    if (one) parent.children[i] = one.node;
    return one ?? [];
  });
}

/** What stands behind the mark of a list is indented by that, unless the lines below it begin where the mark does. */
function behindMark({ node, lines, indents }: Stanza, mark: number, later: boolean): Stanza {
  const text = columnOf(node);
  const below = later ? indents : indents.slice(1);
  const from = below.some((indent) => indent < text) ? mark : text;
  return {
    node,
    lines,
    indents: [...(later ? [] : indents.slice(0, 1).fill(from)), ...below].map((at) => mark + at - from),
  };
}

function columnOf({ position }: ListItem | Paragraph): number {
  return (position?.start.column ?? 1) - 1;
}

/** A stanza with its lines as they are written, each with how many columns its source is indented by. */
function stanzaOf(node: RootContent, source: string): Stanza | undefined {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return undefined;
  const written = source.slice(source.lastIndexOf('\n', start.offset - 1) + 1, end.offset).split('\n');
  const indents = written.map((line) => /^[ \t>]*/.exec(line)?.[0].replace(/\t/g, '    ').length ?? 0);
  if (node.type === 'paragraph' && !node.data?.attribution) {
    const lines = linesOf(node, source);
    // Code or a formula that goes over lines is one line more than can be told apart.
    return { node, lines, indents: lines.length === indents.length ? indents : [] };
  }
  // A stanza that is indented by four spaces looks like code.
  if (node.type !== 'code' || /^(?:`{3}|~{3})/.test(source.slice(start.offset).trimStart())) return undefined;
  const lines = node.value.split('\n').map((value): Text[] => [{ type: 'text', value: value.trim() }]);
  const paragraph: Paragraph = { type: 'paragraph', children: [], position: { start, end } };
  return { node: paragraph, lines, indents };
}

/** Parts a list at what parts it. */
function partsAt<Item>(items: readonly Item[], parts: (item: Item) => boolean): Item[][] {
  const found: Item[][] = [[]];
  for (const item of items) {
    if (!parts(item)) found.at(-1)?.push(item);
    else if (found.at(-1)?.length) found.push([]);
  }
  return found.filter(({ length }) => length);
}

/** Each line is an element, so that one that is too long can be turned over, and a break where styles are not read. */
function setLines(node: Paragraph, lines: readonly PhrasingContent[][]): void {
  node.children = lines.flatMap((children, i): PhrasingContent[] => {
    const line: Emphasis = {
      type: 'emphasis',
      data: { hName: 'span', hProperties: { className: ['verse-line'] } },
      children,
    };
    return i ? [{ type: 'break' }, line] : [line];
  });
}

/** Spaces at the beginning of a line are part of the poem; ordinary ones would fall together. */
function fromSpaces(line: PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = line;
  if (first?.type !== 'text') return line;
  const value = first.value.trimStart();
  return indented([{ ...first, value }, ...rest], first.value.length - value.length);
}

/** Two columns are one em. */
function indented(line: PhrasingContent[], columns: number): PhrasingContent[] {
  if (columns < 1) return line;
  return [{ type: 'text', value: '\u2003'.repeat(Math.ceil(columns / 2)) }, ...line];
}
