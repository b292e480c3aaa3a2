import type { Code } from 'mdast';
import { markIn } from '../markdown/code-marks.js';
import { findInProse } from '../markdown/find.js';
import { AS_IT_IS, type ForeignSign } from '../markdown/foreign-sign.js';
import { SIGNS } from '../markdown/foreign-signs.js';
import { insteadOfWiki } from '../markdown/instead-of-wiki.js';
import { boxNamed, withoutBox } from '../markdown/other-boxes.js';
import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** Commands of LaTeX that stand alone, and any that takes something in braces. */
const LATEX = String.raw`(?<![\\:])(?<!\w(?=\\(?!(?:footnote|index|label|cite|ref)\{)))\\(?:(?:newpage|pagebreak|clearpage|cleardoublepage|newline|noindent|hfill|vfill|bigskip|medskip|smallskip|tableofcontents|printindex|maketitle)(?![A-Za-z])|[A-Za-z]{2,20}\*?\{[^{}\n]{0,200}\})`;
/** A link of a wiki to what is not there, a file that it shows whole, and an image of one. */
const WIKI = String.raw`(?<!\\)!?\[\[(?=[^[\]\n]*(?:\p{L}|\d{4}-\d))[^[\]\n]{1,120}\]\](?!\()`;
/** A box of MkDocs. */
const BOX = String.raw`^(?:!!!|\?\?\?\+?)[ \t]+(?:note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote|important|caution|hint|attention|error|seealso)(?=[ \t]*(?:["“”]|$))`;
const FOREIGN = new RegExp(
  [...SIGNS.map(({ sign }, i) => `(?<sign${i}>${sign})`), LATEX, WIKI, BOX].join('|'),
  'gmu',
);
/** Drawings that other tools make of what is typed, and what they find in other files. */
const DRAWN: ReadonlySet<string> = new Set(['mermaid', 'plantuml', 'graphviz', '{dot}']);
/** By what such a query begins with: other languages have the name of some, too. */
const FOUND: Readonly<Record<string, RegExp>> = {
  dataview: /^/,
  dataviewjs: /^/,
  tasks:
    /^(?:not done|done|due|scheduled|starts|happens|path|tags?|sort by|group by|filter by|short mode|hide)\b/im,
  query: /(?:^|[\s("-])(?:tag|path|file|line|section|block|task(?:-todo|-done)?|content):/,
  base: /^(?:filters|formulas|properties|views):/m,
};

const pointed = (words: string): string => `@${words.replace(':', '-')}`;

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
  ref: pointed,
  eqref: pointed,
  autoref: pointed,
  cref: pointed,
  index: (words) => `[]{.index entry="${words}"}`,
  cite: (words) => `[@${words}]`,
};
/** Boxes that have the same name here. */
const OWN: ReadonlySet<string> = new Set(['tip', 'important', 'warning', 'caution', 'example']);

const DRAWING = {
  called: 'a drawing of another tool',
  instead: 'Save the drawing as an SVG, and show that: ![What it shows](drawing.svg).',
};

/** What Quarto counts or calls by a name of its own; here its words are printed, and nothing else. */
const THEOREM = /^(?:thm|lem|cor|prp|cnj|def|exm|exr|rem|sol|alg)-/;
const PROOFS: ReadonlySet<string> = new Set(['proof', 'remark']);
const THEOREMS = {
  called: 'a theorem, a definition or a proof of Quarto',
  so: 'its text is printed without a name or a number',
  instead:
    'Begin its text with what it is: **Theorem 1 (Line).**, or *Proof.*; a link leads there, [Theorem 1](#thm-one).',
};
/** Code in a line that Quarto and R Markdown replace by what it comes to. */
const RUN = { called: 'code that Quarto would run', instead: 'Write what it comes to.' };
const isRun = (code: string, ending: string): boolean =>
  /^\{(?:r|python|julia|ojs)\}[ \t]/.test(code) || (/^\.[qr]md$/i.test(ending) && /^r[ \t]\S/.test(code));
const FINDING = {
  called: 'a query of Obsidian',
  instead: 'Take it out, and write here what it finds.',
};
/** Blocks of MyST and Jupyter Book that are no boxes. */
const MYST: Readonly<Record<string, string>> = {
  figure: 'Write ![What it shows](one.png "Caption"){#fig-one}.',
  image: 'Write ![What it shows](one.png).',
  math: 'Write $$ … $$ on lines of their own.',
  'code-block': 'Write the name of the language right behind the ```, without braces.',
  code: 'Write the name of the language right behind the ```, without braces.',
  include: 'Write ::include{file="…"} on a line of its own.',
  literalinclude: 'Write ```js {file="…"} and ``` below it.',
  toctree: 'Take it out: a book has its contents by itself, in the order of “contents” in book.yaml.',
  contents: 'Take it out: a book has its contents by itself.',
  bibliography: 'Write ::bibliography on a line of its own.',
  glossary:
    'Write :::glossary, below it the terms, each with : and what it means on the next line, and ::: below that.',
  epigraph: 'Write :::epigraph on a line of its own, and ::: below the text.',
  'list-table': 'Write it with bars: | A | B |, below that | - | - |, and a row on each line.',
  'csv-table': 'Write it with bars: | A | B |, below that | - | - |, and a row on each line.',
};

/** The line below the head of a simple table of Pandoc, which Markdown takes for a break between scenes. */
const COLUMNS = /^-{2,}(?:[ \t]+-{2,})+[ \t]*$/;
const TABLE = {
  called: 'a table of Pandoc',
  instead: 'Write it with bars: | A | B |, below that | - | - |, and a row on each line.',
};

interface Foreign {
  readonly written: string;
  readonly called: string;
  readonly instead: string;
  /** What comes of it, if it is not printed as it stands. */
  readonly so?: string;
}

/** The signs of other languages mean nothing in Markdown. */
export const markupIsMarkdown: Rule<Foreign> = {
  id: 'markup-is-markdown',
  severity: 'warning',
  says: ({ written, called, so = 'it is printed as it stands' }) =>
    `“${written}” is ${called} and not Markdown, so ${so}`,
  remedy: ({ instead }) => instead,
  why: 'LaTeX, wikis and other tools have signs of their own. Here they mean nothing, and would be printed among the words.',
  examples: {
    good: '# One\n\nA **bold** word, $\\textbf{x}$, `\\newpage` and \\\\newpage.\n',
    bad: '# One\n\nA \\textbf{bold} word.\n',
  },
  check(book, complain) {
    const paths = book.chapters.map(({ file }) => file.path);
    let [before, last] = ['', Number.NaN];
    for (const { match, at } of findInProse(book.chapters, FOREIGN)) {
      // What Leanpub has is typed as two signs; one that was typed as one opens what somebody says.
      if (match[0].startsWith('«')) continue;
      const written = match[0].split('\n')[0]?.trim() ?? '';
      const sign = signOf(match);
      const line = at.node && 'start' in at.node ? (at.node.start?.line ?? 0) : 0;
      const kind = `${sign?.called} ${written.charAt(0)}`;
      const goesOn = sign?.runs && kind === before && line > last && line - last <= 2;
      [before, last] = [kind, line];
      if (!goesOn) complain(sign ? signed(written, sign) : foreign(written, at.file.path, paths), at);
    }
    for (const { tree, file } of book.chapters) {
      visit(tree, 'code', (node) => {
        const code = codeOf(node);
        if (code) complain(code, { file, node });
      });
      visit(tree, 'inlineCode', (node) => {
        if (isRun(node.value, file.extname ?? '')) complain({ written: node.value, ...RUN }, { file, node });
      });
      visit(tree, 'containerDirective', (node) => {
        const { id = '', classes = [] } = node.data?.attributes ?? {};
        // A block that is called by a name is what that says.
        if (node.name !== 'div') return;
        const written = THEOREM.test(id) ? `#${id}` : classes.find((one) => PROOFS.has(one));
        if (written) complain({ written, ...THEOREMS }, { file, node: node.position?.start });
      });
      visit(tree, 'thematicBreak', (node, index, parent) => {
        const { start, end } = node.position ?? {};
        const written = String(file.value).slice(start?.offset, end?.offset);
        const isBelow = parent?.children[(index ?? 0) - 1]?.position?.end.line === (start?.line ?? 0) - 1;
        if (isBelow && COLUMNS.test(written)) complain({ written, ...TABLE }, { file, node });
      });
    }
  },
};

/** What of other tools a block of code is. */
function codeOf({ lang, meta, value }: Code): Foreign | undefined {
  const written = `\`\`\`${lang ?? ''}`;
  const name = lang?.replace(/^\{\.?|\}$/g, '') ?? '';
  if (DRAWN.has(name) || DRAWN.has(lang ?? '')) return { written, ...DRAWING };
  if (Object.hasOwn(FOUND, name) && FOUND[name]?.test(value)) return { written, ...FINDING };
  if (/^\{=[a-z]/.test(lang ?? ''))
    return {
      written,
      called: 'a block of Pandoc for one format alone',
      instead: 'Take it out, or write in Markdown what it is to show.',
    };
  const directive = /^\{([a-z-]+)\}$/.exec(lang ?? '')?.[1] ?? '';
  if (Object.hasOwn(MYST, directive))
    return { written, called: 'a block of MyST', instead: MYST[directive] ?? '' };
  if (directive === 'admonition' || OWN.has(directive) || directive === 'note' || boxNamed(directive))
    return { written, called: 'the box of another tool', instead: boxInstead(directive) };
  if (name === 'admonish')
    return { written, called: 'the box of another tool', instead: boxInstead(meta?.split(' ')[0]) };
  const marked = markIn(value, lang ?? '');
  if (marked) return marked;
  const titled = /(?:^|\s)(?:title|caption|filename)=(?:"([^"]+)"|'([^']+)')/.exec(meta ?? '');
  if (titled)
    return {
      written: titled[0].trim(),
      called: 'the title of code as other tools have it',
      so: 'it is not printed',
      instead: `Write it in braces: ${written} {caption="${titled[1] ?? titled[2]}"}.`,
    };
  if (/^\{[a-z]+,?$/i.test(lang ?? '') && meta?.endsWith('}'))
    return {
      written: `${written} ${meta}`,
      called: 'code that R Markdown would run',
      so: 'it is printed as code, and what stands behind its language is not',
      instead:
        'Write the language alone, ```r, for what is to be read. What it draws or finds has to be saved, and shown as an image or a table.',
    };
  // Code that another tool would run has its language in braces; elsewhere such a line is a comment.
  const [option] = (lang?.startsWith('{') && /^(?:#|\/\/|--|%%)\| .*/.exec(value)) || [];
  return option === undefined
    ? undefined
    : {
        written: option,
        called: 'an option of Quarto',
        instead:
          'Take such lines out: no code is run here. What it draws or finds has to be saved, and shown as an image or a table.',
      };
}

function boxInstead(name = ''): string {
  const kind = boxNamed(name) ?? (OWN.has(name) ? name : 'note');
  return withoutBox(name) ?? `Write :::${kind} on a line of its own, and ::: below the text of the box.`;
}

function signed(written: string, { called, instead, brief = (all) => all }: ForeignSign): Foreign {
  const how = typeof instead === 'string' ? instead : `${instead(written)} ${AS_IT_IS}`;
  return { written: brief(written), called, instead: how };
}

function foreign(written: string, here: string, chapters: readonly string[]): Foreign {
  const instead = `${insteadOf(written, here, chapters)} ${AS_IT_IS}`;
  return { written, called: languageOf(written), instead };
}

/** What of other tools a match is, if it is no command, link or box. */
function signOf({ groups = {} }: RegExpExecArray): ForeignSign | undefined {
  return SIGNS.find((_, i) => groups[`sign${i}`] !== undefined);
}

function languageOf(written: string): string {
  if (written.startsWith('\\')) return 'LaTeX';
  return written.includes('[[') ? 'the link of a wiki' : 'the box of another tool';
}

function insteadOf(written: string, here: string, chapters: readonly string[]): string {
  if (/^!?\[\[/.test(written)) return insteadOfWiki(written, here, chapters);
  const [, command = '', words = ''] = /^\\([A-Za-z]+)\*?(?:\{(.*)\})?$/.exec(written) ?? [];
  if (!command) return boxInstead(written.replace(/^\W+/, ''));
  if (/page$/.test(command) || command === 'pagebreak')
    return 'Chapters begin on a new page by themselves; elsewhere write {.new-page} behind a heading, and in a stylesheet of yours .new-page {break-before: page}.';
  if (command === 'tableofcontents') return 'Take it out: a book has its contents by itself.';
  if (command === 'printindex') return 'Write ::index on a line of its own.';
  const instead = Object.hasOwn(INSTEAD, command) ? INSTEAD[command] : undefined;
  return instead
    ? `Write ${instead(words)}.`
    : 'Write it in Markdown; if it is a formula, put it between dollars.';
}
