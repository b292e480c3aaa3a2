import { AS_IT_IS, type ForeignSign } from './foreign-sign.js';
import { insteadOfTag } from './foreign-tags.js';
import { LEANPUB } from './leanpub-signs.js';

/** Names of pictures that are written most. Other words between colons are a field, or what its author means. */
const PICTURES = [
  ...['smile', 'smiley', 'grin', 'grinning', 'joy', 'laughing', 'rofl', 'blush', 'wink', 'heart_eyes'],
  ...['slightly_smiling_face', 'relaxed', 'sunglasses', 'thinking', 'cry', 'sob', 'scream', 'rage', 'angry'],
  ...[
    'heart',
    'broken_heart',
    'thumbsup',
    'thumbsdown',
    '\\+1',
    '-1',
    'ok_hand',
    'wave',
    'clap',
    'pray',
    'muscle',
  ],
  ...[
    'point_right',
    'point_left',
    'raised_hands',
    'eyes',
    'star',
    'sparkles',
    'fire',
    'rocket',
    'tada',
    'zap',
  ],
  ...['warning', 'bulb', 'memo', 'book', 'books', 'bug', 'key', 'lock', 'bell', 'question', 'exclamation'],
  ...['white_check_mark', 'heavy_check_mark', 'x', 'no_entry', 'construction', 'information_source', '100'],
  ...['sunny', 'coffee', 'tea', 'dog', 'cat', 'rose', 'computer', 'email', 'phone', 'calendar', 'pencil2'],
];

