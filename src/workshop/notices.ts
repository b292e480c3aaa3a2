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
