import { z } from 'zod';
import type { ContentsEntry } from '../../config/keys-contents.js';
import { valueValid } from '../../config/notices.js';
import { readYaml } from '../../config/source.js';
import type { At, Say } from '../../model/notice.js';
import type { Folder } from '../../model/workshop.js';
import { readText } from '../text.js';
import type { Foreign } from './foreign.js';

const words = z.union([z.string(), z.number().transform(String)]);
const name = z.union([words, z.looseObject({ name: words }).transform((person) => person.name)]);
const names = z.union([name.transform((one) => [one]), z.array(name)]);
const chapter = z.union([
  z.string(),
  z.looseObject({ href: z.string() }).transform((link) => link.href),
  z.looseObject({ file: z.string() }).transform((link) => link.file),
]);
const paths = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const schema = z.looseObject({
  lang: z.string().optional(),
  bibliography: paths.optional(),
  csl: z.string().optional(),
  book: z.looseObject({
    title: words.optional(),
    subtitle: words.optional(),
    author: names.optional(),
    description: words.optional(),
    date: words.optional(),
    chapters: z
      .array(z.union([z.looseObject({ part: z.string(), chapters: z.array(chapter).default([]) }), chapter]))
      .default([]),
    appendices: z.array(chapter).default([]),
  }),
});

/** Title, authors, order and bibliography from Quarto's `_quarto.yml`; `.qmd` chapters are read as the Markdown that they are. */
export async function readQuarto(folder: Folder, say: Say): Promise<Foreign | undefined> {
  const file = await readText(folder, '_quarto.yml', say);
  if (!file) return undefined;
  const source = readYaml(String(file.value), file, say);
  if (!source) return { values: {}, file, unread: true };
  // A website of Quarto's has no book in it.
  if (!Object.hasOwn(Object(source.value), 'book')) return undefined;
  const parsed = schema.safeParse(source.value);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path ?? [];
    const key = path.filter((segment) => typeof segment === 'string').join(' › ');
    say(valueValid, { key, reason: 'is not what Quarto would accept' }, { file, node: source.at(path) });
    return { values: {}, file, unread: true };
  }
  const { book, lang, bibliography, csl } = parsed.data;
  const listing = new Map<string, At>();
  const listed = (path: string, ...keys: PropertyKey[]): { file: string } => {
    listing.set(path, { file, node: source.at(['book', ...keys]) });
    return { file: path };
  };
  const body = book.chapters.map((entry, i): ContentsEntry => {
    // The page that a web site opens with is, in a book, what stands before its chapters.
    if (typeof entry === 'string')
      return {
        ...listed(entry, 'chapters', i),
        ...(/^index\.q?md$/.test(entry) ? { role: 'preface' as const } : {}),
      };
    const chapters = entry.chapters.map((path, k) => listed(path, 'chapters', i, 'chapters', k));
    // A part is named by a title, or by a file that holds it.
    return /\.q?md$/.test(entry.part)
      ? { part: '', ...listed(entry.part, 'chapters', i, 'part'), chapters }
      : { part: entry.part, chapters };
  });
  const back = book.appendices.map((path, i) => ({
    ...listed(path, 'appendices', i),
    role: 'appendix' as const,
  }));
  return {
    file,
    listing,
    values: {
      ...(book.title ? { title: book.title } : {}),
      ...(book.subtitle ? { subtitle: book.subtitle } : {}),
      ...(book.author ? { author: book.author.map((person) => ({ name: person })) } : {}),
      ...(book.description ? { description: book.description } : {}),
      ...(/^\d{4}-\d\d-\d\d$/.test(book.date ?? '') ? { date: book.date } : {}),
      ...(lang ? { lang } : {}),
      ...(bibliography ? { bibliography } : {}),
      // Nothing is loaded from the web: a style that lies there is the default one here.
      ...(csl && !/^https?:/i.test(csl) ? { csl } : {}),
      ...(body.length || back.length ? { contents: { front: [], body, back } } : {}),
    },
  };
}
