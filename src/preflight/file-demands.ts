import { type Demand, pagesWhere } from './check.js';

/*
 * What is asked of what a file holds: its fonts, images and inks, and what it says of itself.
 */

export const fontsEmbedded = (source?: string): Demand => ({
  id: 'fonts-embedded',
  wants: 'Every font is in the file',
  fails: ({ fonts }) => {
    const bad = fonts.filter(({ embedded, type }) => !embedded || type === 'Type 3');
    return bad.length
      ? { found: bad.map(({ name, type }) => `${name || 'a font'} (${type})`).join(', ') }
      : undefined;
  },
  remedy: 'Use a theme of Octavo, or static TrueType fonts.',
  source,
});

export const imagesFine = (least: number, source?: string): Demand => ({
  id: 'image-resolution',
  wants: `Images have ${least} pixels per inch`,
  fails: (facts) =>
    pagesWhere(
      facts,
      ({ images }) => images.some((one) => one < least * 0.99),
      (pages) => `${Math.floor(Math.min(...pages.flatMap(({ images }) => images)))} pixels per inch`,
    ),
  remedy: 'Use images with more pixels, or show them smaller ({width=50%}).',
  source,
});

export const nothingToPress = (source?: string): Demand => ({
  id: 'nothing-to-press',
  wants: 'There are no bookmarks, links, forms or comments',
  fails: ({ bookmarks, annotations }) =>
    bookmarks || annotations
      ? {
          found: [...(bookmarks ? ['bookmarks'] : []), ...(annotations ? [`${annotations} links`] : [])].join(
            ' and ',
          ),
        }
      : undefined,
  remedy: 'Say “links: false” under editions: print in book.yaml, or “printer:” and who prints it.',
  source,
});

export const blackIsBlack = (source?: string): Demand => ({
  id: 'black-ink',
  wants: 'Black text is black ink alone',
  fails: (facts) => pagesWhere(facts, ({ mixed }) => mixed, 'black that is mixed of colours'),
  remedy: 'Build the edition print, which writes greys as black ink.',
  source,
});

export const onlyGreys = (source?: string): Demand => ({
  id: 'greys',
  wants: 'Everything is black or grey',
  fails: (facts) => pagesWhere(facts, ({ coloured }) => coloured, 'colours'),
  remedy: 'Say “ink: black” under editions: print in book.yaml; for a book in colour let it be as it is.',
  source,
});

export const noLargerThan = (megabytes: number, source?: string): Demand => ({
  id: 'file-size',
  wants: `The file has ${megabytes} MB at most`,
  fails: ({ bytes }) =>
    bytes > megabytes * 1_000_000 ? { found: `${Math.ceil(bytes / 1_000_000)} MB` } : undefined,
  remedy: 'Use fewer or smaller images.',
  source,
});

export const nothingRuns = (source?: string): Demand => ({
  id: 'no-scripts',
  wants: 'Nothing in the file runs',
  fails: ({ scripts }) => (scripts ? { found: 'scripts' } : undefined),
  remedy: 'This is a fault of Octavo. Please report it.',
  source,
});

export const claims = (standard: string, remedy: string, source?: string): Demand => ({
  id: standard.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  wants: `The file says that it is ${standard}`,
  fails: (facts) =>
    facts.claims.includes(standard) ? undefined : { found: facts.claims.join(', ') || 'no standard named' },
  remedy,
  source,
});

export const searchable = (source?: string): Demand => ({
  id: 'text-searchable',
  wants: 'Text can be searched, copied and read aloud',
  fails: ({ fonts }) => {
    const mute = fonts.filter(({ toUnicode }) => !toUnicode);
    return mute.length ? { found: mute.map(({ name }) => name).join(', ') } : undefined;
  },
  remedy: 'Use a theme of Octavo, or another build of the font.',
  source,
});

export const saysWhatItIs = (source?: string): Demand => ({
  id: 'title-and-language',
  wants: 'The file has a title, a language and tags',
  fails: ({ title, lang, tagged }) => {
    const lacking = [
      ...(title ? [] : ['no title']),
      ...(lang ? [] : ['no language']),
      ...(tagged ? [] : ['no tags']),
    ];
    return lacking.length ? { found: lacking.join(', ') } : undefined;
  },
  remedy: 'Give the book a “title” and a “lang” in book.yaml.',
  source,
});

export const hasBookmarks = (from: number, source?: string): Demand => ({
  id: 'bookmarks',
  wants: `A file of more than ${from} pages has bookmarks`,
  fails: ({ pages, bookmarks }) => (pages.length > from && !bookmarks ? { found: 'none' } : undefined),
  remedy: 'Give the chapters headings, and leave “links: false” out.',
  source,
});
