import type { Options } from 'remark-frontmatter';

/** From the beginning of a file up to where front matter would end; a rule further down begins none. */
const OPENING = /(?<![\s\S])\ufeff?---[ \t]*\r?\n[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m;
const KEY = /^["']?[\p{L}\p{N}_-]+["']?[ \t]*:(?:[ \t]|\r?$)/mu;
/** From the beginning of a file up to dashes or, as YAML and Pandoc may have it, three dots: what comes first ends it. */
const ENDED = /(?<![\s\S])\ufeff?---[ \t]*\r?\n([\s\S]*?)^(---|\.{3})[ \t]*\r?$/m;

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

/**
 * What reads a text, by what its front matter is told from it by: nothing, dots, or dashes.
 * @param make makes a reader of the fences that it is to know
 */
export function byFrontMatter<Reader>(
  make: (fences: Exclude<Options, string>) => Reader,
): (text: string) => Reader {
  const [none, dots, dashes] = [
    make([]),
    make([{ type: 'yaml', fence: { open: '---', close: '...' } }]),
    make(['yaml']),
  ];
  return (text) => (opensWithRule(text) ? none : endsWithDots(text) ? dots : dashes);
}
