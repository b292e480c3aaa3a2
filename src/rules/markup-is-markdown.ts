import { findInProse } from '../markdown/find.js';
import type { Rule } from '../model/rule.js';

/** Commands of LaTeX that stand alone, and any that takes something in braces. */
const LATEX = String.raw`(?<![\\\w:])\\(?:(?:newpage|pagebreak|clearpage|cleardoublepage|newline|noindent|hfill|vfill|bigskip|medskip|smallskip|tableofcontents|maketitle)(?![A-Za-z])|[A-Za-z]{2,20}\*?\{[^{}\n]{0,200}\})`;
/** A link of a wiki, and an image of one. */
const WIKI = String.raw`(?<!\\)!?\[\[(?=[^[\]\n]*\p{L})[^[\]\n]{1,120}\]\](?!\()`;
/** A box of MkDocs. */
const BOX = String.raw`^(?:!!!|\?\?\?\+?)[ \t]+(?:note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote|important|caution|hint|attention|error|seealso)(?=[ \t]*(?:["“”]|$))`;
const FOREIGN = new RegExp(`${LATEX}|${WIKI}|${BOX}`, 'gmu');

/** What Markdown writes for a command of LaTeX. */
const INSTEAD: Readonly<Record<string, (words: string) => string>> = {
  textbf: (words) => `**${words}**`,
  textit: (words) => `*${words}*`,
  emph: (words) => `*${words}*`,
  texttt: (words) => `\`${words}\``,
  textsc: (words) => `[${words}]{.small-caps}`,
  footnote: (words) => `^[${words}]`,
  chapter: (words) => `# ${words}`,
  section: (words) => `## ${words}`,
  subsection: (words) => `### ${words}`,
  ref: (words) => `@${words.replace(':', '-')}`,
  cite: (words) => `[@${words}]`,
};
/** Boxes of MkDocs, by those of Octavo that they are nearest to. */
const BOXES: Readonly<Record<string, string>> = {
  tip: 'tip',
  hint: 'tip',
  important: 'important',
  warning: 'warning',
  attention: 'warning',
  caution: 'caution',
  danger: 'caution',
  error: 'caution',
  example: 'example',
};

/** The signs of other languages mean nothing in Markdown. */
export const markupIsMarkdown: Rule<{ written: string }> = {
  id: 'markup-is-markdown',
  severity: 'warning',
  says: ({ written }) =>
    `“${written}” is ${languageOf(written)} and not Markdown, so it is printed as it stands`,
  remedy: ({ written }) => `${insteadOf(written)} A backslash before it keeps it as it is.`,
  why: 'LaTeX, wikis and other tools have signs of their own. Here they mean nothing, and would be printed among the words.',
  examples: {
    good: '# One\n\nA **bold** word, $\\textbf{x}$, `\\newpage` and \\\\newpage.\n',
    bad: '# One\n\nA \\textbf{bold} word.\n',
  },
  check(book, complain) {
    for (const { match, at } of findInProse(book.chapters, FOREIGN)) complain({ written: match[0] }, at);
  },
};

function languageOf(written: string): string {
  if (written.startsWith('\\')) return 'LaTeX';
  return written.includes('[[') ? 'the link of a wiki' : 'the box of another tool';
}

function insteadOf(written: string): string {
  if (/^!?\[\[/.test(written)) {
    const [place = '', words = place] = written.replace(/^!?\[\[|\]\]$/g, '').split('|');
    return written.startsWith('!')
      ? `Write ![what it shows](<${place}>).`
      : `Write [${words}](<${place}.md>), with the name of the file that it leads to.`;
  }
  const [, command = '', words = ''] = /^\\([A-Za-z]+)\*?(?:\{(.*)\})?$/.exec(written) ?? [];
  if (!command) {
    const kind = BOXES[written.replace(/^\W+/, '')] ?? 'note';
    return `Write :::${kind} on a line of its own, and ::: below the text of the box.`;
  }
  if (/page$/.test(command) || command === 'pagebreak')
    return 'Chapters begin on a new page by themselves; elsewhere write {.new-page} behind a heading, and in a stylesheet of yours .new-page {break-before: page}.';
  const instead = Object.hasOwn(INSTEAD, command) ? INSTEAD[command] : undefined;
  return instead
    ? `Write ${instead(words)}.`
    : 'Write it in Markdown; if it is a formula, put it between dollars.';
}
