import { byName } from '../config/other-tools.js';
import { AS_IT_IS, type ForeignSign } from './foreign-sign.js';

/** What is written here for signs of Leanpub's Markua, by their names. */
const OF_MARKUA: Readonly<Record<string, readonly string[]>> = {
  'Write :::aside on a line of its own in its place, and ::: in that of its end.': ['aside', 'blurb'],
  'Write :::verse on a line of its own in its place, and ::: in that of its end.': ['poem'],
  'Write :::exercise on a line of its own in its place, and ::: in that of its end.': ['quiz', 'exercise'],
  'Write > before each line of the quotation, and nothing else.': ['quote'],
  'Write []{.index entry="…"}.': ['i'],
  'Take it out: a chapter begins on a new page by itself.': ['pagebreak'],
  'Take it out: “contents” in book.yaml says what stands in front, in the body and at the back.': [
    ...['frontmatter', 'mainmatter', 'backmatter', 'book'],
  ],
  'Take it out: the edition “sample” has the first chapters.': ['sample'],
};
const BY_MARK = byName(OF_MARKUA);

function insteadOfMarkua(written: string): string {
  const name = /[a-z-]+/.exec(written)?.[0] ?? '';
  if (/^\{lang=[\w-]+\}/.test(written))
    return 'For code, write it behind the signs that this begins with: ```js. For a text in another language, write :::div{lang=fr} on a line of its own before it, and ::: behind it.';
  if (/\b(?:lang|line-numbers|starting-line-number|crop-\w+)\b/.test(written))
    return 'Write it behind the signs that the code begins with: ```js {caption="…"}, with .numbered in the braces for numbers.';
  return (
    BY_MARK.get(name) ??
    'Write it right behind the heading, image, code or words that it belongs to, in this form: {#id .class width=60%}.'
  );
}

/** What Leanpub has signs for, in its own Markdown and in Markua. */
export const LEANPUB: readonly ForeignSign[] = [
  {
    sign: String.raw`^(?:[BDEGIQTWX]>(?:[ \t]+\S.*)?|[AC]>(?:[ \t]+[#\p{Lu}].*)?)$`,
    called: 'a box of Leanpub',
    brief: (written) => written.slice(0, 2),
    instead: `Write :::aside, :::note, :::tip or :::warning on a line of its own, its text below it without these letters, and ::: below that. ${AS_IT_IS}`,
    runs: true,
  },
  {
    sign: String.raw`^\{(?:(?:blurb|aside|quiz|exercise|pagebreak|frontmatter|mainmatter|backmatter|poem|quote)(?:[:,][^{}\n]{0,200})?|(?:book|icon|class|title|caption|alt|width|format|lang|line-numbers|type|sample|i|id):[^{}\n]{1,200})\}[ \t]*$|\{i:[ \t]*["“”][^{}\n]{1,200}\}`,
    called: 'a sign of Leanpub',
    instead: insteadOfMarkua,
  },
  {
    sign: String.raw`^\{(?:lang|title|line-numbers|starting-line-number|linenos|crop-(?:start|end)(?:-line)?|format|encoding)=[^{}\n]{1,300}\}[ \t]*$`,
    called: 'a sign of Leanpub',
    brief: (written) => written.replace(/=.*/s, '=…}'),
    instead: insteadOfMarkua,
  },
  {
    // What the file is called may be a link, and then the text ends before it.
    sign: String.raw`(?<![^\n])(?:<<|«)(?:(?:\[[^\]\n]{0,200}\])?\([^()\s]{1,300}\)[ \t]*$|(?![^]))`,
    called: 'a file that Leanpub shows',
    brief: () => '<<',
    instead: `Write ${'```'}js {file="code/one.js" caption="…"} and ${'```'} below it, or ::include{file="one.md"} for a text. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`^%%(?!%)[ \t]*[^\s%][^%\n]*$`,
    called: 'a comment of Leanpub',
    brief: () => '%%',
    instead: `Write <!-- … --> around what is not to be printed. ${AS_IT_IS}`,
    runs: true,
  },
  {
    sign: String.raw`^-#[ \t]+\S.*$`,
    called: 'a part of Leanpub',
    instead: `Take it out, and name the part in “contents” of book.yaml: {part: Evening, chapters: [one.md, two.md]}. ${AS_IT_IS}`,
  },
];
