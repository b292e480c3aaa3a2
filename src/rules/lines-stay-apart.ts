import { typedParagraphs } from '../markdown/typed-lines.js';
import type { Rule } from '../model/rule.js';

/** What somebody says, on a line of its own: a mark that opens speech, and one that closes it or a sentence. */
const SPEECH = /^(?:["“„«‘]|[—–]\s?)[^\s].*[.?!…,—–"”’»]$/u;
/** A line that ends with a gap to be filled in. */
const GAP = /_{3,}[.,;]?$/;

/** What is typed on lines of its own is one paragraph, if nothing says otherwise. */
export const linesStayApart: Rule<{ of: 'speech' | 'gaps' }> = {
  id: 'lines-stay-apart',
  severity: 'warning',
  says: ({ of }) =>
    of === 'speech'
      ? 'These lines of speech run into one paragraph'
      : 'These lines to be filled in run into one paragraph',
  remedy: () =>
    'Leave a blank line between them; if they are lines of one paragraph, end each but the last with a backslash.',
  why: 'For Markdown the end of a line is a space. What two people say would stand in one paragraph, and gaps one behind the other.',
  examples: {
    good: '# One\n\n“Where were you?”\n\n“Out.”\n\n“Here,” he said.\nShe sat.\n',
    bad: '# One\n\n“Where were you?”\n“Out.”\n',
  },
  check(book, complain) {
    for (const { file, node, lines } of typedParagraphs(book.chapters)) {
      const texts = lines.map(({ text }) => text.trim());
      if (texts.length < 2 || node.children.some(({ type }) => type === 'break')) continue;
      if (texts.every((text) => SPEECH.test(text))) complain({ of: 'speech' }, { file, node: lines[1]?.at });
      else if (texts.every((text) => GAP.test(text))) complain({ of: 'gaps' }, { file, node: lines[1]?.at });
    }
  },
};
