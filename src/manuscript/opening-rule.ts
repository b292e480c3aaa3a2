/** From the beginning of a file up to where front matter would end; a rule further down begins none. */
const OPENING = /(?<![\s\S])\ufeff?---[ \t]*\r?\n[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m;
const KEY = /^["']?[\p{L}\p{N}_-]+["']?[ \t]*:(?:[ \t]|\r?$)/mu;

/**
 * Whether a file begins with a rule and not with front matter: an empty line is below it, as it is not in Pandoc, and nothing
 * between it and the next one is a key.
 */
export function opensWithRule(text: string): boolean {
  const between = OPENING.exec(text)?.[1];
  return between !== undefined && between.trim() !== '' && !KEY.test(between);
}
