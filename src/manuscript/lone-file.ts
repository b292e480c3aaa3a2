import type { VFile } from 'vfile';
import type { BookFile } from '../config/book-file.js';
import { FRONT_MATTER_ALIASES, type FrontMatter, frontMatterSchema } from '../config/keys-front-matter.js';
import { readYaml } from '../config/source.js';
import { validate } from '../config/validate.js';
import { beginningOf } from './title.js';

/** What the front matter of a file can say of a whole book. */
const OF_BOOK = ['subtitle', 'author', 'date', 'lang', 'description'] as const;
/** What is wrong with it is told when the file is parsed as a chapter. */
const SILENT = (): undefined => undefined;

/** Metadata that the front matter of a file gives to its book. */
type Metadata = Pick<BookFile['values'], (typeof OF_BOOK)[number]>;

/**
 * The metadata of a manuscript that is one file: its front matter speaks of the book, as with Pandoc, wherever `book.yaml` says nothing;
 * so does that of the first page of bookdown.
 * Its title is found with those of headings.
 */
export function withMetadataOfLoneFile(values: BookFile['values'], file: VFile): BookFile['values'] {
  const [first] = beginningOf(file);
  if (first?.type !== 'yaml') return values;
  const source = readYaml(first.value, file, SILENT, first.position?.start.line ?? 1);
  if (!source) return values;
  const said: FrontMatter = validate(frontMatterSchema, source, FRONT_MATTER_ALIASES, file, SILENT, true);
  const given: Metadata = Object.fromEntries(
    OF_BOOK.flatMap((key) => (said[key] === undefined ? [] : [[key, said[key]]])),
  );
  // A subtitle is that of its title.
  const { subtitle, ...others } = given;
  const another = values.title !== undefined && said.title !== undefined && values.title !== said.title;
  return { ...others, ...(subtitle && !another ? { subtitle } : {}), ...values };
}
