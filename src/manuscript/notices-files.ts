import type { Notice } from '../model/notice.js';

export const fileHidden: Notice<{ path: string; count: number }> = {
  id: 'file-hidden',
  severity: 'warning',
  says: ({ path, count }) =>
    `The name of ${path} begins with an underscore, so ${count ? (count > 1 ? `the ${count} files in it are no chapters` : 'the file in it is no chapter') : 'it is no chapter'}`,
  remedy: ({ count }) =>
    `Name ${count ? 'what is to be in the book' : 'it'} in “contents” of book.yaml, or give ${count ? 'the folder' : 'it'} a name without the underscore.`,
  why: 'What begins with an underscore is there to be included. Jekyll keeps its pages in folders of such names, and Hugo the page of a section in _index.md: they would be missing from the book without a word.',
};

export const fileIsMarkdown: Notice<{ path: string; more: number }> = {
  id: 'file-is-markdown',
  severity: 'warning',
  says: ({ path, more }) =>
    `${path} ${more ? `and ${more} more that are no Markdown are` : 'is no Markdown, so it is'} not in the book`,
  remedy: () =>
    'If it is a chapter, make Markdown of it: pandoc novel.docx -o novel.md. Else move it, or begin its name with an underscore.',
  why: 'Only Markdown is read. A chapter that is still a document of another program would be missing from the book without a word.',
};
