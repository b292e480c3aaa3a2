import type { Emphasis, Paragraph, PhrasingContent, Root, Text } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { settleAttribution } from '../markdown/attribution.js';
import { linesOf } from '../markdown/lines.js';
import type { Construct } from '../model/construct.js';
import { visit } from '../tree/visit.js';

/** `| ` before each line, as in Pandoc; what is indented behind it stays so. */
const BAR = /^\|(?: |$)/;
/** A line that ends with a bar as well is a row of what should have become a table. */
const ROW = /\|[ \t]*$/;

/** Verse: `:::verse`, whose lines are kept as they are written, or lines that begin with `| `. */
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
      for (const child of node.children)
        if (child.type === 'paragraph' && !child.data?.attribution) stanza(child);
      node.data = { ...node.data, hName: 'div', hProperties: { className: ['verse'] } };
    });
    visit(tree, 'paragraph', (node: Paragraph) => {
      if (!BAR.test(firstText(node.children[0])?.value ?? '') || isEscaped(node, source)) return;
      const lines = linesOf(node);
      const starts = lines.map(([start]) => firstText(start));
      if (!starts.every((start) => start && BAR.test(start.value))) return;
      if (lines.some((line) => ROW.test(lastText(line.at(-1))))) return;
      for (const start of starts) if (start) start.value = start.value.replace(BAR, '');
      setLines(node, lines);
      node.data = { ...node.data, hProperties: { className: ['verse', 'stanza'] } };
    });
  },
};

/** The text that a line begins with, in whatever marks it stands. */
function firstText(node: PhrasingContent | undefined): Text | undefined {
  if (node?.type === 'text') return node;
  return node && 'children' in node ? firstText(node.children[0]) : undefined;
}

function lastText(node: PhrasingContent | undefined): string {
  return node?.type === 'text' && node.value.length > 1 ? node.value : '';
}

function isEscaped({ position }: Paragraph, source: string): boolean {
  return position?.start.offset !== undefined && source[position.start.offset] === '\\';
}

function stanza(node: Paragraph): void {
  setLines(node, linesOf(node));
  node.data = { ...node.data, hProperties: { className: ['stanza'] } };
}

/** Each line is an element, so that one that is too long can be turned over, and a break where styles are not read. */
function setLines(node: Paragraph, lines: readonly PhrasingContent[][]): void {
  node.children = lines.flatMap((children, i): PhrasingContent[] => {
    const line: Emphasis = {
      type: 'emphasis',
      data: { hName: 'span', hProperties: { className: ['verse-line'] } },
      children: indented(children),
    };
    return i ? [{ type: 'break' }, line] : [line];
  });
}

/** Spaces at the beginning of a line are part of the poem; ordinary ones would fall together. */
function indented([first, ...rest]: readonly PhrasingContent[]): PhrasingContent[] {
  if (first?.type !== 'text') return first ? [first, ...rest] : [];
  const value = first.value.replace(/^ +/, (spaces) => '\u2003'.repeat(Math.ceil(spaces.length / 2)));
  return [{ ...first, value }, ...rest];
}