/** What Markdown writes for signs of other tools that stand at the beginning of a line, or between two words. */
export const SIGNS: readonly ForeignSign[] = [
  {
    sign: String.raw`(?<![\\%\p{N}]|\p{N}[ \u00a0])%%(?!%)[^%]{1,2000}%%(?!%)|^%%[ \t]*$`,
    called: 'a comment of Obsidian',
    instead: `Write <!-- … --> around what is not to be printed. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`^\+(?:[-=:]{2,}\+)+[ \t]*$`,
    called: 'a table of Pandoc',
    instead: `Write it with bars: | A | B |, below that | - | - |, and a row on each line. ${AS_IT_IS}`,
    runs: true,
  },
  {
    sign: String.raw`^#\.[ \t]+(?=\S)`,
    called: 'a number of Pandoc',
    instead: `Write 1. before each item, before those with letters, A. or (i), as well; one that belongs to another stands four spaces further in. ${AS_IT_IS}`,
    runs: true,
  },
  {
    sign: String.raw`\\?@ref\([\w:.-]{1,80}\)|\(\\?#(?:eq|fig|tab|thm|def|exm):[\w-]{1,60}\)|^\(ref:[\w-]{1,60}\)[ \t]`,
    called: 'a reference of bookdown',
    instead: `Give what is meant a name with its kind, {#fig-wave}, {#tbl-cups} or {#eq-rise}, and write that where it is spoken of: @fig-wave; a link leads to a heading, [words](#its-words).`,
  },
  {
    sign: String.raw`^\([a-z][\w:.-]{0,60}\)=[ \t]*$`,
    called: 'a target of MyST',
    instead: `Write {#id} behind the heading below it, and [words](#id) where that leads. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`^\(@[\w-]*\)[ \t]+(?=\S)`,
    called: 'an example of Pandoc',
    instead: `Write 1. before each item, with its own number where the list goes on elsewhere. ${AS_IT_IS}`,
    runs: true,
  },
  {
    sign: String.raw`(?<=[^\n]\n[ \t]{0,3})~[ \t]+(?=\p{L})`,
    called: 'a definition of Pandoc',
    instead: `Begin it with a colon in place of the tilde, “: ”, right below its term. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`(?<=[\p{L}\p{N}.])\\ (?=[\p{L}\p{N}°%€$£])`,
    called: 'a space of Pandoc',
    instead: `Write &nbsp; for a space that does not break. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`(?<![^\n])\\[ \t]*(?![^\n])`,
    called: 'an empty line of Pandoc',
    instead: 'Take it out: * * * {.space} on a line of its own leaves a blank line between two scenes.',
  },
  {
    sign: String.raw`^\[[/>-]\][ \t]+(?=\S)`,
    called: 'a task of Obsidian',
    instead: `Write [ ] for what is to be done and [x] for what is. ${AS_IT_IS}`,
    runs: true,
  },
  {
    sign: String.raw`^\[(?:TOC|toc)\][ \t]*$|^\[\[(?:TOC|toc)\]\][ \t]*$`,
    called: 'the contents of another tool',
    instead: `Take it out: a book has its contents by itself, with the pages. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`\{\{(?:<[ \t]*(?!var\b|meta\b|include\b)[\w-]+(?:[^{}\n]{0,300}>\}\}|[^{}\n>]{0,300}$)|%[ \t]*[\w-]+(?:[^{}\n]{0,300}%\}\}|[^{}\n%]{0,300}$))`,
    called: 'a shortcode of Quarto or Hugo',
    instead: insteadOfTag,
  },
  {
    // A name alone is a variable, and told as one that is not known.
    sign: String.raw`(?<!\\)\{\{(?![<%{])[ \t]{0,9}[#>^&]?[ \t]{0,9}(?=["'“”‘’„«]|[\p{L}_][\p{L}\p{N}_.-]*(?:[ \t]*[|(]|[ \t]+[^ \t}]|[ \t]*$)|(?<=>[ \t]{0,9})[\p{L}_])(?:[^\n]{1,300}?\}\}+|[^\n}]{1,300}\}?$)`,
    brief: (written) => written.replace(/^(\{\{[^\p{L}_]*[\p{L}_]+).*/su, '$1 …}}'),
    called: 'a tag of a template',
    instead: `Take it out, and write in Markdown what it is to show; a variable is a name alone, {{version}}. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`(?<!\S):(?:${PICTURES.join('|')}):(?![^\s.,;!?…])`,
    called: 'the name of a picture',
    instead: `Write the sign itself, such as ☺ for :smile:. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`(?<!\\)!\[[^\]\n]{0,300}\]\([^()\s]{1,300}[ \t]+=[\d%]*[ \u00a0]?[x×]?[ \u00a0]?[\d%]*\)`,
    called: 'an image with its size as other tools have it',
    instead: `Write the width behind the image: ![…](…){width=60%}. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`(?<![\p{L}\\])footnote:\[[^\]\n]{1,500}\]`,
    called: 'a note of AsciiDoc',
    instead: `Write ^[the words of the note]. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`(?<!\\)\(\(\([^()\n]{1,120}\)\)\)`,
    called: 'an entry for the index of AsciiDoc',
    instead: `Write []{.index entry="…"}. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`\{%-?[ \t]*(?!end)[A-Za-z_][^{}%\n]{0,300}(?:%\}|$)`,
    called: 'a tag of Jekyll or GitBook',
    instead: insteadOfTag,
  },
  {
    sign: String.raw`\{=(?:latex|tex|html|html4|html5|epub|openxml|opendocument|typst|context|rtf)\}`,
    called: 'the mark of what Pandoc prints as it stands',
    instead: `Take it out with the code before it, or write in Markdown what that is to show. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`^\{:[^{}\n]{1,200}\}[ \t]*$`,
    called: 'an attribute of kramdown',
    instead: `Write {.class} without the colon, right behind the heading, image or words that it belongs to, or take it out. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`^===[!+]?[ \t]+["“”„«»][^"“”„«»\n]{1,200}["“”„«»][ \t]*$`,
    called: 'a tab of MkDocs',
    instead: `Write a heading in its place, and begin its text at the left edge: paper has no tabs. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`(?<![\w+])\+\+(?:ctrl|alt|shift|cmd|command|option|enter|tab|esc|del|delete|backspace|space|fn|win|meta|f\d\d?)(?:\+[\w-]+)*\+\+(?![\w+])`,
    called: 'the keys of MkDocs',
    instead: `Write [Ctrl]{.kbd} for each key. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`\{(?:\+\+[^{}\n]{1,500}\+\+|(?:--|[–—])[^{}\n]{1,500}(?:--|[–—])|(?:>>|»)[^{}\n«]{1,500}(?:<<|«))\}`,
    called: 'a change or a comment of CriticMarkup',
    instead: `Settle it: leave the words that are to be printed, and take out the rest with the braces. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`^(?:--|[–—])8<(?:--|[–—])[ \t]`,
    called: 'a snippet of MkDocs',
    instead: `Write ::include{file="…"} on a line of its own. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`^(?:import[ \t]+(?:[A-Z]\w*|\{[^{}\n]{1,200}\}|\*[ \t]+as[ \t]+\w+)[ \t]+from(?=[ \t]+['"‘’“”„])|export[ \t](?:const|let|default|function)[ \t][^\n]{1,300}$)`,
    called: 'code of MDX',
    instead: `Take it out: no code is run here. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`(?<!\{)\{(?:props|frontMatter|siteConfig|metadata)\.[\w.]{1,100}\}`,
    called: 'code of MDX',
    instead: `Write what it stands for: no code is run here. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`\{/\*[^\n]{0,300}?\*/\}`,
    called: 'a comment of MDX',
    instead: `Write <!-- … --> around what is not to be printed. ${AS_IT_IS}`,
  },
  ...LEANPUB,
  {
    sign: String.raw`(?<=\S|^)[ \t]\^[A-Za-z0-9][A-Za-z0-9-]{2,40}[ \t]*$`,
    called: 'the id of a block in Obsidian',
    instead: `Write {#id} in its place, so that [words](#id) leads there, or take it out. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`^#\p{L}[\p{L}\p{N}_/-]*(?:[ \t,]+#\p{L}[\p{L}\p{N}_/-]*)+[ \t]*$`,
    called: 'a line of tags',
    instead: `Take it out: “keywords” in book.yaml say what the whole book is about. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`<%[^%<>\n]{1,200}%>`,
    called: 'a command of a template',
    instead: `Take it out, and write what it stands for. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`^={2,5}[ \t]+\p{Lu}(?!\P{Ll}*=[ \t]*$).*$`,
    called: 'a heading of AsciiDoc',
    instead: `Write as many # as there are signs: ## Title. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`^\[(?:source|quote|verse|listing|example|NOTE|TIP|WARNING|CAUTION|IMPORTANT)(?:,[^\]\n]{0,100})?\][ \t]*$|^\|={3,}[ \t]*$|^(?:image|include|video|toc)::[^\s[\]]{0,200}\[[^\]\n]{0,200}\][ \t]*$`,
    called: 'a block of AsciiDoc',
    instead: `Write code between lines of ${'```'}, a box as :::note, a table with bars, an image as ![what it shows](one.png), and a file as ::include{file="…"}. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`(?<![\p{L}\\])(?:xref:[^\s[\]]{1,200}|link:\S{1,300}?)\[[^\]\n]{0,200}\]`,
    called: 'a link of AsciiDoc',
    instead: `Write [words](one.md#id). ${AS_IT_IS}`,
  },
  {
    sign: String.raw`^\.\.[ \t][a-z][a-z-]*::(?:[ \t].*)?$`,
    called: 'a directive of reStructuredText',
    instead: `Write it in Markdown: a box is :::note, an image ![what it shows](one.png), code stands between lines of ${'```'}. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`(?<![\w:\\]):(?:ref|doc|term|numref|cite|func|class|meth|mod|attr|eq|math|kbd):(?![^])|\{(?:ref|doc|term|numref|cite(?::\w)?|eq|math|kbd|abbr)\}(?![^])`,
    called: 'a role of Sphinx',
    instead: `Write [words](one.md#id) for what leads elsewhere, @fig-one for what is counted, [@key] for what is cited, and $x$ for a formula. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`^/(?![ /])[^\n]{1,200}\.(?:md|markdown|txt|csv|png|jpe?g|gif|svg)(?:[ \t]+(?:["“”][^"“”\n]*["“”]|\([^()\n]*\)))?[ \t]*$`,
    called: 'a content block of iA Writer',
    instead: `Write ::include{file="…"} for a text, and ![what it shows](one.png "Caption") for a picture, each on a line of its own. ${AS_IT_IS}`,
    runs: true,
  },
  {
    sign: String.raw`\(\([0-9a-f]{8}(?:[-–][0-9a-f]{4}){3}[-–][0-9a-f]{12}\)\)`,
    called: 'a block of Logseq',
    instead: `Write the words of the block that it stands for. ${AS_IT_IS}`,
    runs: true,
  },
];
