/*
 * Where Octavo leaves the specifications, example by example, and why.
 */
const reasons = {
  'front matter: a file that begins with a line of three dashes begins with its metadata': [
    'commonmark 96',
    'commonmark 98',
  ],
  'safety: of HTML, only what every edition can show and what does nothing is let through': [
    ...numbers('commonmark', 150, 163, 169, 170, 171, 172, 173, 176, 178),
    ...numbers('commonmark', 201, 491, 524, 536, 613, 614, 615, 616, 617),
    'gfm 657',
  ],
  'safety: comments, declarations and instructions of HTML are for other programs, and stay out of a book':
    numbers('commonmark', ...[177, 179, 180, 182, 183, 308, 309, 625, 626, 627, 628, 629]),
  'safety: a link leads into the book, to the web, to a mailbox or a telephone; others may start something': [
    ...numbers('commonmark', 596, 598, 599, 601),
    ...numbers('gfm', 634, 635),
  ],
  'safety, as before; and “mailto:” before an address stays text, while the address is a link': ['gfm 633'],
  'a row of twelve underscores or more is a line to write on': ['commonmark 50'],
  'GFM: an address in the text is a link, which CommonMark alone does not make of it': numbers(
    'commonmark',
    ...[602, 606, 608, 611, 612],
  ),
} as const;

function numbers(specification: string, ...examples: readonly number[]): string[] {
  return examples.map((number) => `${specification} ${number}`);
}

/** The reason for each example that comes out otherwise. */
export const DEVIATIONS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(reasons).flatMap(([reason, examples]) => examples.map((example) => [example, reason])),
);
