import { type TypedLine, typedParagraphs } from '../markdown/typed-lines.js';
import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** `a)`, `(b)`, `iii.` and `(2)` at the beginning of a line. */
const MARKER = /^(\(?)([a-z]|[ivx]{1,5}|\d{1,2})([.)])[ \t]+\S/i;

/** Boxes to tick and bullets that are no signs of a list. */
const SIGN = /^(\[[ xX]?\]|[☐☑☒□■✓✔✗✘•‣◦·▪●○])[ \t\u00a0]*(?=[\p{L}\p{N}"“„«])/u;
/** A dash is one as well, unless it is the one of somebody who speaks, whose lines end as sentences do. */
const DASH = /^–(?=[ \u00a0]+[\p{L}\p{N}])(?!.*[\p{Sentence_Terminal},…:;"”’»]\s*$)/u;
const BOX = /^[[☐☑☒□]/;

/** Lines that are counted by letters, or begin with a box or a bullet, are a list, which Markdown does not know. */
export const listReads: Rule<{ marker: string; type: string; run: boolean }> = {
  id: 'list-reads',
  severity: 'warning',
  says: ({ marker, type, run }) => {
    if (!run) return `“${marker}” is no box to tick, so it is printed as it stands`;
    const how = type ? 'is counted' : 'begins';
    return `Markdown knows no list that ${how} with “${marker}”, so these lines run into one paragraph`;
  },
  remedy: ({ marker, type }) => {
    if (BOX.test(marker)) return 'Begin each line with “- [ ] ”, or with “- [x] ” where it is ticked.';
    if (marker === '–')
      return 'Begin each line with “- ”; if they are speech, leave a blank line between them.';
    if (!type) return 'Begin each line with “- ”.';
    return `Count with 1. and 2., or write <ol type="${type}">, then a line <li>…</li> for each, then </ol>. If they are to be lines, end each but the last with a backslash.`;
  },
  why: 'Only “1.”, “1)” and “-” make a list. Lines with other signs become one paragraph, whose sentences begin with stray letters.',
  examples: {
    good: '# One\n\n1. Sit.\n2. Breathe.\n\nThere is\n(a) sitting and (b) breathing.\n',
    bad: '# One\n\nWhat to do:\na) Sit.\nb) Breathe.\n',
  },
  check(book, complain) {
    for (const { file, node, lines } of typedParagraphs(book.chapters)) {
      // Its author keeps the lines.
      if (node.children.some(({ type }) => type === 'break')) continue;
      const first = lines.findIndex((line, i) => follows(line, lines[i + 1]));
      const [marker, , counted = ''] = MARKER.exec(lines[first]?.text ?? '') ?? [];
      if (marker)
        complain(
          { marker: marker.replace(/\s.*$/, ''), type: counted, run: true },
          { file, node: lines[first]?.at },
        );
      const signs = lines.map(({ text }) => (SIGN.exec(text) ?? DASH.exec(text))?.[0]);
      const signed = signs.findIndex((sign, i) => sign && signs[i + 1] && !isAside(lines, i));
      const sign = signs[signed];
      if (sign) complain({ marker: sign.trim(), type: '', run: true }, { file, node: lines[signed]?.at });
    }
    for (const { tree, file } of book.chapters)
      visit(tree, 'listItem', ({ children: [first] }) => {
        const [text] = first?.type === 'paragraph' ? first.children : [];
        const box =
          text?.type === 'text' ? /^\[(?:\](?=\s)|[ xX]\](?=\p{L}))/u.exec(text.value)?.[0] : undefined;
        if (box) complain({ marker: box, type: '', run: false }, { file, node: text });
      });
  },
};

/** Whether a dash is one of the sentence that the line before it began, and ended where its line did by chance. */
function isAside(lines: readonly TypedLine[], i: number): boolean {
  const before = lines[i - 1]?.text;
  return before !== undefined && DASH.test(lines[i]?.text ?? '') && !/[:：]\s*$/.test(before);
}

/** Whether a line is the first of a list, and the next one its second. */
function follows({ text }: TypedLine, next: TypedLine | undefined): boolean {
  const [, open, first = '', close] = MARKER.exec(text) ?? [];
  const [, openNext, second = '', closeNext] = MARKER.exec(next?.text ?? '') ?? [];
  if (!first || open !== openNext || close !== closeNext) return false;
  const lower = first.toLowerCase();
  // Numbers without a bracket before them are a list.
  if (lower === '1') return open === '(' && second === '2';
  if (lower === 'a') return second === (first === 'a' ? 'b' : 'B');
  return lower === 'i' && second.toLowerCase() === 'ii';
}
