import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** A sentence: a capital or an opening mark, four words at least, and an end; and what stands in code, and in no sentence. */
const START = /^["“„«‘'¡¿—–-]*\s*\p{Lu}/u;
const END = /[\p{L}\p{N})][.?!…,:;—–-]*["”’»']?$/u;
const STOP = /[.?!…]["”’»']?$/;
const OF_CODE = /[{}<>=;$`|\\]|\/\/|\w\(|--\w|::/;

/** A paragraph is not indented; what is, is code. */
export const codeIsMarked: Rule<{ words: string }> = {
  id: 'code-is-marked',
  severity: 'warning',
  says: ({ words }) => `“${words}” is set as code, because a tab or four spaces stand before it`,
  remedy: () =>
    'Take them away: paragraphs are indented by themselves. If it is code, put ``` on lines of their own before and behind it.',
  why: 'Markdown takes an indented paragraph for code. A word processor begins each paragraph with a tab, and the text would be set as a listing.',
  examples: {
    good: '# One\n\n“Go home,” he said, and went.\n\n    $ go home --now\n',
    bad: '# One\n\n\t“Go home,” he said, and went.\n',
  },
  check(book, complain) {
    for (const { tree, file } of book.chapters) {
      const source = String(file.value);
      visit(tree, 'code', (node) => {
        const at = node.position?.start.offset;
        // A fence is meant.
        if (at === undefined || node.lang || /^\s{0,3}(?:`{3}|~{3})/.test(source.slice(at, at + 8))) return;
        const lines = node.value.split('\n').filter((line) => line.trim());
        const [first = ''] = lines;
        const isProse = lines.every((line) => !OF_CODE.test(line)) && STOP.test(lines.at(-1)?.trim() ?? '');
        if (isProse && isSentence(first.trim()))
          complain({ words: first.trim().slice(0, 40) }, { file, node });
      });
    }
  },
};

/** In steps, for a paragraph of a word processor is one line, and a long one. */
function isSentence(line: string): boolean {
  return START.test(line) && line.split(/\s+/).length > 3 && END.test(line.slice(-8));
}
