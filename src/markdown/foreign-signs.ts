/** A sign of Pandoc or Obsidian that is none here. */
export interface ForeignSign {
  /** As a pattern with the flags `m` and `u`. */
  readonly sign: string;
  readonly called: string;
  readonly instead: string;
}

export const AS_IT_IS = 'A backslash before it keeps it as it is.';

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
];
