import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** A sentence: a capital or an opening mark, four words at least, and an end; and what stands in code, and in no sentence. */
const START = /^["“„«‘'¡¿—–-]*\s*\p{Lu}/u;
const END = /[\p{L}\p{N})][.?!…,:;—–-]*["”’»']?$/u;
const STOP = /[.?!…]["”’»']?$/;
const OF_CODE = /[{}<>=;$`|\\]|\/\/|\w\(|--\w|::/;

/** A clause below another, `(i) hens;` or `a) hens`: no code is counted so, nor holds it what stands in most. */
const CLAUSE = /^(?:\(?(?:[a-z]|[ivx]{1,5})|\(\d{1,2})\)[ \t]+[\p{L}“"]/iu;
const NO_CLAUSE = /[{}<>=$|\\©]|Copyright/;
/** Who speaks in a play, on a line above what is said. */
const NAME = /^(?!.*\.$)\p{Lu}[\p{Lu} .'’-]+(?:\([^()]*\))?$/u;

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
        if (isClause(lines) || isProse(lines)) complain({ words: first.trim().slice(0, 40) }, { file, node });
      });
    }
  },
};

function isClause([first = '', ...others]: readonly string[]): boolean {
  return CLAUSE.test(first.trim()) && ![first, ...others].some((line) => NO_CLAUSE.test(line));
}

function isProse(lines: readonly string[]): boolean {
  if (lines.some((line) => OF_CODE.test(line)) || !STOP.test(lines.at(-1)?.trim() ?? '')) return false;
  const [first = '', second = ''] = lines.map((line) => line.trim());
  return isSentence(first) || (NAME.test(first) && START.test(second) && END.test(second.slice(-8)));
}

/** In steps, for a paragraph of a word processor is one line, and a long one. */
function isSentence(line: string): boolean {
  return START.test(line) && line.split(/\s+/).length > 3 && END.test(line.slice(-8));
}
