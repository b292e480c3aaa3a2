import type { Node } from 'mdast';
import type { Construct, State, Token } from 'micromark-util-types';
import type { Plugin } from 'unified';
import { oneSpaced } from '../tree/text-of.js';

/** `*[HTML]: HyperText Markup Language`, on a line of its own. */
export interface AbbreviationDefinition extends Node {
  type: 'abbreviationDefinition';
  term: string;
  meaning: string;
}

declare module 'mdast' {
  interface RootContentMap {
    abbreviationDefinition: AbbreviationDefinition;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    abbreviationDefinition: 'abbreviationDefinition';
    abbreviationMarker: 'abbreviationMarker';
    abbreviationTerm: 'abbreviationTerm';
    abbreviationMeaning: 'abbreviationMeaning';
  }
}

/** Characters by their codes; what is less than none ends a line. */
const [ASTERISK, SPACE, OPEN, CLOSE, COLON, BACKSLASH] = [42, 32, 91, 93, 58, 92];
const TAB = -2;
const VIRTUAL_SPACE = -1;
const endsLine = (code: number | null): boolean => code === null || code < TAB;
const isBlank = (code: number | null): boolean => code === SPACE || code === TAB || code === VIRTUAL_SPACE;

/** The longest thing that anybody shortens, in characters: all terms of a file become one pattern. */
const LONGEST_TERM = 100;

/** A definition may follow a paragraph without an empty line, as in PHP Markdown Extra. */
const definition: Construct = {
  name: 'abbreviationDefinition',
  tokenize(effects, ok, nok) {
    let length = 0;
    return (code) => {
      effects.enter('abbreviationDefinition');
      effects.enter('abbreviationMarker');
      effects.consume(code);
      return open;
    };

    function open(code: number | null): State | undefined {
      if (code !== OPEN) return nok(code);
      effects.consume(code);
      effects.exit('abbreviationMarker');
      return termStart;
    }
    function termStart(code: number | null): State | undefined {
      if (code === CLOSE) return nok(code);
      effects.enter('abbreviationTerm');
      return term(code);
    }
    function term(code: number | null): State | undefined {
      if (endsLine(code) || code === OPEN || code === BACKSLASH || length++ > LONGEST_TERM) return nok(code);
      if (code === CLOSE) {
        effects.exit('abbreviationTerm');
        effects.enter('abbreviationMarker');
        effects.consume(code);
        return colon;
      }
      effects.consume(code);
      return term;
    }
    function colon(code: number | null): State | undefined {
      if (code !== COLON) return nok(code);
      effects.consume(code);
      return space;
    }
    function space(code: number | null): State | undefined {
      if (endsLine(code)) return nok(code);
      if (isBlank(code)) {
        effects.consume(code);
        return space;
      }
      effects.exit('abbreviationMarker');
      effects.enter('abbreviationMeaning');
      return meaning(code);
    }
    function meaning(code: number | null): State | undefined {
      if (!endsLine(code)) {
        effects.consume(code);
        return meaning;
      }
      effects.exit('abbreviationMeaning');
      effects.exit('abbreviationDefinition');
      return ok(code);
    }
  },
};

/** Teaches the parser lines that say what an abbreviation stands for. */
export const abbreviationDefinitions: Plugin<[]> = function () {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({ flow: { [ASTERISK as number]: definition } });
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push({
    enter: {
      abbreviationDefinition(token: Token) {
        this.enter({ type: 'abbreviationDefinition', term: '', meaning: '' }, token);
      },
    },
    exit: {
      abbreviationTerm(token: Token) {
        const node = this.stack.at(-1);
        if (node?.type === 'abbreviationDefinition') node.term = oneSpaced(this.sliceSerialize(token));
      },
      abbreviationMeaning(token: Token) {
        const node = this.stack.at(-1);
        if (node?.type === 'abbreviationDefinition') node.meaning = oneSpaced(this.sliceSerialize(token));
      },
      abbreviationDefinition(token: Token) {
        this.exit(token);
      },
    },
  });
};
