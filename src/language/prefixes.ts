/**
 * Words that are always written as one with the next: in Arabic “and”, “then”, “in”, “like”, “for” and the article, in Hebrew “and”, “the”, “in”,
 * “to”, “from”, “that”, “like”; as a regular expression (`u`) for what a text ends with.
 */
const JOINED = /(?<![\p{L}\p{M}\p{N}_@/.])(?:[وف]?(?:[بكل]?ال|لل|[بكل])|[وف]|[והבלמשכ]{1,3})$/u;
/** The prefix that a text ends with, to be joined to what comes next. */
export function prefixAtEnd(text: string): string | undefined {
  return JOINED.exec(text)?.[0];
}

/** A name behind its prefix: in Arabic it has one article, which is written together with “for”. */
export function behindPrefix(name: string, prefix: string): string {
  if (/(?:ال|لل)$/.test(prefix)) return name.replace(/^ال/, '');
  return prefix.endsWith('ل') ? name.replace(/^ا(?=ل)/, '') : name;
}
