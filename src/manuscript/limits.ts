import type { Nodes as HtmlNodes } from 'hast';
import type { Nodes } from 'mdast';
import type { VFile } from 'vfile';
import type { Say } from '../model/notice.js';
import { writtenLength } from './embedded.js';
import { openEmphasisDepth } from './emphasis.js';
import { openFences } from './fences.js';
import { definitionsAreReasonable, nestingIsReasonable, paragraphIsReasonable } from './notices-limits.js';

/** Levels of nesting that a page can still show. */
export const DEEPEST = 60;
/** The longest heading, in characters: the longest titles of old books have half of it. */
export const LONGEST_TITLE = 1000;
/** The longest stretch without a blank line that is parsed, in characters: a third of a novel. */
const LONGEST = 1_000_000;

/** Notes, addresses and abbreviations that one file may define; a parser looks through all of them for each. */
const MOST_DEFINITIONS = 10_000;
const DEFINITION = /^[ \t>]{0,200}\*?\[[^\]\n]{1,1000}\]:/;

/** Looks at the text before it is parsed, because parsing it is what would take the time. */
export function isReasonable(file: VFile, say: Say): boolean {
  const text = String(file.value);
  let start = 0;
  /** Where what runs on without a blank line begins, and how far it has run. */
  let run = { line: 1, characters: 0 };
  let tooLong: typeof run | undefined;
  let definitions = 0;
  const emphasis = openEmphasisDepth(DEEPEST);
  const fences = text.includes(':::') ? openFences() : undefined;
  for (let line = 1; start <= text.length; line++) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const written = text.slice(start, end);
    if (BLANK.test(text.slice(start, Math.min(end, start + WIDEST)))) {
      if (tooLong) break;
      run = { line: line + 1, characters: 0 };
      emphasis.reset();
    } else run.characters += 1 + (end - start > WIDEST ? writtenLength(written) : end - start);
    if (run.characters > LONGEST) tooLong = run;
    if (tooLong) {
      start = end + 1;
      continue;
    }
    const tooMany = fences && fences.read(written) > DEEPEST ? 1 : 0;
    const column = tooDeepAt(text, start, end) || emphasis.read(written) || tooMany;
    if (column) {
      say(nestingIsReasonable, { depth: DEEPEST }, { file, node: { line, column } });
      return false;
    }
    if (
      DEFINITION.test(text.slice(start, Math.min(end, start + WIDEST))) &&
      ++definitions > MOST_DEFINITIONS
    ) {
      say(definitionsAreReasonable, { most: MOST_DEFINITIONS }, { file, node: { line, column: 1 } });
      return false;
    }
    start = end + 1;
  }
  if (tooLong) {
    say(
      paragraphIsReasonable,
      { characters: tooLong.characters },
      { file, node: { line: tooLong.line, column: 1 } },
    );
    return false;
  }
  return true;
}

/** A line of nothing but white space; one that is longer than this many characters is none. */
const BLANK = /^[ \t\r]*$/;
const WIDEST = 1000;

/** A quote or list item that opens at a place: `>`, `-`, `1.`. */
const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
/** A list item so far to the right that it can only stand in sixty others. */
const INDENTED = /[ \t]{240,}(?:[-+*]|\d{1,9}[.)])[ \t]/y;

/** The column at which quotes, lists, brackets or emphasis have opened too often on one line; 0 if they have not. */
function tooDeepAt(text: string, start: number, end: number): number {
  // A rule of dashes is no list.
  if (end - start < 200 && /^[-*_ \t]*$/.test(text.slice(start, end))) return 0;
  let at = start;
  CONTAINER.lastIndex = start;
  for (let containers = 0; CONTAINER.test(text) && CONTAINER.lastIndex <= end; at = CONTAINER.lastIndex) {
    if (++containers > DEEPEST) return at - start + 1;
  }
  INDENTED.lastIndex = start;
  if (INDENTED.test(text)) return 1;
  let open = 0;
  for (; at < end; at++) {
    if (text[at] === '[') open++;
    else if (text[at] === ']') open = Math.max(0, open - 1);
    if (open > DEEPEST) return at - start + 1;
  }
  return 0;
}

/** The same for a tree: whatever made it so deep, nothing after this needs to fear for its stack. */
export function nestsReasonably(tree: Nodes | HtmlNodes, file: VFile, say: Say): boolean {
  const stack: { node: Nodes | HtmlNodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    // A list item is two levels of the tree for one of the page.
    if (entry.depth > DEEPEST * 2) {
      say(nestingIsReasonable, { depth: DEEPEST }, { file, node: entry.node });
      return false;
    }
    if ('children' in entry.node)
      for (const child of entry.node.children) stack.push({ node: child, depth: entry.depth + 1 });
  }
  return true;
}
