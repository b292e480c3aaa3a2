import { z } from 'zod';
import type { CoverDesign } from '../model/config.js';
import { date, direction, isbn, language, line, path, people, text, texts } from './values.js';

/** Designs of a drawn cover. */
const COVER_DESIGNS = ['frame', 'rules', 'label', 'block'] as const satisfies readonly CoverDesign[];

/** What catalogues, stores and the title page say of a book: the keys of `book.yaml` that are no decision about its pages. */
export const metadataKeys = {
  title: line
    .optional()
    .describe(
      'Title of the book; what stands between asterisks is slanted on its title page, and between backticks code.',
    ),
  subtitle: line.optional().describe('Subtitle; asterisks and backticks as in the title.'),
  author: people.optional().describe('Author or authors: a name, or {name, role, sort}.'),
  contributor: people
    .optional()
    .describe(
      'Others who made the book, with a MARC relator as role, by its code (edt, ill, trl …) or its name (editor, illustrator, translator).',
    ),
  lang: language.optional().describe('Language of the book, a BCP 47 tag. Default: en.'),
  dir: direction.optional().describe('Direction of the text. Default: from the language.'),
  description: text.optional().describe('Two or three sentences for catalogues and stores.'),
  date: date.optional().describe('Date of publication: YYYY, YYYY-MM or YYYY-MM-DD.'),
  publisher: text.optional().describe('Publisher.'),
  rights: text.optional().describe('A sentence on rights, for the copyright page.'),
  license: text.optional().describe('Licence, best as an SPDX identifier: CC-BY-SA-4.0.'),
  isbn: z
    .union([isbn, z.record(z.string(), isbn)], {
      error: 'must be an ISBN, or one by edition: {print: …, epub: …}',
    })
    .optional()
    .describe('ISBN, or one by edition.'),
  identifier: text
    .optional()
    .describe(
      'A URI that names the book. Default: from the ISBN, else derived from title, author and language.',
    ),
  subject: texts.optional().describe('Subjects, as catalogues word them.'),
  keywords: texts.optional().describe('Words that readers search for.'),
  series: z
    .union(
      [text.transform((name) => ({ name })), z.strictObject({ name: text, position: z.number().optional() })],
      { error: 'must be a name, or {name, position}' },
    )
    .optional()
    .describe('Series: a name, or {name, position}.'),
  cover: z
    .union(
      [
        path.transform((src) => ({ src })),
        z
          .strictObject({
            src: path.optional(),
            alt: text.optional(),
            design: z.enum(COVER_DESIGNS, { error: `must be one of ${COVER_DESIGNS.join(', ')}` }).optional(),
          })
          .refine(({ src, design }) => src !== undefined || design !== undefined, {
            error: 'must name an image (src) or a design',
          }),
      ],
      { error: 'must be a path, {src, alt}, or {design}' },
    )
    .optional()
    .describe(
      'Cover: the path of an image, {src, alt}, or {design} for one that is drawn from title and author: frame, rules, label or block. Default: drawn, in the design of the theme.',
    ),
  url: z
    .url({ protocol: /^https?$/, error: 'must be an address that starts with https:// or http://' })
    .optional()
    .describe('Address of the book on the web.'),
};
