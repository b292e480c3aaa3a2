import type { Point } from 'unist';
import { HTML_MARKUP, isHtmlElement } from '../markdown/html-elements.js';
import { pointAfter } from '../markdown/places.js';
import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** Elements that hold nothing, and those whose end HTML lets one leave out. */
const CLOSED_ALONE =
  /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|t[drh]|thead|tbody|tfoot|option|optgroup|colgroup|r[tp]|html|head|body)$/;
/** Elements that have no place in a book, and are spoken of as that. */
const REFUSED = /^(script|style|iframe|object|form|button|select|textarea|title|xmp|noscript|template)$/;

interface Facts {
  readonly tag: string;
  readonly stray?: boolean;
  /** It stands for something, and is no element; within HTML, where a backslash is one. */
  readonly word?: 'in text' | 'in HTML';
}

/** HTML that is opened is closed: a browser closes it at the end of the chapter, and says nothing. */
export const htmlCloses: Rule<Facts> = {
  id: 'html-closes',
  severity: 'warning',
  says: ({ tag, stray, word }) => {
    if (stray) return `“${tag}” closes nothing here`;
    return word
      ? `“${tag}” is read as HTML, which has no such element, so it is not printed`
      : `“${tag}” is opened here and never closed`;
  },
  remedy: ({ tag, stray, word }) => {
    if (stray) return 'Take it out, or open the element that it should close.';
    if (word === 'in HTML')
      return `If it stands for something, write &lt; for its first sign: ${tag.replace('<', '&lt;')}.`;
    return word
      ? `If it stands for something, put a backslash before it, \\${tag}, or write it as code, \`${tag}\`.`
      : `Close it with “${tag.replace('<', '</')}” where it ends.`;
  },
  why: 'What follows an HTML element that is never closed stands inside it: the rest of a chapter in bold, in a box, or out of sight. What HTML does not know is a word in angle brackets, as technical writers have it, and would not be seen.',
  examples: {
    good: '# One\n\n<div>\n\nA <b>bold</b> word.<br>\n\n</div>\n',
    bad: '# One\n\n<div>\n\nA word, and the rest of the chapter.\n',
  },
  check(book, complain) {
    for (const { tree, file } of book.chapters) {
      const open: { name: string; written: string; node: Point; within: boolean }[] = [];
      const unclosed = (elements: typeof open): void => {
        for (const { name, written, node, within } of elements) {
          if (CLOSED_ALONE.test(name)) continue;
          const tag = written.slice(0, 60);
          if (isHtmlElement(name)) complain({ tag: `<${name}>` }, { file, node });
          else if (within) complain({ tag, word: 'in HTML' }, { file, node });
          else {
            const mends = [{ place: { start: node, end: pointAfter(node, '<') }, text: '\\<' }];
            complain({ tag, word: 'in text' }, { file, node, mends });
          }
        }
      };
      visit(tree, 'html', ({ value, position }) => {
        for (const { 0: written, 1: slash, 2: element, index } of value.matchAll(HTML_MARKUP)) {
          const name = element?.toLowerCase();
          if (!name || !position || REFUSED.test(name) || written.endsWith('/>')) continue;
          const node = pointAfter(position.start, value.slice(0, index));
          if (!slash) open.push({ name, written, node, within: index > 0 });
          else {
            const opened = open.findLastIndex((one) => one.name === name);
            if (opened >= 0) unclosed(open.splice(opened).slice(1));
            else if (!CLOSED_ALONE.test(name)) complain({ tag: `</${name}>`, stray: true }, { file, node });
          }
        }
      });
      unclosed(open);
    }
  },
};
