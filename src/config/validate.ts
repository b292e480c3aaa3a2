import type { VFile } from 'vfile';
import type { z } from 'zod';
import type { Say } from '../model/notice.js';
import { guess } from './guess.js';
import { frontMatterKeyKnown, keyKnown, valueValid } from './notices.js';
import type { Source } from './source.js';

type Shape = z.ZodObject<z.ZodRawShape>;
type Issue = z.core.$ZodIssue;

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
  const { value, written } = rename(source.value, aliases);
  if (value === undefined) {
    say(
      valueValid,
      { key: file.basename ?? 'the file', reason: 'must be keys and values, one a line: “title: My book”' },
      { file, node: { line: 1, column: 1 } },
    );
    return {} as z.infer<Schema>;
  }
  const at = (path: readonly PropertyKey[]) => ({
    file,
    node: source.at([written.get(String(path[0])) ?? path[0] ?? '', ...path.slice(1)]),
  });
  const result = schema.safeParse(value);
  if (result.success) return result.data as z.infer<Schema>;

  const rest = { ...value };
  for (const issue of result.error.issues.map(deepest)) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const known = knownKeys(schema, issue.path);
        const place = at([...issue.path, key]);
        const guessed = guess(key, known);
        if (lenient && !issue.path.length) say(frontMatterKeyKnown, { key, guess: guessed }, place);
        else say(keyKnown, { key, guess: guessed, known }, place);
        delete rest[String(issue.path[0] ?? key)];
      }
    } else {
      say(valueValid, { key: issue.path.join('.') || 'this file', reason: issue.message }, at(issue.path));
      delete rest[String(issue.path[0])];
    }
  }
  const again = schema.safeParse(rest);
  return (again.success ? again.data : {}) as z.infer<Schema>;
}

function rename(
  value: unknown,
  aliases: Readonly<Record<string, string>>,
): { value?: Record<string, unknown>; written: Map<string, string> } {
  const written = new Map<string, string>();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { written };
  const renamed: Record<string, unknown> = {};
  for (const [key, content] of Object.entries(value)) {
    const name = Object.hasOwn(aliases, key) ? (aliases[key] ?? key) : key;
    if (name !== key && Object.hasOwn(value, name)) continue;
    written.set(name, key);
    renamed[name] = content;
  }
  return { value: renamed, written };
}

/** Of a value that fits none of several forms, the fault in the form it comes nearest to. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors
    .map((branch) => branch[0])
    .filter(
      (one) =>
        one !== undefined &&
        (one.path.length > 0 || one.code === 'unrecognized_keys' || one.code === 'custom'),
    );
  const best = inner.sort((a, b) => (b?.path.length ?? 0) - (a?.path.length ?? 0))[0];
  return best ? deepest({ ...best, path: [...issue.path, ...best.path] } as Issue) : issue;
}

function knownKeys(schema: Shape, path: readonly PropertyKey[]): string[] {
  return path.length ? [] : Object.keys(schema.shape);
}
