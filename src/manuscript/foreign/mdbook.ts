import { parse as parseToml, TomlError } from 'smol-toml';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { z } from 'zod';
import { valueValid } from '../../config/notices.js';
import type { Say } from '../../model/notice.js';
import type { Folder } from '../../model/workshop.js';
import { readText } from '../text.js';
import type { Foreign } from './foreign.js';
import { readSummary } from './summary.js';

/** The part of mdBook's `book.toml` that says what the book is; the rest is mdBook's own business. */
const schema = z.object({
  book: z
    .object({
      title: z.string().optional(),
      authors: z.array(z.string()).optional(),
      description: z.string().optional(),
      language: z.string().optional(),
      src: z.string().optional(),
    })
    .optional(),
});

/** `book.toml` with its `SUMMARY.md`, as mdBook reads them. */
export async function readMdBook(folder: Folder, say: Say): Promise<Foreign | undefined> {
  const file = await readText(folder, 'book.toml', say);
  if (!file) return undefined;
  try {
    const { book = {} } = schema.parse(parseToml(String(file.value)));
    const src = (book.src ?? 'src').replace(/\/*$/, '/');
    const summary = await readSummary(folder, src, say, { file, node: lineOf(file, /^\s*src\s*=/) });
    return {
      file,
      listing: summary?.listing,
      values: {
        ...summary?.values,
        ...(book.title ? { title: book.title } : {}),
        ...(book.authors ? { author: book.authors.map((name) => ({ name })) } : {}),
        ...(book.description ? { description: book.description } : {}),
        ...(book.language ? { lang: book.language } : {}),
      },
    };
  } catch (error) {
    const node = error instanceof TomlError ? { line: error.line, column: error.column } : undefined;
    const reason =
      error instanceof TomlError
        ? `cannot be read as TOML: ${(error.message.split('\n')[0] ?? '').replace('Invalid TOML document: ', '')}`
        : 'is not what mdBook would accept';
    const key = error instanceof z.ZodError ? error.issues[0]?.path.join(' › ') : 'book.toml';
    say(valueValid, { key: key ?? 'book.toml', reason }, { file, node });
    return { file, values: {}, unread: true };
  }
}

/** Where a line of the file begins; TOML is read without places. */
function lineOf(file: VFile, pattern: RegExp): Point | undefined {
  const line = String(file.value)
    .split('\n')
    .findIndex((text) => pattern.test(text));
  return line < 0 ? undefined : { line: line + 1, column: 1 };
}
