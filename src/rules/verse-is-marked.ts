import type { Blockquote, Paragraph, RootContent } from 'mdast';
import { type TypedLine, typedParagraphs } from '../markdown/typed-lines.js';
import type { Rule } from '../model/rule.js';

/** What a line of a poem begins with: no sign of a list, a box or a block, whoever has them. */
const LINE = /^(?!\*\*|__|[*_+] |\p{L}[).>](?:\s|$))[\p{L}*_"“„«»‘’'…]/u;
/** What none has: an address, a telephone number, an ingredient, a name with what it says, a word before a list, what somebody says. */
const NO_LINE = /\d|@|:\/\/|:(?:\s|$)|^[“"„«»‘].*[.?!…”"’»«]$/u;
const LONGEST = 60;
/** Lines that run on are taken for verse only if they are shorter than any that an editor breaks. */
const SHORT = 48;
const ENDS = /[.!?…]["”’»«)]*$/u;
/** Lines that end where a clause does, and go on in small letters, are those of an author who types prose so. */
const CLAUSE = /[,;:—–]["”’»«)]*$/u;
const SMALL = /^[^\p{L}]*\p{Ll}/u;
/** Letters that are twice as wide as others. */
const WIDE = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/gu;
/** Pages whose lines are set each by itself as it is, or whose authors name somebody on each. */
const NAMED: ReadonlySet<string> = new Set([
  'colophon',
  'copyright-page',
  'dedication',
  'handout',
  'titlepage',
]);

/** Lines of a poem are told from those of a paragraph by `:::verse`. */
export const verseIsMarked: Rule<{ run: boolean }> = {
  id: 'verse-is-marked',
  severity: 'warning',
  says: ({ run }) =>
    run
      ? 'These lines look like verse, and run into one another'
      : 'These lines look like verse, and are set as paragraphs',
  remedy: ({ run }) =>
    `If they are, write :::verse on a line of its own before the poem and ::: behind it: each line stays one, with its indent, and stanzas stand apart.${run ? ' Other lines that are to stay apart end with a backslash, all but the last.' : ''}`,
  why: 'For Markdown the end of a line is a space, and a stanza is a paragraph, whose first line is indented in a book, and which no gap parts from the next.',
  examples: {
    good: '# One\n\n:::verse\nThe lamp is lit\nand nobody comes\n\nthe road is long\nand the night is too\n:::\n',
    bad: '# One\n\nThe lamp is lit  \nand nobody comes\n\nthe road is long  \nand the night is too\n',
  },
  check(book, complain) {
    for (const chapter of book.chapters) {
      const { tree, file, role } = chapter;
      if (NAMED.has(role)) continue;
      const linesOf = new Map(typedParagraphs([chapter]).map(({ node, lines }) => [node, lines]));
      const isRun = (node: Paragraph): boolean => runsOn(node, linesOf.get(node) ?? []);
      const isStanza = (node: RootContent | undefined): node is Paragraph =>
        node?.type === 'paragraph' && isBroken(node, linesOf.get(node) ?? []);
      const paragraphs = tree.children.filter((node) => node.type === 'paragraph');
      const running = paragraphs.filter(isRun);
      // A poem is most of its chapter; a paragraph or two may be typed in short lines by chance.
      const [first] = running.length > 1 || running.length === paragraphs.length ? running : [];
      if (first && running.length * 2 >= paragraphs.length) complain({ run: true }, { file, node: first });
      for (const quotation of tree.children.filter(
        (node): node is Blockquote => node.type === 'blockquote',
      )) {
        const quoted = quotation.children.find((node) => node.type === 'paragraph' && isRun(node));
        if (quoted) complain({ run: true }, { file, node: quoted });
      }
      const stanza = tree.children.find((node, i) => isStanza(node) && isStanza(tree.children[i + 1]));
      if (stanza) complain({ run: false }, { file, node: stanza });
    }
  },
};

/** Whether each line of a paragraph ends where its author says so. */
function isBroken({ children }: Paragraph, lines: readonly TypedLine[]): boolean {
  const breaks = children.filter(({ type }) => type === 'break').length;
  return breaks > 0 && breaks === lines.length - 1 && areVerse(lines, LONGEST);
}

/** Whether lines that run into one another were ended on purpose, and not where each holds a sentence. */
function runsOn({ children }: Paragraph, lines: readonly TypedLine[]): boolean {
  if (lines.length < 3 || children.some(({ type }) => type === 'break') || !areVerse(lines, SHORT))
    return false;
  const inner = lines.slice(0, -1).map(({ text }) => text.trim());
  const clauses = inner.filter((text, i) => CLAUSE.test(text) && SMALL.test(lines[i + 1]?.text ?? ''));
  return (
    inner.filter((text) => ENDS.test(text)).length * 2 < lines.length && clauses.length * 2 < inner.length
  );
}

function areVerse(lines: readonly TypedLine[], most: number): boolean {
  const texts = lines.map(({ text }) => text.trim());
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
  return (
    words >= 2 * texts.length &&
    texts.every((text) => widthOf(text) <= most && LINE.test(text) && !NO_LINE.test(text))
  );
}

function widthOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}
