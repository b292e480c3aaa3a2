import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import type { Code, Construct, Effects, State } from 'micromark-util-types';

/** What a line begins with, if it is a fence: colons, backticks or tildes. */
export interface Line {
  mark?: number;
  size?: number;
  /** Nothing stands behind it. */
  bare?: boolean;
}

/** Indented further than this, a line is code. */
const DEEPEST_INDENT = 3;
const COLON = 58;
/** Colon, backtick and tilde. */
const MARKS: ReadonlySet<Code> = new Set([COLON, 96, 126]);

/** Looks at the line that begins, and writes down what it is. */
export function lineAhead(line: Line): Construct {
  return { tokenize, partial: true };

  function tokenize(effects: Effects, ok: State, nok: State): State {
    let indent = 0;
    let size = 0;
    let mark: Code = null;
    return start;

    function start(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) return nok(code);
      effects.enter('data');
      return prefix(code);
    }

    function prefix(code: Code): State | undefined {
      if (markdownSpace(code) && indent++ < DEEPEST_INDENT) {
        effects.consume(code);
        return prefix;
      }
      if (!MARKS.has(code)) return nok(code);
      mark = code;
      return marks(code);
    }

    function marks(code: Code): State | undefined {
      if (code !== null && code === mark) {
        size++;
        effects.consume(code);
        return marks;
      }
      return size < 3 ? nok(code) : behind(code);
    }

    function behind(code: Code): State | undefined {
      if (markdownSpace(code)) {
        effects.consume(code);
        return behind;
      }
      Object.assign(line, { mark, size, bare: code === null || markdownLineEnding(code) });
      effects.exit('data');
      return ok(code);
    }
  }
}

/** Keeps count of the fences inside a div, so that the line is found which closes the div itself. */
export function fenceIn(): { closes(line: Line, size: number): boolean } {
  const open: number[] = [];
  let code: Line | undefined;
  return {
    closes(line, own) {
      const { mark, size = 0, bare = false } = line;
      if (mark === undefined) return false;
      if (code) {
        // Code ends with a fence of its own kind, and all in it is code.
        if (mark === code.mark && bare && size >= (code.size ?? 0)) code = undefined;
        return false;
      }
      if (mark !== COLON) {
        code = line;
        return false;
      }
      if (!bare) {
        open.push(size);
        return false;
      }
      // As many as the one inside close it; more close what is around it, as directives do.
      const inner = open.at(-1);
      if (inner === undefined || (size > inner && size >= own)) return size >= own;
      if (size >= inner) open.pop();
      return false;
    },
  };
}
