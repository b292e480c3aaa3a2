import { z } from 'zod';
import type { ContentsEntry } from '../../config/keys.js';
import { readYaml } from '../../config/source.js';
import type { Say } from '../../model/notice.js';
import type { Folder } from '../../model/workshop.js';
import { readText } from '../text.js';
import type { Foreign } from './summary.js';

const names = z.union([
  z.string().transform((one) => [one]),
  z.array(z.union([z.string(), z.object({ name: z.string() }).transform((person) => person.name)])),
]);
const chapter = z.union([
  z.string(),
  z.object({ href: z.string() }).transform((link) => link.href),
  z.object({ file: z.string() }).transform((link) => link.file),
]);
const schema = z.object({
  lang: z.string().optional(),
  book: z.object({
    title: z.string().optional(),
    subtitle: z.string().optional(),
    author: names.optional(),
    description: z.string().optional(),
    chapters: z
      .array(z.union([z.object({ part: z.string(), chapters: z.array(chapter).default([]) }), chapter]))
      .default([]),
    appendices: z.array(chapter).default([]),
  }),
});

/** Title, authors and order from Quarto's `_quarto.yml`; `.qmd` chapters are read as the Markdown that they are. */
export async function readQuarto(folder: Folder, say: Say): Promise<Foreign | undefined> {
  const file = await readText(folder, '_quarto.yml', say);
  if (!file) return undefined;
  const source = readYaml(String(file.value), file, say);
  const parsed = schema.safeParse(source?.value);
  if (!parsed.success) return undefined;
  const { book, lang } = parsed.data;
  const body = book.chapters.map((entry): ContentsEntry => {
    if (typeof entry === 'string') return { file: entry };
    const chapters = entry.chapters.map((path) => ({ file: path }));
    // A part is named by a title, or by a file that holds it.
    return /\.q?md$/.test(entry.part)
      ? { part: '', file: entry.part, chapters }
      : { part: entry.part, chapters };
  });
  return {
    file,
    values: {
      ...(book.title ? { title: book.title } : {}),
      ...(book.subtitle ? { subtitle: book.subtitle } : {}),
      ...(book.author ? { author: book.author.map((name) => ({ name })) } : {}),
      ...(book.description ? { description: book.description } : {}),
      ...(lang ? { lang } : {}),
      contents: {
        front: [],
        body,
        back: book.appendices.map((path) => ({ file: path, role: 'appendix' as const })),
      },
    },
  };
}
