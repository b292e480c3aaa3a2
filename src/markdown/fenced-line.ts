import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import type { Code, Construct, Effects, State } from 'micromark-util-types';

/** What a line begins with, if it is a fence: colons, backticks or tildes. */
export interface Line {
  mark?: number;
  size?: number;
  /** Nothing stands behind it. */
  bare?: boolean;
  /** How far in it stands, behind marks of lists and quotations as well. */
  indent?: number;
  /** It stands behind such a mark. */
  within?: boolean;
}

/** Indented further than this, a line is code. */
const DEEPEST_INDENT = 3;
const COLON = 58;
const BACKTICK = 96;
/** What fences and such marks begin with. */
const BEGINS: ReadonlySet<Code> = new Set([...':`~>-*+0123456789'].map((sign) => sign.charCodeAt(0)));
/** Of quotations and lists; behind these of lists a space stands. */
const MARKS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/;
/** A name, attributes or both, as of a block that begins. */
const NAMED = /^[ \t]*(?:\{|[\p{L}][\p{L}\p{N}_-]*[ \t]*(?:[[{]|:*[ \t]*$))/u;

/** Looks at the line that begins, and writes down what it is. */
export function lineAhead(line: Line): Construct {
  return { tokenize, partial: true };

  function tokenize(effects: Effects, ok: State, nok: State): State {
    let text = '';
    return start;

    function start(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) return nok(code);
      effects.enter('data');
      return first(code);
    }

    function first(code: Code): State | undefined {
      if (markdownSpace(code)) {
        text += ' ';
        effects.consume(code);
        return first;
      }
      // Most lines begin with words, and are read no further.
      return BEGINS.has(code) ? rest(code) : nok(code);
    }

    function rest(code: Code): State | undefined {
      if (code !== null && !markdownLineEnding(code)) {
        text += markdownSpace(code) ? ' ' : String.fromCharCode(code);
        effects.consume(code);
        return rest;
      }
      effects.exit('data');
      const found = fenceOf(text);
      if (!found) return nok(code);
      Object.assign(line, found);
      return ok(code);
    }
  }
}

/** The fence that a line is, if it is one. */
function fenceOf(text: string): Line | undefined {
  const before = MARKS.exec(text)?.[0] ?? '';
  const fence = /^(?::{3,}|`{3,}|~{3,})/.exec(text.slice(before.length))?.[0];
  if (!fence) return undefined;
  const behind = text.slice(before.length + fence.length);
  const mark = fence.charCodeAt(0);
  const bare = !behind.trim();
  // Words behind colons are words, and code between backticks is no fence.
  if (mark === COLON && !bare && !NAMED.test(behind)) return undefined;
  if (mark === BACKTICK && behind.includes('`')) return undefined;
  return { mark, size: fence.length, bare, indent: before.length, within: /\S/.test(before) };
}

/** Keeps count of the fences inside a div, so that the line is found which closes the div itself. */
export function fenceIn(): { closes(line: Line, size: number): boolean } {
  const open: { readonly size: number; readonly indent: number }[] = [];
  let code: Line | undefined;
  return {
    closes(line, own) {
      const { mark, size = 0, bare = false, indent = 0, within = false } = line;
      if (mark === undefined) return false;
      if (code) {
        // Code ends with a fence of its own kind, and all in it is code.
        const ends = mark === code.mark && bare && size >= (code.size ?? 0);
        if (ends && indent <= (code.indent ?? 0) + DEEPEST_INDENT) code = undefined;
        return false;
      }
      const inner = open.at(-1);
      if (!within && indent > (inner && bare ? inner.indent : 0) + DEEPEST_INDENT) return false;
      if (mark !== COLON) {
        code = line;
        return false;
      }
      if (!bare) {
        open.push({ size, indent });
        return false;
      }
      // As many as the one inside close it; more close what is around it, as directives do.
      if (inner === undefined || (size > inner.size && size >= own)) return size >= own;
      if (size >= inner.size) open.pop();
      return false;
    },
  };
}
