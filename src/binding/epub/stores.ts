/** What a store takes; a limit that it does not name is not there. Sizes in bytes of 1,000,000 to the MB, as the stores count. */
export interface Store {
  readonly name: string;
  /** The whole file. */
  readonly book?: number;
  /** Bytes of one image, and its pixels. */
  readonly image?: number;
  readonly pixels?: number;
  /** One HTML file, with the images that it shows. */
  readonly document?: number;
  /** Where the store says so. */
  readonly source: string;
}

const MB = 1_000_000;

/** Read in November 2026. Amazon and Barnes & Noble publish no size of a whole EPUB that we could read. */
export const STORES: readonly Store[] = [
  {
    name: 'Amazon KDP',
    image: 5 * MB,
    source: 'Amazon Kindle Publishing Guidelines, “Image Guidelines”, 2014 and later',
  },
  {
    name: 'Apple Books',
    book: 2000 * MB,
    pixels: 4 * MB,
    source: 'https://itunespartner.apple.com/books/support/9-prepare-book',
  },
  {
    name: 'Google Play Books',
    book: 2000 * MB,
    source: 'https://support.google.com/books/partner/answer/3424254',
  },
  {
    name: 'IngramSpark',
    book: 100 * MB,
    pixels: 3.2 * MB,
    source:
      'https://help.lightningsource.com/hc/en-us/articles/360021142012-eBook-Interior-ePUB-File-Creation-Requirements',
  },
  {
    name: 'Kobo',
    book: 1000 * MB,
    image: 5 * MB,
    document: 10 * MB,
    source: 'https://github.com/kobolabs/epub-spec#limitations-and-maximums',
  },
];

/** So many pixels of an image every store takes. */
export const MOST_PIXELS = Math.min(...STORES.flatMap(({ pixels }) => pixels ?? []));

/** What is in a finished EPUB, in bytes. */
export interface Measures {
  readonly book: number;
  readonly images: readonly { readonly href: string; readonly bytes: number }[];
  /** HTML files, each with the images that it shows. */
  readonly documents: readonly { readonly href: string; readonly bytes: number }[];
}

/** Something that is too large, and who does not take it. */
export interface Refusal {
  readonly what: string;
  readonly bytes: number;
  readonly most: number;
  readonly stores: readonly string[];
}

/** What is larger than a store takes it: the file, then images and documents, each told once with the smallest limit. */
export function refusals(
  { book, images, documents }: Measures,
  stores: readonly Store[] = STORES,
): Refusal[] {
  const over = (what: string, bytes: number, limit: 'book' | 'image' | 'document'): Refusal[] => {
    const refusing = stores.filter((store) => bytes > (store[limit] ?? Number.POSITIVE_INFINITY));
    if (!refusing.length) return [];
    const most = Math.min(...refusing.map((store) => store[limit] ?? Number.POSITIVE_INFINITY));
    return [{ what, bytes, most, stores: refusing.map(({ name }) => name) }];
  };
  return [
    ...over('The EPUB', book, 'book'),
    ...images.flatMap(({ href, bytes }) => over(href, bytes, 'image')),
    ...documents.flatMap(({ href, bytes }) => over(href, bytes, 'document')),
  ];
}
