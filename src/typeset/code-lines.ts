import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { hasClass } from '../tree/classes.js';
import { SKIP, visit } from '../tree/visit.js';
import { mayBreak, partText, unbroken } from './part-text.js';

/** A line that may not fit a small page, or a large one in large print, in characters; and one that goes over more than ten lines. */
const LONG = 36;
const ENDLESS = 560;
/** Lines that are indented deeper have no room to hang in, in characters. */
const DEEPEST = 24;
/** Lines of a block that stay together, and the most characters that they may be in all; of a listing, whose page text may fill, more. */
const BRIEF = { lines: 5, characters: 400 };
const BRIEF_LISTING = { lines: 8, characters: 600 };
/** Where a name or an address in code may break: behind what parts its words. */
const JOINT = /(?<=[\p{L}\p{N})\]])(?:::|->|[./_,?&=(]|\)\.)(?=[\p{L}\p{N}"'&*([])/gu;
/** A flag of a command, a sign of hyphens, or a brief name with hyphens in it; not what is too long for a line. */
const HYPHENED = /(?<![^\s[(])-{1,3}(?:\p{L}[\w-]{0,24})?(?![\w-])|(?<!\S)(?=[^\s-]+-)\S{3,11}(?!\S)/gu;
/** An option of a command, with what it is set to if that is brief: it goes to the next line as a whole. */
const OPTION = /(?<!\S)-{1,2}\p{L}(?:\S{0,30}(?!\S)|[\w-]{0,24}(?![\w-]))/gu;
/** Shorter names are not broken, in characters. */
const SHORT = 12;

/**
 * The lines of code, whatever marks run through them: a word that goes over several (a comment) is opened again on each.
 */
export function linesOfCode(children: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  const add = (nodes: readonly ElementContent[], wrap: (inner: ElementContent) => ElementContent): void => {
    for (const node of nodes) {
      if (node.type === 'element' && node.children.length)
        add(node.children, (inner) =>
          wrap({ ...node, properties: { ...node.properties }, children: [inner] }),
        );
      else if (node.type === 'element') lines.at(-1)?.push(wrap(node));
      else if (node.type === 'text')
        for (const [i, value] of node.value.split('\n').entries()) {
          if (i) lines.push([]);
          if (value) lines.at(-1)?.push(wrap({ type: 'text', value }));
        }
    }
  };
  add(children, (inner) => inner);
  if (!lines.at(-1)?.length) lines.pop();
  return lines;
}

/**
 * Prepares code for paper, where nobody can scroll: a line of a block that may be too long is set so that what is turned
 * over hangs in, a brief block or listing is not torn (a browser would leave a single line behind), and a long name in a sentence may
 * break behind its joints.
 */
export function breakCode(tree: Root): void {
  visit(tree, 'element', (node, _, parent) => {
    if (hasClass(node, 'listing')) {
      const code = node.children.find((child) => child.type === 'element' && child.tagName === 'pre');
      if (code && isBrief(textOf(code as Element), BRIEF_LISTING)) node.properties.dataWhole = '';
    }
    if (node.tagName !== 'code') return undefined;
    if (parent?.type === 'element' && parent.tagName === 'pre') {
      hangLines(node);
      hold(node, OPTION);
      if (isBrief(textOf(node), BRIEF)) parent.properties.dataWhole = '';
    } else {
      hold(node, HYPHENED);
      if (textOf(node).length >= SHORT) openJoints(node);
    }
    return SKIP;
  });
}

function hangLines(code: Element): void {
  if (hasClass(code, 'numbered')) {
    for (const [i, line] of code.children.entries()) {
      if (line.type !== 'element' || !isLong(textOf(line))) continue;
      const end = code.children.findIndex((one, at) => at > i && one.type === 'text' && one.value === '\n');
      // What stands behind it on its line (the mark of an explanation) would be pushed to the next one.
      if (end > i) line.children.push(...code.children.splice(i + 1, end - i - 1));
      hang(line, ['code-line']);
    }
    return;
  }
  if (!textOf(code).split('\n').some(isLong)) return;
  const end: ElementContent = { type: 'text', value: '\n' };
  code.children = linesOfCode(code.children).flatMap((children): ElementContent[] => {
    const line: Element = { type: 'element', tagName: 'span', properties: {}, children };
    if (!isLong(textOf(line))) return [...children, end];
    hang(line, []);
    return [line, end];
  });
}

/** What is turned over hangs in from where its line begins. */
function hang(line: Element, classes: readonly string[]): void {
  const indent = /^ */.exec(textOf(line))?.[0].length ?? 0;
  line.properties = {
    className: [...classes, 'long-line'],
    style: `--indent:${Math.min(indent, DEEPEST)}ch`,
  };
}

function isLong({ length }: string): boolean {
  return length > LONG && length <= ENDLESS;
}

function isBrief(text: string, most: typeof BRIEF): boolean {
  return text.length <= most.characters && text.trimEnd().split('\n').length <= most.lines;
}

/** A flag is one word, and so is a brief name: neither `--stats` nor `x-ray` is parted behind its hyphens. */
function hold(element: Element, pattern: RegExp): void {
  element.children = element.children.flatMap((child): ElementContent[] => {
    if (child.type === 'element') hold(child, pattern);
    return child.type === 'text'
      ? partText(child, pattern, (value) => [unbroken({ ...child, value })])
      : [child];
  });
}

function openJoints(code: Element): void {
  code.children = code.children.flatMap((child): ElementContent[] =>
    child.type === 'text'
      ? partText(child, JOINT, (joint) => [{ ...child, value: joint }, mayBreak()])
      : [child],
  );
}
