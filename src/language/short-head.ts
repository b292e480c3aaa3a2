/** Longest words that a running head has room for, in characters. */
const LONGEST = 60;

/** What a running head says of a name: all of it, or as many of its words as there is room for. */
export function shortHead(name: string): string {
  if (name.length <= LONGEST) return name;
  const cut = name.slice(0, LONGEST - 1);
  return `${cut.slice(0, Math.max(20, cut.lastIndexOf(' ')))}…`;
}
