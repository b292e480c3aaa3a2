import type { Paragraph, PhrasingContent } from 'mdast';
import type { VFile } from 'vfile';
import { pointAfter } from '../markdown/places.js';
import type { Complain, Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** `\( … \)` and `\[ … \]`, in one paragraph, but for the folder of a drive. */
const DELIMITED = /(?<!\\|\b[A-Za-z]:)\\(?:\((.{1,500}?)(?<!\\)\\\)|\[(.{1,1000}?)(?<!\\)\\\])/gs;
/**
 * What shows that it is TeX and no remark, whose brackets converters write so, too: a command, or one letter or figure
 * that is lowered, raised, added or equal to something.
 */
const TEX =
  /(?<!:)\\[A-Za-z]|(?<![\p{L}\p{N}])[A-Za-z]_[\w{]|(?<!\p{L})[A-Za-z\d)}]\^(?!\p{L}+\^)[\w{\\]|(?<![\p{L}_])[A-Za-z\d)}]\s*=\s*[A-Za-z\d({\\-]|(?<!\p{L})[a-z\d]\s*\+\s*[a-z\d](?!\p{L})/u;

interface Written {
  readonly written: string;
  readonly instead: string;
}

/** Formulas stand between dollars. */
export const formulaHasDollars: Rule<Written> = {
  id: 'formula-has-dollars',
  severity: 'warning',
  says: ({ written }) => `“${written}” is no formula here, and its signs are printed or lost`,
  remedy: ({ instead }) => `Write ${instead}.`,
  why: 'Markdown takes a backslash before a bracket for one that keeps it as it is: TeX stands among the words, without its backslashes.',
  examples: {
    good: '# One\n\nIn $x^2$ it is a square \\(and no\n\\[sic\\] cube\\), `\\(x^2\\)`.\n',
    bad: '# One\n\nIn \\(x^2\\) it is a square.\n',
  },
  check(book, complain) {
    for (const { tree, file } of book.chapters)
      visit(tree, 'paragraph', (paragraph) => {
        holdDelimited(paragraph, file, complain);
        holdCode(paragraph.children, file, complain);
      });
  },
};

function holdDelimited({ position, children }: Paragraph, file: VFile, complain: Complain<Written>): void {
  const { start, end } = position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return;
  const from = start.offset;
  const typed = String(file.value).slice(from, end.offset);
  // Code and formulas are what they are, and slanted words no formula.
  const bare = children.reduce((text, { type, position: at }) => {
    if (at?.end.offset === undefined) return text;
    const [a, b] = [(at.start.offset ?? 0) - from, at.end.offset - from];
    const isKept = type === 'inlineCode' || type === 'inlineMath';
    const isSlanted = type === 'emphasis' && !/\\[([]/.test(typed.slice(a, b));
    return isKept || isSlanted ? text.slice(0, a) + ' '.repeat(b - a) + text.slice(b) : text;
  }, typed);
  for (const { index, 0: match, 1: inLine, 2: shown = '' } of bare.matchAll(DELIMITED)) {
    if (!TEX.test(inLine ?? shown)) continue;
    const written = typed.slice(index, index + match.length);
    const tex = written.slice(2, -2);
    const [line = ''] = written.split('\n');
    complain(
      {
        written: line.slice(0, 60),
        instead: inLine === undefined ? whole('$$ ', tex, ' $$') : whole('$', tex, '$'),
      },
      { file, node: pointAfter(start, typed.slice(0, index)) },
    );
  }
}

/** GitHub's formula, which has the signs of code within its dollars. */
function holdCode(children: readonly PhrasingContent[], file: VFile, complain: Complain<Written>): void {
  const source = String(file.value);
  for (const node of children) {
    const { start, end } = node.position ?? {};
    if (node.type !== 'inlineCode' || !start?.offset || end?.offset === undefined) continue;
    const before = source.slice(Math.max(0, start.offset - 2), start.offset);
    const after = source.slice(end.offset, end.offset + 2);
    if (/(?:^|[\s(])\$$/.test(before) && /^\$(?![\p{L}\p{N}])/u.test(after))
      complain({ written: `$\`${node.value}\`$`, instead: whole('$', node.value, '$') }, { file, node });
  }
}

/** How it is written between dollars; a long one is not said again. */
function whole(open: string, tex: string, close: string): string {
  const words = tex.trim();
  return words.length > 60 || words.includes('\n') ? `${open}…${close}` : open + words + close;
}
