import type { Code, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { parseAttributes } from './braces.js';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathFlow: 'mathFlow';
    mathText: 'mathText';
    /** What stands on one line of a formula. */
    mathLine: 'mathLine';
  }
}

const DOLLAR = 36;
const BACKSLASH = 92;
const GRAVE = 96;
const STOP = 46;
const [OPEN, CLOSE] = [123, 125];
const LETTER = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/**
 * Formulas between dollars, by Pandoc's rules, so that a price is no formula: behind the first dollar of `$x$` and before the
 * last stands no space, and behind the last no digit; in a line, that holds for `$$x$$` too. Many write the dollar behind its figure, `7$, or
 * 8$`, and into names, `A$AP`: right behind a letter or a figure begins only what is typed as TeX (`10$^{-3}$`), or stands there without a space
 * (`2$n$`), and with a stop begins none. The first dollar that could close decides, so that the time it takes
 * grows with the text and not with its square. `$$ … $$` is a block of its own if nothing but attributes follows it.
 */
export const dollars: Extension = {
  flow: { [DOLLAR]: { name: 'mathFlow', tokenize: tokenizeFlow, concrete: true } },
  text: { [DOLLAR]: { name: 'mathText', tokenize: tokenizeText, previous } },
};

/**
 * A block. A blank line ends it, as in TeX: what was never closed is then no formula but the paragraph that it looks like,
 * and the rest of the chapter is not touched.
 */
function tokenizeFlow(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const self = this;
  const line = linesOf(effects);
  let blank = false;
  let braces: ReturnType<TokenizeContext['now']> | undefined;
  return (code) => {
    effects.enter('mathFlow');
    return opening(line, nok, (opened, next) => (opened < 2 ? nok(next) : inside(next)))(code);
  };

  function inside(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (isLineEnd(code)) return blank ? nok(code) : lineEnd(code);
    if (!isSpace(code)) blank = false;
    line.take(code);
    if (code === BACKSLASH) return escaped;
    return code === DOLLAR ? second : inside;
  }
  function lineEnd(code: Code): State | undefined {
    blank = true;
    line.end(code);
    return lineStart;
  }
  function lineStart(code: Code): State | undefined {
    return self.parser.lazy[self.now().line] ? nok(code) : inside(code);
  }
  function escaped(code: Code): State | undefined {
    if (code === null || isLineEnd(code)) return inside(code);
    line.take(code);
    return inside;
  }
  function second(code: Code): State | undefined {
    if (code !== DOLLAR) return inside(code);
    line.take(code);
    return closed;
  }
  function closed(code: Code): State | undefined {
    if (code === null || isLineEnd(code)) {
      line.close();
      effects.exit('mathFlow');
      return ok(code);
    }
    if (code === OPEN && !braces) {
      braces = self.now();
      line.take(code);
      return attributes;
    }
    if (!isSpace(code)) return nok(code);
    line.take(code);
    return closed;
  }
  function attributes(code: Code): State | undefined {
    if (code === null || isLineEnd(code) || code === OPEN) return nok(code);
    line.take(code);
    return code === CLOSE ? known : attributes;
  }
  function known(code: Code): State | undefined {
    const written = braces && self.sliceSerialize({ start: braces, end: self.now() });
    return written && parseAttributes(written) ? closed(code) : nok(code);
  }
}

/** In a line of text: `$x$`, and `$$x$$` for a formula that is displayed. */
function tokenizeText(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const line = linesOf(effects);
  let opened = 0;
  let before: Code = null;
  let spaced = false;
  const behindWhat = wordSign(this.previous);
  let whole = false;
  return (code) => {
    effects.enter('mathText');
    return opening(line, nok, (count, next) => {
      opened = count;
      if (isSpace(next)) return nok(next);
      if (count > 1) return inside(next);
      if (next === STOP) return decimal(next);
      if (isSign(next, ',;)')) return nok(next);
      if (!behindWhat || isSign(next, '^_{\\')) return inside(next);
      whole = true;
      return behindWhat === 'figure' && wordSign(next) === 'letter' ? inside(next) : nok(next);
    })(code);
  };

  /** A stop begins a number, `$.5$`, or ends a sentence about dollars. */
  function decimal(code: Code): State | undefined {
    before = code;
    line.take(code);
    return (next) => (isDigit(next) && !behindWhat ? inside(next) : nok(next));
  }

  function inside(code: Code): State | undefined {
    // Code is stronger than a formula, or prices on both sides of it would swallow it.
    if (code === null || code === GRAVE) return nok(code);
    if (whole && isSpace(code)) return nok(code);
    spaced = isSpace(before);
    if (code === DOLLAR && opened === 1 && spaced) return nok(code);
    before = code;
    if (isLineEnd(code)) {
      line.end(code);
      return inside;
    }
    line.take(code);
    if (code === BACKSLASH) return escaped;
    if (code !== DOLLAR) return inside;
    return opened === 1 ? behind : second;
  }
  function escaped(code: Code): State | undefined {
    if (code === null || isLineEnd(code)) return inside(code);
    before = code;
    line.take(code);
    return inside;
  }
  function second(code: Code): State | undefined {
    if (code !== DOLLAR) return inside(code);
    if (spaced) return nok(code);
    line.take(code);
    return behind;
  }
  function behind(code: Code): State | undefined {
    if (code === DOLLAR || (opened === 1 && isDigit(code))) return nok(code);
    line.close();
    effects.exit('mathText');
    return ok(code);
  }
}

/** Takes one dollar or two, and says how many to what comes behind; with a third it is no formula. */
function opening(line: Lines, nok: State, behind: (opened: number, code: Code) => State | undefined): State {
  let opened = 0;
  return function next(code) {
    if (code !== DOLLAR) return behind(opened, code);
    if (opened === 2) return nok(code);
    opened++;
    line.take(code);
    return next;
  };
}

interface Lines {
  take(code: Code): void;
  close(): void;
  end(code: Code): void;
}

/** Line by line, as micromark wants it: no token reaches over the end of a line. */
function linesOf(effects: Effects): Lines {
  let open = false;
  const close = (): void => {
    if (open) effects.exit('mathLine');
    open = false;
  };
  return {
    take(code) {
      if (!open) effects.enter('mathLine');
      open = true;
      effects.consume(code);
    },
    close,
    end(code) {
      close();
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
    },
  };
}

/** Dollars in a row are looked at together, from the first. */
function previous(this: TokenizeContext, code: Code): boolean {
  return code !== DOLLAR || this.events.at(-1)?.[1].type === 'characterEscape';
}

/** As micromark has them: line ends and tabs are negative numbers. */
function isLineEnd(code: Code): boolean {
  return code !== null && code < -2;
}

function isSpace(code: Code): boolean {
  return code !== null && (code < 0 || code === 32);
}

function isDigit(code: Code): boolean {
  return code !== null && code >= 48 && code <= 57;
}

function isSign(code: Code, signs: string): boolean {
  return code !== null && code > 0 && signs.includes(String.fromCharCode(code));
}

/** Chinese and Japanese words stand right before a formula, and so do Hebrew prefixes; letters of Europe are parted from one by a space. */
function wordSign(code: Code): 'figure' | 'letter' | undefined {
  if (isDigit(code)) return 'figure';
  const isLetter = code !== null && code > 0 && LETTER.test(String.fromCharCode(code));
  return isLetter ? 'letter' : undefined;
}
