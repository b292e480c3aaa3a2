import { z } from 'zod';
import {
  date,
  direction,
  flag,
  language,
  line,
  people,
  role,
  text,
  texts,
  typography,
  variables,
} from './values.js';

/** Words that other tools use for the same key; understood, and turned into ours. */
export const FRONT_MATTER_ALIASES: Readonly<Record<string, string>> = {
  label: 'id',
  authors: 'author',
  byline: 'author',
  'short-title': 'short_title',
  formats: 'outputs',
  'epub:type': 'role',
  type: 'role',
  language: 'lang',
  'text-direction': 'dir',
};

/** The front matter of one chapter. */
export const frontMatterSchema = z.strictObject({
  title: line.optional().describe('Title, if the file has no first heading.'),
  subtitle: line.optional().describe('Subtitle, under the title.'),
  short_title: line.optional().describe('Title for running heads.'),
  author: people.optional().describe('Author of this chapter.'),
  date: date.optional().describe('Date of this chapter.'),
  lang: language.optional().describe('Language of this chapter.'),
  dir: direction.optional().describe('Direction of the text of this chapter. Default: from its language.'),
  id: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]*$/, {
      error: 'must be a word of letters, digits and hyphens that starts with a letter',
    })
    .optional()
    .describe('Name to link to.'),
  class: text.optional().describe('Class for styles.'),
  description: text.optional().describe('One sentence about this chapter.'),
  draft: flag.optional().describe('Left out unless `--draft` is given.'),
  unnumbered: flag.optional().describe('Takes no chapter number.'),
  toc: flag.optional().describe('If false, it is not in the contents.'),
  outputs: texts.optional().describe('Editions that show it. Default: all.'),
  profiles: texts.optional().describe('Profiles that it is for. Default: all.'),
  variables: variables.optional().describe('What {{name}} stands for in this chapter: {name: value}.'),
  typography: typography
    .optional()
    .describe('What of this chapter is made typographic, if other than in the book.'),
  role: role.optional().describe('What it is in the book: chapter, preface, appendix …'),
  pages: z.int().min(1).optional().describe('Handouts: how many pages it may take. Default: 1.'),
  fit: z
    .enum(['shrink'], { error: 'must be shrink' })
    .optional()
    .describe(
      'Handouts: shrink makes it smaller, to four fifths at most, until it fits on its pages; what is asked for in millimetres stays as it is.',
    ),
  orientation: z
    .enum(['portrait', 'landscape'], { error: 'must be portrait or landscape' })
    .optional()
    .describe('Handouts: landscape lays the paper on its side. Default: portrait.'),
});
export type FrontMatter = z.infer<typeof frontMatterSchema>;
