/** What needs no quotation marks in any shell. */
const PLAIN = /^[\p{L}\p{N}_./\\:@%+=,-]+$/u;

/** A name as it is typed on a command line: in quotation marks where a shell would read it as several words, or as an order. */
export function typed(name: string): string {
  if (PLAIN.test(name)) return name;
  return /["$`!]/.test(name) ? `'${name.replaceAll("'", `'\\''`)}'` : `"${name}"`;
}
