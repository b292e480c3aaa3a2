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

function namesIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(VARIABLE)].map(([, ours, theirs = '']) => ours ?? theirs));
}

/** What is printed of these keys is text, and variables stand in it as in the text of a chapter. */
const TEXTS = ['title', 'subtitle', 'description', 'rights'] as const;

/** Of these the text of the others can speak. */
const NAMED = ['title', 'subtitle'] as const;

/**
 * What is known of the book, its variables filled in.
 * @param miss is told of each that nobody has defined, and of one that would stand within itself, also by way of another
 */
export function withVariables(
  values: BookYaml,
  variables: ReadonlyMap<string, string>,
  miss: (name: string, key: string) => void,
): BookYaml {
  const facts = NAMED.filter((name) => values[name] !== undefined && !(name in (values.variables ?? {})));
  const fill = (key: (typeof TEXTS)[number], within: readonly string[]): string | undefined => {
    const text = values[key];
    if (text === undefined) return undefined;
    const known = new Map(variables);
    const around = [...within, key];
    for (const name of facts.filter((fact) => namesIn(text).has(fact))) {
      const value = around.includes(name) ? undefined : fill(name, around);
      if (value === undefined) known.delete(name);
      else known.set(name, value);
    }
    const told = (name: string): boolean => within.length === 0 || name === within[0];
    return filledIn(text, known, (name) => told(name) && miss(name, key));
  };
  return { ...values, ...Object.fromEntries(TEXTS.map((key) => [key, fill(key, [])])) };
}
