/** A sign of another tool that is none here. */
export interface ForeignSign {
  /** As a pattern with the flags `m` and `u`. */
  readonly sign: string;
  readonly called: string;
  readonly instead: string;
}

export const AS_IT_IS = 'A backslash before it keeps it as it is.';

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
    sign: String.raw`(?<![\\%\p{N}]|\p{N}[ \u00a0])%%(?!%)[^%]{1,500}%%(?!%)|^%%[ \t]*$`,
    called: 'a comment of Obsidian',
    instead: `Write <!-- … --> around what is not to be printed. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`^\+(?:[-=:]{2,}\+)+[ \t]*$`,
    called: 'a table of Pandoc',
    instead: `Write it with bars: | A | B |, below that | - | - |, and a row on each line. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`^#\.[ \t]+(?=\S)`,
    called: 'a number of Pandoc',
    instead: `Write 1. before each item. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`^\(@[\w-]*\)[ \t]+(?=\S)`,
    called: 'an example of Pandoc',
    instead: `Write 1. before each item, with its own number where the list goes on elsewhere. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`(?<=[\p{L}\p{N}.])\\ (?=[\p{L}\p{N}°%€$£])`,
    called: 'a space of Pandoc',
    instead: `Write &nbsp; for a space that does not break. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`^\[[/>-]\][ \t]+(?=\S)`,
    called: 'a task of Obsidian',
    instead: `Write [ ] for what is to be done and [x] for what is. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`^\[(?:TOC|toc)\][ \t]*$|^\[\[(?:TOC|toc)\]\][ \t]*$`,
    called: 'the contents of another tool',
    instead: `Take it out: a book has its contents by itself, with the pages. ${AS_IT_IS}`,
  },
  {
    sign: String.raw`\{\{(?:<[ \t]*(?:/[ \t]*)?(?!var\b|meta\b|include\b)[\w-]+[^{}\n]{0,200}>|%[ \t]*(?:/[ \t]*)?[\w-]+[^{}\n]{0,200}%)\}\}`,
    called: 'a shortcode of Quarto or Hugo',
    instead: `Take it out, and write in Markdown what it is to show; a chapter begins on a new page by itself. ${AS_IT_IS}`,
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
];
