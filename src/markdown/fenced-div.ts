import { factorySpace } from 'micromark-factory-space';
import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import type { Code, Construct, Effects, State, Token, TokenizeContext } from 'micromark-util-types';
import { fenceIn, type Line, lineAhead } from './fenced-line.js';

/**
 * Pandoc's fenced div, `::: {.name key=value}` or `::: name`, to a line of as many colons. Divs in one another may all be
 * written with three. Its tokens are made as `micromark-extension-directive` makes those of `:::name`.
 */
export const fencedDiv: Construct = { name: 'fencedDiv', tokenize: tokenizeFencedDiv, concrete: true };

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    fencedDiv: 'fencedDiv';
    fencedDivFence: 'fencedDivFence';
    fencedDivSequence: 'fencedDivSequence';
    fencedDivInfo: 'fencedDivInfo';
    fencedDivContent: 'fencedDivContent';
  }
}

const nonLazyLine: Construct = { tokenize: tokenizeNonLazyLine, partial: true };

function tokenizeFencedDiv(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const context = this;
  const tail = this.events.at(-1);
  const indent = tail?.[1].type === 'linePrefix' ? tail[2].sliceSerialize(tail[1], true).length : 0;
  const fence = fenceIn();
  let size = 0;
  let info = '';
  let previous: Token | undefined;

  return (code) => {
    effects.enter('fencedDiv');
    effects.enter('fencedDivFence');
    effects.enter('fencedDivSequence');
    return colons(code);
  };

  function colons(code: Code): State | undefined {
    if (code === COLON) {
      effects.consume(code);
      size++;
      return colons;
    }
    if (size < 3) return nok(code);
    effects.exit('fencedDivSequence');
    const spaced = markdownSpace(code);
    if (!spaced && code !== BRACE) return nok(code);
    return factorySpace(effects, infoStart, 'whitespace')(code);
  }

  function infoStart(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return nok(code);
    effects.enter('fencedDivInfo');
    return insideInfo(code);
  }

  function insideInfo(code: Code): State | undefined {
    if (code !== null && !markdownLineEnding(code)) {
      info += code > 0 ? String.fromCodePoint(code) : ' ';
      effects.consume(code);
      return insideInfo;
    }
    if (!INFO.test(info)) return nok(code);
    effects.exit('fencedDivInfo');
    effects.exit('fencedDivFence');
    if (code === null || context.interrupt) return code === null ? after(code) : ok(code);
    return effects.attempt(nonLazyLine, contentStart, after)(code);
  }

  function contentStart(code: Code): State | undefined {
    if (code === null) return after(code);
    if (markdownLineEnding(code)) return effects.check(nonLazyLine, content, after)(code);
    return content(code);
  }

  function content(code: Code): State | undefined {
    effects.enter('fencedDivContent');
    return lineStart(code);
  }

  function lineStart(code: Code): State | undefined {
    const line: Line = {};
    const decide: State = (next) => {
      if (fence.closes(line, size)) return effects.attempt(closing, afterContent, chunkStart)(next);
      return indent ? factorySpace(effects, chunkStart, 'linePrefix', indent + 1)(next) : chunkStart(next);
    };
    return effects.check(lineAhead(line), decide, decide)(code);
  }

  function chunkStart(code: Code): State | undefined {
    if (code === null) return afterContent(code);
    if (markdownLineEnding(code)) return effects.check(nonLazyLine, chunk, afterContent)(code);
    return chunk(code);
  }

  function chunk(code: Code): State | undefined {
    const token = effects.enter('chunkDocument', {
      contentType: 'document',
      ...(previous ? { previous } : {}),
    });
    if (previous) previous.next = token;
    previous = token;
    return insideChunk(code);
  }

  function insideChunk(code: Code): State | undefined {
    if (code === null) {
      endChunk();
      return afterContent(code);
    }
    if (markdownLineEnding(code)) return effects.check(nonLazyLine, nextLine, lastLine)(code);
    effects.consume(code);
    return insideChunk;
  }

  function nextLine(code: Code): State | undefined {
    effects.consume(code);
    endChunk();
    return lineStart;
  }

  function lastLine(code: Code): State | undefined {
    endChunk();
    return afterContent(code);
  }

  function endChunk(): void {
    const token = effects.exit('chunkDocument');
    context.parser.lazy[token.start.line] = false;
  }

  function afterContent(code: Code): State | undefined {
    effects.exit('fencedDivContent');
    return after(code);
  }

  function after(code: Code): State | undefined {
    effects.exit('fencedDiv');
    return ok(code);
  }
}

const COLON = 58;
const BRACE = 123;
/** What may stand behind the colons: attributes or one name; then, as ornament, more colons. */
const INFO = /^(?:\{[^{}]*\}|[\p{L}_][\p{L}\p{N}_-]*)[ \t]*:*[ \t]*$/u;

const closing: Construct = { tokenize: tokenizeClosing, partial: true };

/** A line of colons, of which it has been found out that it closes. */
function tokenizeClosing(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const fenceStart: State = (code) => {
    effects.enter('fencedDivFence');
    effects.enter('fencedDivSequence');
    return colons(code);
  };
  const colons: State = (code) => {
    if (code === COLON) {
      effects.consume(code);
      return colons;
    }
    effects.exit('fencedDivSequence');
    return factorySpace(effects, end, 'whitespace')(code);
  };
  const end: State = (code) => {
    if (code !== null && !markdownLineEnding(code)) return nok(code);
    effects.exit('fencedDivFence');
    return ok(code);
  };
  return factorySpace(effects, fenceStart, 'linePrefix', 4);
}

function tokenizeNonLazyLine(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return (code) => {
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return (next) => (this.parser.lazy[this.now().line] ? nok(next) : ok(next));
  };
}
