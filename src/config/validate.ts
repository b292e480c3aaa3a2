import type { VFile } from 'vfile';
import type { z } from 'zod';
import type { Say } from '../model/notice.js';
import { guess } from './guess.js';
import { type Issue, inWords, nearest, reasonOf } from './issues.js';
import { BOOK_ALIASES, bookSchema, NESTED_KEYS } from './keys.js';
import { dateReads, frontMatterKeyKnown, keyKnown, valueValid } from './notices.js';
import { isOfSites, saidHere } from './other-tools.js';
import type { Source } from './source.js';

type Shape = z.ZodObject<z.ZodRawShape>;

/**
 * Holds a source against a schema and says what is wrong, each thing at its place. What is wrong is left out of the
 * answer, so that the rest of the build can find the author's other mistakes.
 * @param lenient an unknown key at the top is a warning (front matter is shared with other tools)
 */
export function validate<Schema extends Shape>(
  schema: Schema,
  source: Source,
  aliases: Readonly<Record<string, string>>,
  file: VFile,
  say: Say,
  lenient = false,
): z.infer<Schema> {
  const { value, written, doubled } = rename(source.value, aliases);
  if (value === undefined) {
    const key = lenient ? 'front matter' : (file.basename ?? 'the file');
    const reason = 'must be keys and values, one a line: “title: My book”';
    say(valueValid, { key, reason }, { file, node: { line: 1, column: 1 } });
    return {} as z.infer<Schema>;
  }
  for (const [key, name] of doubled) {
    const reason = `means the same as “${name}”, which is there too`;
    say(valueValid, { key, reason }, { file, node: source.keyAt([key]) });
  }
  const result = schema.safeParse(value, { error: inWords });
  if (result.success) return result.data as z.infer<Schema>;

  const asWritten = ([first, ...rest]: readonly PropertyKey[]): PropertyKey[] =>
    first === undefined ? [] : [written.get(String(first)) ?? first, ...rest];
  const right = new Map(Object.entries(value));
  const issues = result.error.issues.flatMap((one) => nearest(one, value));
  const mistyped = new Set(
    issues.flatMap(({ code, path }) => (code === 'unrecognized_keys' && path[0]) || []),
  );
  for (const issue of issues) {
    // That a key is mistyped says why there is nothing in its value.
    if (issue.code === 'custom' && mistyped.has(issue.path[0] ?? '')) continue;
    const path = asWritten(issue.path);
    const key = String(path[0]);
    if (issue.code === 'unrecognized_keys') sayUnknown(issue, path);
    // A name that other tools give to other things, too: this one is theirs.
    else if (lenient && Object.hasOwn(aliases, key)) {
      say(frontMatterKeyKnown, { key }, { file, node: source.keyAt([key]) });
      right.delete(String(issue.path[0]));
    } else if (lenient && key === 'date') {
      say(dateReads, { value: String(right.get(key)).trim() }, { file, node: source.at(path) });
      right.delete(key);
    } else {
      const node = (issue.code === 'invalid_key' && source.keyAt(path)) || source.at(path);
      say(valueValid, { key: nameOf(path), reason: reasonOf(issue) }, { file, node });
      right.delete(String(issue.path[0]));
    }
  }
  const again = schema.safeParse(Object.fromEntries(right));
  return (again.success ? again.data : {}) as z.infer<Schema>;

  function sayUnknown(
    issue: Extract<Issue, { code: 'unrecognized_keys' }>,
    path: readonly PropertyKey[],
  ): void {
    const known = path.length ? (NESTED_KEYS[String(issue.path[0])] ?? []) : Object.keys(schema.shape);
    for (const key of issue.keys) {
      const hint = guess(
        key,
        known.filter((one) => one !== key),
      );
      // What else other tools say of an author, an address or a house, is theirs; what may be mistyped is not.
      const isTheirs = lenient && issue.path[0] === 'author' && hint === undefined;
      const top = String(issue.path[0] ?? key);
      if (isTheirs) right.set(top, without(right.get(top), issue.path.slice(1), key));
      else right.delete(top);
      if (lenient && !path.length && isOfSites(key)) continue;
      const at = { file, node: source.keyAt([...path, key]) ?? source.at(path) };
      const plain = key.toLowerCase();
      const ofBook =
        !known.includes(plain) &&
        (Object.hasOwn(bookSchema.shape, plain) || Object.hasOwn(BOOK_ALIASES, plain));
      const facts = {
        key,
        guess: hint,
        instead: path.length ? undefined : (saidHere(key) ?? (ofBook ? `“${plain}”` : undefined)),
        known,
      };
      if (isTheirs || (lenient && !path.length)) say(frontMatterKeyKnown, facts, at);
      else say(keyKnown, facts, at);
    }
  }
}

/** A value without a key of what stands in it at a path. */
function without(value: unknown, [first, ...rest]: readonly PropertyKey[], key: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one, i) => (i === first ? without(one, rest, key) : one));
  const entries = Object.entries(value);
  return Object.fromEntries(
    first === undefined
      ? entries.filter(([name]) => name !== key)
      : entries.map(([name, inside]) => [name, name === first ? without(inside, rest, key) : inside]),
  );
}

/** A key path as a person reads it: `contents › entry 2 › role`. */
function nameOf(path: readonly PropertyKey[]): string {
  return path
    .map((segment) => (typeof segment === 'number' ? `entry ${segment + 1}` : String(segment)))
    .join(' › ');
}

interface Renamed {
  /** The keys by our names; `undefined` if there are no keys at all. */
  readonly value?: Readonly<Record<string, unknown>>;
  /** The names that were written, by ours. */
  readonly written: ReadonlyMap<string, string>;
  /** Names that were written beside ours for the same key, with ours. */
  readonly doubled: readonly (readonly [string, string])[];
}

/** A key without a value (`subtitle:`) is one that its author has not filled in yet: the same as none. */
function rename(value: unknown, aliases: Readonly<Record<string, string>>): Renamed {
  const written = new Map<string, string>();
  const doubled: [string, string][] = [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { written, doubled };
  const renamed: [string, unknown][] = [];
  for (const [key, content] of Object.entries(value)) {
    const name = (Object.hasOwn(aliases, key) && aliases[key]) || key;
    if (content === null || content === undefined) continue;
    if (name !== key && Object.hasOwn(value, name)) doubled.push([key, name]);
    else {
      written.set(name, key);
      renamed.push([name, content]);
    }
  }
  return { value: Object.fromEntries(renamed), written, doubled };
}
