import type { Paragraph } from 'mdast';
import { lostFrontMatter } from '../markdown/lost-front-matter.js';
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
/** Who speaks, or what is told, before a colon: `ANNA: …`, `Prep time: …`, `**Open:** …`, `**ANNA** *(softly)*: …`; or a little picture. */
const LABEL =
  /^(?:(\*\*|__|[*_])(?!\s)[^*_:]{1,40}(?:::?\1|\1(?:\s*[*_]?\([^()]{1,60}\)[*_]?)?::?)|\p{Lu}[^\s:.?!,;]{0,20}(?: [^\s:.?!,;]{1,20})?::?|\p{Lu}(?=.{0,60}$)[^\s:.?!,;]{0,20}(?: [^\s:.?!,;]{1,20}){2,3}::?|(?!\p{Sentence_Terminal})\p{Extended_Pictographic}\ufe0f?)\s+\S/u;
/** Words in bold: a name in a list of them, on a line that is too short to have been broken, or that ends a sentence. */
const BOLD = /^(\*\*|__)(?!\s)[^*_]{1,60}\1(?:.{0,40}|.*[.?!…])$/;
/** How much of something, on a line that is too short to have been broken: an ingredient. */
const COUNTED = /^(?:\d|[¼½¾⅐-⅞])(?=.{0,48}$).*[^.?!…:;—–-]$/u;

type Lines = 'speech' | 'verse' | 'gaps' | 'labels' | 'items';

const SAYS: Readonly<Record<Lines, string>> = {
  speech: 'These lines of speech run into one paragraph',
  verse: 'These lines of speech run into one paragraph',
  gaps: 'These lines to be filled in run into one paragraph',
  labels: 'These lines run into one paragraph',
  items: 'These lines run into one paragraph',
};
const LIST = 'Begin each with “- ” for a list, or end each but the last with a backslash for lines.';
const APART =
  'Leave a blank line between them; if they are lines of one paragraph, end each but the last with a backslash.';
const REMEDIES: Readonly<Record<Lines, string>> = {
  speech: APART,
  verse:
    'If they are verse, write :::verse on a line of its own before them and ::: behind; if they are speech, leave a blank line between them.',
  gaps: APART,
  labels: `${LIST} If they are what people say, write :::dialogue on a line of its own before them and ::: behind.`,
  items: LIST,
};

/** What is typed on lines of its own is one paragraph, if nothing says otherwise. */
export const linesStayApart: Rule<{ of: Lines }> = {
  id: 'lines-stay-apart',
  severity: 'warning',
  says: ({ of }) => SAYS[of],
  remedy: ({ of }) => REMEDIES[of],
  why: 'For Markdown the end of a line is a space. What two people say would stand in one paragraph, and gaps, ingredients and hours one behind the other.',
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
      const of = kindOf(texts);
      // Front matter that was not found as such is told as that.
      const isLost = of === 'labels' && lostFrontMatter(String(file.value))?.line === lines[0]?.at.line;
      if (of && !isLost) complain({ of }, { file, node: lines[1]?.at });
    }
  },
};

function kindOf(texts: readonly string[]): Lines | undefined {
  const all = (sign: RegExp): boolean => texts.every((text) => sign.test(text));
  if (all(SPEECH)) return texts.slice(0, -1).every((text) => STANZA.test(text)) ? 'verse' : 'speech';
  if (all(GAP)) return 'gaps';
  if (all(LABEL)) return 'labels';
  // What there is no number of comes last: salt.
  const items = texts.length > 2 && (all(BOLD) || texts.slice(0, -1).every((text) => COUNTED.test(text)));
  return items ? 'items' : undefined;
}

/** Paragraphs of a dialogue, which are parted by who speaks. */
function dialoguesOf({ tree }: Chapter): Paragraph[] {
  const found: Paragraph[] = [];
  visit(tree, 'containerDirective', (block) => {
    if (block.name === 'dialogue') visit(block, 'paragraph', (node) => void found.push(node));
  });
  return found;
}
