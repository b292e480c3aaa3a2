import { z } from 'zod';
import type { BookYaml } from '../../config/keys.js';
import { valueValid } from '../../config/notices.js';
import { readYaml } from '../../config/source.js';
import type { Say } from '../../model/notice.js';
import type { Folder } from '../../model/workshop.js';
import { readText } from '../text.js';
import type { Foreign } from './foreign.js';
import { readSummary } from './summary.js';

/** The part of `book.json` that says what the book is; plugins and the look of a web site are HonKit's own business. */
const schema = z.looseObject({
  title: z.string().optional(),
  author: z.string().optional(),
  description: z.string().optional(),
  language: z.string().optional(),
  root: z.string().optional(),
  variables: z.record(z.string(), z.unknown()).optional(),
});

/** `SUMMARY.md`, `GLOSSARY.md` and `book.json`, as HonKit and GitBook read them; the last may be missing. */
export async function readHonKit(folder: Folder, say: Say): Promise<Foreign | undefined> {
  const file = await readText(folder, 'book.json', say);
  // JSON is YAML, and so its mistakes have places.
  const source = file && readYaml(String(file.value), file, say);
  if (file && !source) return { values: {}, file, unread: true };
  const parsed = schema.safeParse(source?.value ?? {});
  if (file && !parsed.success) {
    const path = parsed.error.issues[0]?.path ?? [];
    say(
      valueValid,
      { key: path.join(' › ') || 'book.json', reason: 'is not what HonKit would accept' },
      { file, node: source?.at(path) },
    );
    return { values: {}, file, unread: true };
  }
  const book = parsed.data ?? {};
  const base = (book.root ?? '').replace(/^\.(?:\/|$)/, '').replace(/(?<=[^/])\/*$/, '/');
  const summary = await readSummary(folder, base, say, file && { file, node: source?.at(['root']) });
  // A folder with some other book.json is a bare folder.
  if (!summary) return undefined;
  const contents = await withGlossary(summary.values.contents, `${base}GLOSSARY.md`, folder);
  return {
    ...summary,
    values: {
      ...summary.values,
      ...(contents ? { contents } : {}),
      ...(book.title ? { title: book.title } : {}),
      ...(book.author ? { author: [{ name: book.author }] } : {}),
      ...(book.description ? { description: book.description } : {}),
      ...(book.language ? { lang: book.language } : {}),
      ...(book.variables ? { variables: plain(book.variables) } : {}),
    },
  };
}

/** The glossary is a page of the book though no summary lists it. */
async function withGlossary(
  contents: BookYaml['contents'],
  path: string,
  folder: Folder,
): Promise<BookYaml['contents']> {
  if (!contents || !(await folder.list()).includes(path)) return contents;
  return { ...contents, back: [...(contents.back ?? []), { file: path, role: 'glossary' }] };
}

/** Variables that are words or numbers; HonKit's may be anything. */
function plain(variables: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  );
}
