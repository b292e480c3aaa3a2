/** From the beginning of a file, where an empty line is below its first rule, up to where front matter would end. */
const OPENING = /^\ufeff?---[ \t]*\r?\n[ \t]*\r?\n([\s\S]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/;
const KEY = /^["']?[\p{L}\p{N}_-]+["']?[ \t]*:(?:[ \t]|\r?$)/mu;

/**
 * Whether a file begins with a rule and not with front matter: an empty line is below it, as it is not in Pandoc, and nothing
 * between it and the next one is a key.
 */
export function opensWithRule(text: string): boolean {
  const between = OPENING.exec(text)?.[1];
  return between !== undefined && between.trim() !== '' && !KEY.test(between);
}
