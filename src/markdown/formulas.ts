import type { InlineMath, Math as MathBlock } from 'mdast';
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';
import type { Processor } from 'unified';
import { parseAttributes } from './braces.js';
import { dollars } from './dollars.js';

declare module 'mdast' {
  /** A formula in TeX. Its value begins right behind what opens it, so that line ends can be counted. */
  interface Math extends Literal {
    type: 'math';
  }
  /** A formula in a line of text. */
  interface InlineMath extends Literal {
    type: 'inlineMath';
  }
  interface Data {
    /** This formula of a line stands on a line of its own. */
    displayed?: boolean;
  }
  interface RootContentMap {
    math: Math;
    inlineMath: InlineMath;
  }
  interface BlockContentMap {
    math: Math;
  }
  interface PhrasingContentMap {
    inlineMath: InlineMath;
  }
}

const BLOCK = /^\$\$([\s\S]*)\$\$[ \t]*(\{[^{}]*\})?[ \t]*$/;
const LINE = /^(\$\$?)([\s\S]*)\1$/;

/** Makes nodes of formulas between dollars. */
const fromMarkdown: Extension = {
  enter: {
    mathFlow(token) {
      const [, value = '', braces = ''] = BLOCK.exec(this.sliceSerialize(token)) ?? [];
      const attributes = parseAttributes(braces);
      const block: MathBlock = { type: 'math', value, ...(attributes ? { data: { attributes } } : {}) };
      this.enter(block, token);
    },
    mathText(token) {
      const [, opening = '', written = ''] = LINE.exec(this.sliceSerialize(token)) ?? [];
      // As GFM has it for code: in a table, a bar that ends no cell has a backslash.
      const value = this.data.inTable ? written.replaceAll('\\|', '|') : written;
      const formula: InlineMath = { type: 'inlineMath', value };
      if (opening.length > 1) formula.data = { displayed: true };
      this.enter(formula, token);
    },
  },
  exit: { mathFlow: exit, mathText: exit },
};

function exit(this: CompileContext, token: Token): void {
  this.exit(token);
}

/** Teaches the parser `$x$` and `$$ … $$`. */
export function formulas(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), dollars];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), fromMarkdown];
}
