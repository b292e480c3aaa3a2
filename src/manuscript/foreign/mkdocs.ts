import { z } from 'zod';
import type { ContentsEntry } from '../../config/keys-contents.js';
import { valueValid } from '../../config/notices.js';
import { readYaml } from '../../config/source.js';
import type { At, Say } from '../../model/notice.js';
import type { Folder } from '../../model/workshop.js';
import { readText } from '../text.js';
import type { Foreign } from './foreign.js';

/** A page by its path, or by its title; or a section, whatever it holds. */
type Entry = string | { [title: string]: string | Entry[] };
const entry: z.ZodType<Entry> = z.lazy(() =>
  z.union([z.string(), z.record(z.string(), z.union([z.string(), z.array(entry)]))]),
);
/** What comes of a variable of the system is not known here, and a site has its pages without a name. */
const words = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined);
const schema = z.looseObject({
  site_name: words,
  site_description: words,
  site_author: words,
  docs_dir: z.string().default('docs'),
  nav: z.array(entry).nullish(),
});

/** Programs and variables of the system, of which nothing is read here. */
const TAGS = /!!python\/\S+|!(?:ENV|relative)\b/g;

interface Page {
  readonly file: string;
  readonly title?: string;
}

/** Title, author and order from `mkdocs.yml`: a section is a part, and what is deeper in it follows. */
export async function readMkDocs(folder: Folder, say: Say): Promise<Foreign | undefined> {
  const file = (await readText(folder, 'mkdocs.yml', say)) ?? (await readText(folder, 'mkdocs.yaml', say));
  if (!file) return undefined;
  const source = readYaml(
    String(file.value).replace(TAGS, (tag) => ' '.repeat(tag.length)),
    file,
    say,
  );
  if (!source) return { values: {}, file, unread: true };
  const parsed = schema.safeParse(source.value);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path ?? [];
    const key = path.filter((segment) => typeof segment === 'string').join(' › ');
    say(valueValid, { key, reason: 'is not what MkDocs would accept' }, { file, node: source.at(path) });
    return { values: {}, file, unread: true };
  }
  const { site_name, site_description, site_author, docs_dir } = parsed.data;
  const nav = parsed.data.nav ?? [];
  const listing = new Map<string, At>();
  const base = docs_dir.replace(/^\.\/|\/+$/g, '');
  const page = (path: string, at: readonly PropertyKey[], title?: string): Page[] => {
    // Pages of the web and of folders are elsewhere.
    if (/^[a-z][a-z0-9+.-]*:|\/$/i.test(path) || !/\.(?:md|markdown)$/i.test(path)) return [];
    const where = `${base}/${path}`;
    listing.set(where, { file, node: source.at(at) });
    return [{ file: where, ...(title ? { title } : {}) }];
  };
  const pagesOf = (one: Entry, at: readonly PropertyKey[]): Page[] =>
    typeof one === 'string'
      ? page(one, at)
      : Object.entries(one).flatMap(([title, held]) =>
          typeof held === 'string'
            ? page(held, [...at, title], title)
            : held.flatMap((inner, i) => pagesOf(inner, [...at, title, i])),
        );
  const body = nav.flatMap((one, i): ContentsEntry[] => {
    const [first] = typeof one === 'string' ? [] : Object.entries(one);
    const chapters = pagesOf(one, ['nav', i]);
    return first && typeof first[1] !== 'string' ? [{ part: first[0], chapters }] : chapters;
  });
  return {
    file,
    listing,
    values: {
      ...(site_name ? { title: site_name } : {}),
      ...(site_author ? { author: [{ name: site_author }] } : {}),
      ...(site_description ? { description: site_description } : {}),
      ...(body.length ? { contents: { front: [], body, back: [] } } : {}),
    },
  };
}
