import { uuid5 } from '../config/identity.js';
import type { Metadata } from '../model/metadata.js';
import { pageSourceOf } from './epub/metadata.js';

/**
 * What is known of a part of a book that is handed out by itself: its title says what it is, and it has no number of a book that is
 * sold; its pages are those of the printed book.
 * @param kind what tells its identifier from the book's
 * @param said what it is, in the language of the book
 */
export function ownBook(metadata: Metadata, kind: string, said: string): Metadata {
  return {
    ...metadata,
    title: `${metadata.title} (${said})`,
    isbn: {},
    printed: pageSourceOf(metadata),
    identifier: `urn:uuid:${uuid5(`${metadata.identifier} ${kind}`)}`,
  };
}
