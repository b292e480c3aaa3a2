import { describe } from 'vitest';
import { mistakes } from '../support/mistake.js';

const book = (yaml: string, text: string, files: Readonly<Record<string, string>> = {}) => ({
  'book/a.md': `# A book\n\n${text}\n`,
  'book/book.yaml': `title: T\n${yaml}\n`,
  ...files,
});
const REFS = { 'book/refs.bib': '@book{doe99,\n  author = {Doe, Jane},\n  title = {Rain}\n}\n' };

describe('citations', () => {
  mistakes([
    {
      name: 'of a work that is not there',
      files: book('bibliography: refs.bib', 'It rains [@doe98, p. 3].', REFS),
      code: 1,
      messages: ['book/a.md:3:11 error citation-resolves'],
      says: /Did you mean “@doe99”\?/,
    },
    {
      name: 'of a bibliography that is not there',
      files: book('bibliography: [ref.bib]', 'Text.', REFS),
      code: 1,
      messages: ['book/book.yaml:2:16 error file-exists'],
      says: /Did you mean refs\.bib\?/,
    },
    {
      name: 'of works in a bibliography that is not there: only that is said',
      files: book('bibliography: [none.bib, refs.bib]\nnocite: [roe04]', 'It rains [@doe98; @doe99].', REFS),
      code: 1,
      messages: ['book/book.yaml:2:16 error file-exists'],
    },
    {
      name: 'of a bibliography that is broken',
      files: book('bibliography: refs.bib', 'Text.', {
        'book/refs.bib': '@book{doe99,\n  author = {Doe, Jane},\n  title = {Rain,\n  year = 1999\n',
      }),
      code: 1,
      messages: ['book/refs.bib:3:11 error bibliography-parses'],
      says: /never closed/,
    },
    {
      name: 'of a bibliography outside of the folder',
      files: book('bibliography: ../refs.bib', 'Text.', { 'refs.bib': REFS['book/refs.bib'] }),
      code: 1,
      messages: ['book/book.yaml:2:15 error inside-folder'],
    },
    {
      name: 'of a file that is no bibliography',
      files: book('bibliography: refs.txt', 'Text.'),
      code: 2,
      messages: ['book/book.yaml:2:15 error value-valid'],
      says: /ends in \.bib, \.json or \.yaml/,
    },
    {
      name: 'in a style that there is not',
      files: book('bibliography: refs.bib\ncsl: aap', 'Text [@doe99].', REFS),
      code: 1,
      messages: ['book/book.yaml:3:6 error citation-style-known'],
      says: /Did you mean “apa”\?/,
    },
    {
      name: 'in a style that is nearly the short name of one',
      files: book('bibliography: refs.bib\ncsl: chicgo', 'Text [@doe99].', REFS),
      code: 1,
      messages: ['book/book.yaml:3:6 error citation-style-known'],
      says: /Did you mean “chicago-[a-z-]+”\?/,
    },
    {
      name: 'in a style that is none',
      files: book('bibliography: refs.bib\ncsl: my.csl', 'Text [@doe99].', {
        ...REFS,
        'book/my.csl': '<style>\n  <macro name="a"/>\n</style>\n',
      }),
      code: 1,
      messages: ['book/my.csl:1:1 error citation-style-valid'],
    },
    {
      name: 'of works beside the text',
      files: book('bibliography: refs.bib\nnocite: [doe99, "@doe97"]', 'Text.', REFS),
      code: 1,
      messages: ['book/book.yaml:3:17 error citation-resolves'],
    },
  ]);
});
