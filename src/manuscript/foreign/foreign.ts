import type { BookFile } from '../../config/book-file.js';

/** A book's configuration as another tool wrote it, in our words. */
export type Foreign = Pick<BookFile, 'values' | 'file' | 'unread' | 'listing'>;
