import { h } from 'hastscript';
import { callsNotes } from '../book/outline.js';
import type { MatterPage } from '../model/edition.js';
import { madeSection } from './section.js';

/** The notes of the whole book, where it wants them at its end; they are brought here once they are numbered. */
export const endnotesPage: MatterPage = {
  role: 'endnotes',
  matter: 'back',
  make(book, config) {
    if (config.notes !== 'book' || !book.chapters.some(callsNotes)) return undefined;
    const title = book.words.notes;
    return madeSection(book, 'endnotes', 'back', title, [h('h1', { id: 'octavo-endnotes--title' }, title)]);
  },
};
