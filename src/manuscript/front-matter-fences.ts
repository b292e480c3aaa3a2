import type { Options } from 'remark-frontmatter';

/** From the beginning of a file up to where front matter would end; a rule further down begins none. */
const OPENING = /(?<![\s\S])\ufeff?---[ \t]*\r?\n[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m;
const KEY = /^["']?[\p{L}\p{N}_-]+["']?[ \t]*:(?:[ \t]|\r?$)/mu;
/** From the beginning of a file up to dashes or, as YAML and Pandoc may have it, three dots: what comes first ends it. */
const ENDED = /(?<![\s\S])\ufeff?---[ \t]*\r?\n([\s\S]*?)^(---|\.{3})[ \t]*\r?$/m;
const DASHED = /(?<![\s\S])\ufeff?---[ \t]*\r?\n[\s\S]*?^---[ \t]*\r?$/m;

/**
 * Whether a file begins with a rule and not with front matter: an empty line is below it, as it is not in Pandoc, and nothing
 * between it and the next one is a key.
 */
function opensWithRule(text: string): boolean {
  const between = OPENING.exec(text)?.[1];
  return between !== undefined && between.trim() !== '' && !KEY.test(between);
}

function endsWithDots(text: string): boolean {
  const [, between = '', end] = ENDED.exec(text) ?? [];
  return end === '...' && KEY.test(between) && /^[^\S\n]*\S/.test(between);
}

/** What tells the front matter of a text from it: nothing, dots, or dashes. */
function fenceOf(text: string): 'none' | 'dots' | 'dashes' {
  return opensWithRule(text) ? 'none' : endsWithDots(text) ? 'dots' : 'dashes';
}

/** How many lines at the beginning of a text are its front matter, with what opens and closes it. */
export function linesOfFrontMatter(text: string): number {
  const end = { none: undefined, dots: ENDED, dashes: DASHED }[fenceOf(text)];
  const [found] = end?.exec(text) ?? [];
  return found === undefined ? 0 : found.split('\n').length;
}

/**
 * What reads a text, by what its front matter is told from it by.
 * @param make makes a reader of the fences that it is to know
 */
export function byFrontMatter<Reader>(
  make: (fences: Exclude<Options, string>) => Reader,
): (text: string) => Reader {
  const readers = {
    none: make([]),
    dots: make([{ type: 'yaml', fence: { open: '---', close: '...' } }]),
    dashes: make(['yaml']),
  };
  return (text) => readers[fenceOf(text)];
}
