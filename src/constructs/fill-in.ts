import type { Emphasis, Paragraph, PhrasingContent, Root, RootContent, Strong, Text } from 'mdast';
import { hasBackslash, replaceWithin } from '../markdown/within.js';
import type { Construct } from '../model/construct.js';
import type { Words } from '../model/words.js';
import { visit } from '../tree/visit.js';

/** What parts the figures of a date, a time or a telephone number, which are filled in one by one: `__/__/____`. */
const PARTS = String.raw`\s?[/.:)–-]\s?`;
/**
 * A run of underscores that no word touches; fewer are a typist's dash, or mean nothing in Markdown, but beside others, and behind what
 * says that something follows: `Name: ____`, `3 + 4 = ___`.
 */
const UNDERSCORES = new RegExp(
  String.raw`(?<![\p{L}\p{N}_])(?:_{6,120}|(?<=(?:[:=]|^)[ \u00a0])_{3,5}|_{2,5}(?=${PARTS}__)|(?<=__${PARTS})_{2,5})(?![\p{L}\p{N}_])(?=([.,;:!?…)\]”’])?)`,
  'gu',
);
/** All of a line, which Markdown takes for a break between scenes: in a list there are none. */
const LINE = /^_{3,120}$/;
/** About what an underscore is wide on a handout, in millimetres; and what a pen needs for two figures. */
const WIDTH = 2.2;
const LEAST = 8;

/**
 * `Date: ________`: a gap to fill in, as wide as the underscores, on one line that a pen can use; an item of a list may be
 * nothing else. In a date, `__/__/____`, two underscores are enough, and behind a colon, an equals sign or words that stand out three.
 */
export const fillIn: Construct = {
  name: 'fill-in',
  phase: 'words',
  sample: 'Date: ____________ and again on: __/__/____\n\n1. ____________\n',
  css: 'fill-in',
  mark: /__/,
  remark(tree, file, _say, { words }) {
    const source = String(file.value);
    readPlainly(tree);
    replaceWithin(
      tree,
      file,
      UNDERSCORES,
      ([run, stop]) => gap(run, words, Boolean(stop), LEAST),
      new Set(),
      isKept,
    );
    visit(tree, 'thematicBreak', ({ position, data }, index, parent) => {
      if (!position || index === undefined || parent?.type !== 'listItem' || data?.attributes) return;
      const run = source.slice(position.start.offset, position.end.offset).trimEnd();
      if (!LINE.test(run)) return;
      const line: Paragraph = { type: 'paragraph', children: [{ ...gap(run, words), position }], position };
      parent.children.splice(index, 1, line);
    });
  },
};

/** A gap with a backslash before each of its signs is one of a word processor, as converters write it; before the first alone it keeps them. */
function isKept(run: string, at: number, source: string): boolean {
  const converted = run.length >= 6 && source.startsWith('\\_'.repeat(run.length), at - 1);
  return !converted && hasBackslash(run, at, source);
}

/**
 * @param stopped whether a stop or a comma stands behind it, which it leaves room on its line
 * @param least how wide it is at least, in millimetres
 */
function gap(run: string, words: Words, stopped = false, least = 0): Emphasis {
  return {
    type: 'emphasis',
    data: {
      hName: 'span',
      hProperties: {
        className: stopped ? ['fill-in', 'stopped'] : ['fill-in'],
        // A sentence would be read aloud as if there were nothing left out of it.
        role: 'img',
        ariaLabel: words.gap,
        dataField: 'gap',
        dataWidth: `${Math.max(least, Math.round(run.length * WIDTH * 10) / 10)}mm`,
      },
    },
    children: [],
  };
}

/** Two runs of underscores with what parts figures between them: to Markdown, bold or slanted signs. */
const RUNS = new RegExp(`^__+${PARTS}__+$`);

/** Takes runs for what they are, or their underscores would be gone: `__/__`, and in parentheses, `(___) ___`. */
function readPlainly(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if ((node.type !== 'emphasis' && node.type !== 'strong') || !parent || index === undefined)
      return undefined;
    const before = parent.children[index - 1];
    const typed = typedIn(node);
    const isInParentheses = before?.type === 'text' && /\(_*$/.test(before.value) && /^_+\)/.test(typed);
    if (!isInParentheses && !RUNS.test(typed)) return undefined;
    const mark: Text = { type: 'text', value: markOf(node) };
    const siblings = [...parent.children] as RootContent[];
    siblings.splice(index, 1, { ...mark }, ...node.children, { ...mark });
    parent.children = joined(siblings) as typeof parent.children;
    return Math.max(0, index - 1);
  });
}

/** Texts that stand beside one another are one. */
function joined(nodes: readonly RootContent[]): RootContent[] {
  const whole: RootContent[] = [];
  for (const node of nodes) {
    const last = whole.at(-1);
    if (node.type !== 'text' || last?.type !== 'text') whole.push(node);
    else {
      const [start, end] = [(last.position ?? node.position)?.start, (node.position ?? last.position)?.end];
      const position = start && end && { position: { start, end } };
      whole.splice(-1, 1, { ...last, value: last.value + node.value, ...position });
    }
  }
  return whole;
}

/** Words with the underscores that make them slanted or bold. */
function typedIn(node: PhrasingContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'emphasis' && node.type !== 'strong') return ' ';
  const mark = markOf(node);
  return mark + node.children.map(typedIn).join('') + mark;
}

const markOf = ({ type }: Emphasis | Strong): string => (type === 'strong' ? '__' : '_');
