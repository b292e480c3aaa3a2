import type { Nodes, Root } from 'mdast';
import type { Point, Position } from 'unist';
import { brokenFences } from '../markdown/broken-fences.js';
import { findInProse } from '../markdown/find.js';
import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** Asterisks that stand before a word as those of words in bold do. */
const BOLD = /(?<![\\*\p{L}\p{N}])\*\*(?=[\p{L}\p{N}“‘"'(])/gu;

/** A line that was to open a block, in a paragraph that does not end with what closes one. */
const UNREAD = /^:{3,}[ \t]*\{?\.?[a-z](?![\s\S]*\n[ \t>]*:{3,}[ \t]*$)/;

interface Fault {
  opened: string;
  closing: string;
  stray: boolean;
  /** What was to close it, and has fewer colons. */
  short?: string | undefined;
}

/** What is opened is closed, and what closes was opened: Markdown itself swallows the rest of a chapter without a word. */
export const markupCloses: Rule<Fault> = {
  id: 'markup-closes',
  severity: 'warning',
  says: ({ opened, stray }) =>
    stray
      ? `“${opened}” closes nothing here, so it is printed as it stands`
      : `“${opened}” is opened here and never closed`,
  remedy: ({ closing, stray, short }) =>
    short
      ? `“${short}” further down has fewer colons than it takes: write “${closing}” there.`
      : stray
        ? 'Take it out, or open the block that it should close.'
        : closing === '$$'
          ? 'Close it with “$$” where it ends, with no blank line in between; if no formula is meant, put a backslash before each dollar.'
          : closing === '**'
            ? 'Close it with “**” right behind its last letter, in the same paragraph; if asterisks are meant, put a backslash before each.'
            : `Close it with “${closing}” where it ends.`,
  why: 'Whatever follows an opening mark belongs to it until it is closed: a forgotten one turns the rest of a chapter into code, into a box, or into nothing at all.',
  examples: {
    good: '# One\n\n```\ncode\n```\n\n:::note\nText.\n:::\n\nA <b>bold</b> word.\n',
    bad: '# One\n\n```\ncode\n\nAnd the rest of the chapter.\n',
  },
  check(book, complain) {
    const told = new Set<string>();
    for (const { match, at } of findInProse(book.chapters, BOLD)) {
      // What stands behind the first on a line may be what was to close it.
      const line = `${at.file.path}:${(at.node as Position).start.line}`;
      if (!told.has(line)) complain({ opened: match[0], closing: match[0], stray: false }, at);
      told.add(line);
    }
    for (const { tree, file } of book.chapters) {
      const source = String(file.value);
      // The second of two is the end of what the first one opened, with a blank line between.
      for (const [i, node] of openDollars(tree, source).entries())
        if (i % 2 === 0) complain({ opened: '$$', closing: '$$', stray: false }, { file, node });
      // What should have closed the code that a broken fence did not open opens another; that is one mistake.
      const broken = brokenFences(tree, source)[0]?.line ?? Number.POSITIVE_INFINITY;
      // What no block was opened by, for its title is written otherwise, is told; that line and its end are one mistake.
      let unread = 0;
      visit(tree, (node) => {
        if (node.type === 'code' && (node.position?.start.line ?? 0) > broken) return;
        const written = source.slice(node.position?.start.offset, node.position?.end.offset);
        if (node.type === 'paragraph' && UNREAD.test(written)) unread++;
        const facts = faultOf(node, written);
        // In a paragraph of its own, what has too few colons would be told besides.
        if (facts?.short) unread++;
        if (facts?.stray && unread > 0) unread--;
        else if (facts && node.position) complain(facts, { file, node: node.position.start });
      });
    }
  },
};

/** Where two dollars begin a line of a paragraph: a formula that was not closed before the next blank line is none. */
function openDollars(tree: Root, source: string): Point[] {
  // Pieces of one text have one place.
  const found = new Map<string, Point>();
  visit(tree, 'text', ({ position }, index, parent) => {
    if (!position || parent?.type !== 'paragraph') return;
    const { start, end } = position;
    for (const [i, line] of source
      .slice(start.offset, end.offset)
      .split(/\r\n|\r|\n/)
      .entries()) {
      const lead = i ? (/^[\s>]*/.exec(line)?.[0].length ?? 0) : 0;
      if ((!i && index) || !/^\$\$(?!\$)/.test(line.slice(lead))) continue;
      const point = { line: start.line + i, column: i ? lead + 1 : start.column };
      found.set(`${point.line}:${point.column}`, point);
    }
  });
  return [...found.values()];
}

function faultOf(node: Nodes, written: string): Fault | undefined {
  if (node.type === 'code' || 'attributes' in node) {
    const opened = /^(`{3,}|~{3,}|:{3,})(\w*)/.exec(written);
    const fence = opened?.[1];
    if (!fence || closes(written, fence)) return undefined;
    return { opened: fence + opened[2], closing: fence, stray: false, short: shortEnd(written, fence) };
  }
  if (node.type === 'html' && /^\s*<!--/.test(written) && !written.includes('-->'))
    return { opened: '<!--', closing: '-->', stray: false };
  if (node.type === 'paragraph' && /^:{3,}\s*$/.test(written))
    return { opened: written.trim(), closing: '', stray: true };
  return undefined;
}

/** Whether the last line is a fence as long as the first, whatever quotes and lists it stands in. */
function closes(written: string, fence: string): boolean {
  const [, ...lines] = written.split(/\r\n|\r|\n/);
  const last = (lines.at(-1) ?? '').replace(/^[\s>]+/, '').trimEnd();
  return last.length >= fence.length && last === fence.charAt(0).repeat(last.length);
}

/** Colons in a block of more colons that close nothing in it: their author thinks that they close the block. */
function shortEnd(written: string, fence: string): string | undefined {
  const [, ...lines] = written.split(/\r\n|\r|\n/);
  let depth = 0;
  let code: string | undefined;
  for (const line of lines) {
    const [, mark = '', behind = ''] = /^[\s>]*(:{3,}|`{3,}|~{3,})[ \t]*(.*)$/.exec(line) ?? [];
    if (code) code = mark.startsWith(code) && !behind ? undefined : code;
    else if (mark && !mark.startsWith(':')) code = mark;
    else if (mark && behind) depth++;
    else if (mark && depth > 0) depth--;
    else if (mark && mark.length < fence.length) return mark;
  }
  return undefined;
}
