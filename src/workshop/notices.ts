import type { Notice } from '../model/notice.js';

export const outputWritable: Notice<{ path: string; reason: string }> = {
  id: 'output-writable',
  severity: 'error',
  firm: true,
  says: ({ path, reason }) => `The editions could not be written to ${path}: ${reason}`,
  remedy: () =>
    'Check that the folder may be written and the disk is not full, or name another with --output.',
  why: 'Finished editions are written beside the old ones and then put in their place at once. Where that cannot be done, the old ones stay untouched.',
};

export const otherBookStays: Notice<{ paths: readonly string[]; title: string; output: string }> = {
  id: 'other-book-stays',
  severity: 'warning',
  says: ({ paths: [path, ...others], title, output }) =>
    `${path}${others.length ? ` and ${others.length} more ${others.length === 1 ? 'file' : 'files'}` : ''} in ${output} ${others.length ? 'were' : 'was'} of another book, “${title}”, and this one took the place`,
  remedy: ({ output }) =>
    `Build each book into a folder of its own, “--output ${output}/one” and “--output ${output}/two”, and the other one again.`,
  why: 'Files are called by the title of their book, and web pages lie in one folder. Two books of one title, or the web pages of any two, cannot stand in the same output folder: the later ones replace the earlier.',
};
