import type { BookYaml } from './keys.js';

/** `{{name}}`; HonKit's `{{ book.name }}` and Quarto's `{{< var name >}}` and `{{< meta name >}}` mean the same. */
export const VARIABLE =
  /\{\{(?:[ \t]*(?:book\.)?([\p{L}_][\p{L}\p{N}_.-]*)[ \t]*|<[ \t]*(?:var|meta)[ \t]+([\p{L}_][\p{L}\p{N}_.-]*)[ \t]*>)\}\}/gu;

/** @param miss is told of each that nobody has defined; its braces stay */
export function filledIn(
  text: string,
  variables: ReadonlyMap<string, string>,
  miss: (name: string) => void,
): string {
  return text.replace(VARIABLE, (written, ours?: string, theirs = '') => {
    const name = ours ?? theirs;
    const value = variables.get(name);
    if (value === undefined) miss(name);
    return value ?? written;
  });
}

/** What is printed of these keys is text, and variables stand in it as in the text of a chapter. */
const TEXTS = ['title', 'subtitle', 'description', 'rights'] as const;

/** What is known of the book, its variables filled in. */
export function withVariables(
  values: BookYaml,
  variables: ReadonlyMap<string, string>,
  miss: (name: string, key: string) => void,
): BookYaml {
  const filled = TEXTS.map((key) => [
    key,
    values[key] && filledIn(values[key], variables, (name) => miss(name, key)),
  ]);
  return { ...values, ...Object.fromEntries(filled) };
}
