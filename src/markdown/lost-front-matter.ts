/** What keeps front matter from being that. */
export type FrontMatterFault = 'open' | 'late' | 'toml' | 'dashes' | 'bare';

/** What looks like front matter at the beginning of a file in which none was found, and what keeps it from being that. */
export function lostFrontMatter(text: string): { fault: FrontMatterFault; line: number } | undefined {
  if (/^---[ \t]*\r?\n[\w-]+:[ \t]/.test(text)) return { fault: 'open', line: 1 };
  if (/^\+\+\+[ \t]*\r?\n/.test(text)) return { fault: 'toml', line: 1 };
  if (DASHES.test(text)) return { fault: 'dashes', line: 1 };
  if (BARE.test(text)) return { fault: 'bare', line: 1 };
  const [late, before = ''] = LATE.exec(text) ?? [];
  return late === undefined ? undefined : { fault: 'late', line: before.split('\n').length };
}

/** Keys and values between two lines of dashes, behind empty lines or spaces. */
const LATE =
  /^(\s+)---[ \t]*\r?\n[ \t]*[a-z][\w-]*:(?:[ \t].*)?\r?\n(?:(?:[\w-]+:|- |#|[ \t]).*\r?\n)*?[ \t]*---[ \t]*(?:\r?\n|$)/;
/** Keys that text does not begin with by chance. */
const KEY =
  '(?:title|subtitle|author|authors|lang|language|date|description|role|draft|layout|tags|slug):[ \\t]';
/** A line of other dashes, as an editor makes them that means it well, and such keys. */
const DASHES = new RegExp(`^(?:[—–-]+(?:[ \\t][—–-]+)*)[ \\t]*\\r?\\n${KEY}`, 'i');
/** A title and what else is said of a text, to a line of dashes, or with another such key. */
const BARE = new RegExp(`^title:[ \\t].*\\r?\\n(?:(?:(?:[\\w-]+:|- |[ \\t]).*\\r?\\n){0,20}---|${KEY})`, 'i');
