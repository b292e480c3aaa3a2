/** What other tools have a key for, and how it is said here. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  'theme: with the name of a theme, which brings its typefaces along': [
    ...['font', 'fonts', 'font-family', 'fontfamily', 'mainfont', 'typeface'],
  ],
  'tokens: {text-size: 12pt}': ['font-size', 'fontsize', 'text-size'],
  'tokens: {leading: 16.5pt}': ['line-height', 'linestretch', 'line-spacing', 'leading'],
  'tokens: {margin-inner: 0.75in, margin-outer: 0.6in}': ['margin', 'margins', 'geometry'],
  'rights: © 2026 Ada Brook. All rights reserved.': ['copyright', 'copyright-year'],
  'toc-depth: 2 for how deep the contents go, or omit: [contents] for a book without them': [
    ...['toc', 'table-of-contents'],
  ],
  'omit: [colophon]': ['colophon', 'half-title', 'copyright-page'],
  'words: {contents: In this book}': ['toc-title'],
  'handout-paper: [a4, letter] for handouts, or trim: 5.5x8.5 for the book': ['paper', 'papers'],
  'trim: 5.5x8.5': ['papersize', 'paper-size', 'page-size', 'pagesize'],
  'editions: {print: {bleed: 3mm, marks: true}}': ['bleed', 'marks', 'crop-marks'],
  'styles: [book.css]': ['css', 'stylesheet', 'style'],
  'number-chapters: true': ['number-sections', 'numbersections'],
  'keywords: [patience, letters]': ['tags', 'tag', 'categories', 'category'],
  'description: with what the book is about, in a sentence or two': ['abstract', 'blurb'],
  'lang: en-GB': ['locale', 'mainlang'],
  'contributor: [{name: Ada Brook, role: editor}]': ['editor', 'editors'],
  'contributor: [{name: Ada Brook, role: translator}]': ['translator', 'translators'],
  'contributor: [{name: Ada Brook, role: illustrator}]': ['illustrator', 'illustrators'],
  'cover: cover.jpg': ['coverimage', 'cover-art'],
  'csl: with a citation style': ['bibliography-style', 'biblio-style', 'citation-style'],
  'notes: foot, chapter or book': ['footnotes', 'endnotes', 'reference-location'],
  'running-heads: {verso: title, recto: chapter}': [
    'header',
    'headers',
    'footer',
    'footers',
    'page-numbers',
    'pagenumbers',
  ],
  'lists: [figures]': ['lof', 'list-of-figures'],
  'lists: [tables]': ['lot', 'list-of-tables'],
  'date: 2026-05-01': ['year', 'publication-date', 'pubdate'],
  'contents: [one.md, two.md]': ['chapters', 'files', 'nav', 'summary'],
  'contents: [one.md, two.md] in the order of the book, for files are read by their names,': [
    ...['weight', 'order', 'nav-order', 'sidebar-position', 'parent'],
  ],
};

/** Keys by which other tools place a page on a site or find it again, and which say nothing of a book. */
const OF_SITES: ReadonlySet<string> = new Set([
  ...[
    'layout',
    'template',
    'permalink',
    'slug',
    'url',
    'redirect-from',
    'aliases',
    'alias',
    'published',
    'publish',
  ],
  ...[
    'created',
    'updated',
    'modified',
    'lastmod',
    'last-modified-at',
    'comments',
    'share',
    'image',
    'thumbnail',
  ],
  ...[
    'sidebar',
    'sidebar-label',
    'pagination-label',
    'pagination-next',
    'pagination-prev',
    'hide-title',
    'hide',
  ],
  ...[
    'hide-table-of-contents',
    'custom-edit-url',
    'menu',
    'cssclass',
    'cssclasses',
    'icon',
    'linktitle',
    'tags',
  ],
  ...[
    'tag',
    'categories',
    'category',
    'series',
    'has-children',
    'kanban-plugin',
    'excalidraw-plugin',
    'uid',
    'uuid',
    'status',
  ],
  // Of bookdown, whose first page has them.
  ...['site', 'github-repo', 'link-citations', 'documentclass', 'classoption'],
  // Of R Markdown, Quarto and notebooks, of Typora, of Joplin, and of HackMD.
  ...['output', 'format', 'knit', 'execute', 'jupyter', 'jupytext', 'kernelspec', 'latitude', 'longitude'],
  ...['altitude', 'typora-root-url', 'typora-copy-images-to', 'disqus', 'robots'],
]);

/** Whether a key of a front matter is a matter of web sites and of collections of notes. */
export function isOfSites(key: string): boolean {
  return OF_SITES.has(key.toLowerCase().replaceAll('_', '-'));
}

/** What is said of each of many names, from the names that each of a few things is said of. */
export function byName(said: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(said).flatMap(([words, names]) => names.map((name) => [name, words])));
}

const BY_KEY = byName(INSTEAD);

/** What to write for a key of another tool. */
export function saidHere(key: string): string | undefined {
  return BY_KEY.get(key.toLowerCase().replaceAll('_', '-'));
}

/** What shops and other tools call an edition, by its name here. */
const EDITIONS: Readonly<Record<string, string>> = {
  pdf: 'print',
  paperback: 'print',
  book: 'print',
  ebook: 'epub',
  epub3: 'epub',
  kindle: 'epub',
  mobi: 'epub',
  html: 'web',
  site: 'web',
};

/** The edition that is meant by a name of another tool. */
export function editionNamed(name: string): string | undefined {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return Object.hasOwn(EDITIONS, plain) ? EDITIONS[plain] : undefined;
}
