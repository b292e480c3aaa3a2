import type { Book } from '../model/book.js';
import type { Edition } from '../model/edition.js';
import { shownIn } from './shown.js';

/** Whether an edition would be of nothing but titles, because whatever else there is in the book is for other readers. */
export function showsNothing(book: Book, edition: Edition): boolean {
  const isForSome = book.chapters.some(
    ({ outputs, file }) => outputs || file.data.conditional || file.data.leftOut?.length,
  );
  return (
    isForSome &&
    edition.shows === 'chapters' &&
    shownIn(book, edition).chapters.every(({ tree }) =>
      tree.children.every(
        (node) =>
          node.type === 'heading' ||
          node.type === 'definition' ||
          (node.type === 'html' && node.value.startsWith('<!--')),
      ),
    )
  );
}
