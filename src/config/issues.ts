import type { z } from 'zod';

/** One thing that a schema finds wrong. */
export type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: 'must be text',
  number: 'must be a number',
  int: 'must be a whole number',
  boolean: 'must be true or false',
  array: 'must be a list',
  object: 'must be keys and values',
  record: 'must be keys and values',
};

/** Says what is wrong with a value where the schema itself does not; goes on from the name of its key. */
export function inWords(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined) return 'is missing';
  if (issue.code === 'invalid_type') return KINDS[issue.expected] ?? `must be ${issue.expected}`;
  if (issue.code === 'too_small') return `must be at least ${issue.minimum}`;
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}`;
  return 'is not what this key takes';
}

/** What is wrong, as it goes on from the name of a key; of a name that is no name, what is wrong with that. */
export function reasonOf(issue: Issue): string {
  return (issue.code === 'invalid_key' && issue.issues[0]?.message) || issue.message;
}

/** Of a value that fits none of several forms, the faults in the form that it comes nearest to. */
export function nearest(issue: Issue, value: unknown): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const forms = issue.errors
    .map((found) => found.flatMap((one) => nearest({ ...one, path: [...issue.path, ...one.path] }, value)))
    // A form of another kind (a text where keys were written) is not near at all.
    .filter(
      (faults) =>
        faults.length &&
        faults.every((one) => one.path.length > issue.path.length || !OTHER_KIND.has(one.code)),
    )
    .sort((a, b) => weight(a) - weight(b));
  const faults = forms[0];
  if (!faults) return [issue];
  // A mistyped key is the reason that the right one is missing.
  const mistyped = faults.some((one) => one.code === 'unrecognized_keys');
  return mistyped
    ? faults.filter((one) => one.code === 'unrecognized_keys' || at(value, one.path) !== undefined)
    : faults;
}

const OTHER_KIND: ReadonlySet<string> = new Set(['invalid_type', 'invalid_union', 'invalid_value']);

function weight(faults: readonly Issue[]): number {
  return faults.reduce((sum, one) => sum + (one.code === 'unrecognized_keys' ? one.keys.length : 1), 0);
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, key) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, key) : undefined),
    value,
  );
}
