import type { Paragraph } from 'mdast';
import { typedParagraphs } from '../markdown/typed-lines.js';
import type { Chapter } from '../model/book.js';
import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** What somebody says, on a line of its own: a mark that opens speech, and one that closes it or a sentence; behind a comma it goes on. */
const SPEECH = /^(?:["“„«»‘]|[—–]\s?)[^\s].*[.?!…"”“’»«]$/u;
/** A short line between marks that ends with a comma, or that nothing closes: so a stanza is quoted. */
const STANZA = /^(?:.{1,60},["”“’»«]|“[^”]{1,60}|„[^“”]{1,60}|«[^»]{1,60}|»[^«]{1,60}|"[^"]{1,60})$/u;
/** A line that ends with a gap to be filled in. */
const GAP = /_{3,}[.,;]?$/;

/** What is typed on lines of its own is one paragraph, if nothing says otherwise. */
export const linesStayApart: Rule<{ of: 'speech' | 'verse' | 'gaps' }> = {
  id: 'lines-stay-apart',
  severity: 'warning',
  says: ({ of }) =>
    of === 'gaps'
      ? 'These lines to be filled in run into one paragraph'
      : 'These lines of speech run into one paragraph',
  remedy: ({ of }) =>
    of === 'verse'
      ? 'If they are verse, write :::verse on a line of its own before them and ::: behind; if they are speech, leave a blank line between them.'
      : 'Leave a blank line between them; if they are lines of one paragraph, end each but the last with a backslash.',
  why: 'For Markdown the end of a line is a space. What two people say would stand in one paragraph, and gaps one behind the other.',
  examples: {
    good: '# One\n\n“Where were you?”\n\n“Out.”\n\n“Here,” he said.\nShe sat.\n',
    bad: '# One\n\n“Where were you?”\n“Out.”\n',
  },
  check(book, complain) {
    const inDialogue = new Set(book.chapters.flatMap(dialoguesOf));
    for (const { file, node, lines } of typedParagraphs(book.chapters)) {
      const texts = lines.map(({ text }) => text.trim());
      if (texts.length < 2 || node.children.some(({ type }) => type === 'break') || inDialogue.has(node))
        continue;
      const at = { file, node: lines[1]?.at };
      if (texts.every((text) => SPEECH.test(text)))
        complain({ of: texts.slice(0, -1).every((text) => STANZA.test(text)) ? 'verse' : 'speech' }, at);
      else if (texts.every((text) => GAP.test(text))) complain({ of: 'gaps' }, at);
    }
  },
};

/** Paragraphs of a dialogue, which are parted by who speaks. */
function dialoguesOf({ tree }: Chapter): Paragraph[] {
  const found: Paragraph[] = [];
  visit(tree, 'containerDirective', (block) => {
    if (block.name === 'dialogue') visit(block, 'paragraph', (node) => void found.push(node));
  });
  return found;
}
