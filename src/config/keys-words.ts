import { z } from 'zod';
import { en } from '../language/words/en.js';
import type { OwnWords } from '../language/words.js';
import type { Words } from '../model/words.js';
import { line } from './values.js';

/** `words:` of `book.yaml`: one key for each word of the table, grouped as the table groups them. */
export const words = z.strictObject(
  Object.fromEntries(
    Object.keys(en).map((key) => {
      const group = Object.keys(grouped(key as keyof Words));
      const one = group.length
        ? z.strictObject(Object.fromEntries(group.map((name) => [name, line.optional()])))
        : line;
      return [key, one.optional()];
    }),
  ),
) as unknown as z.ZodType<OwnWords>;

function grouped(key: keyof Words): object {
  return typeof en[key] === 'string' ? {} : en[key];
}

/** All of these keys, the groups' and those in them. */
export const WORD_KEYS = Object.keys(en).flatMap((key) => [key, ...Object.keys(grouped(key as keyof Words))]);
