import type { Notice } from '../model/notice.js';

const FORM = '<!-- octavo-allow words-stand-once: the song has it so -->';

export const allowanceReasoned: Notice<{ id: string }> = {
  id: 'allowance-reasoned',
  severity: 'warning',
  says: () => 'This says what is not to be reported, and not why; it is not heeded',
  remedy: ({ id }) => `Say why: <!-- octavo-allow ${id}: the reason -->.`,
  why: `A message that was hushed is out of sight. Who comes later, be it the author in a year, has only the reason to tell whether it still holds: ${FORM}.`,
};

export const allowanceKnown: Notice<{ id: string; guess?: string | undefined }> = {
  id: 'allowance-known',
  severity: 'warning',
  says: ({ id }) => `There is no message “${id}” that could be hushed`,
  remedy: ({ guess }) => (guess ? `Did you mean “${guess}”?` : '“octavo explain” lists them all.'),
  why: `A mistyped name hushes nothing. It is the id that stands behind the place of a message: ${FORM}.`,
};

export const allowanceUsed: Notice<{ id: string }> = {
  id: 'allowance-used',
  severity: 'warning',
  says: ({ id }) => `There is nothing here that “${id}” would be said of`,
  remedy: () =>
    'Take the comment out. It hushes warnings and notes in the block right below it or around it, or in the whole file (octavo-allow-in-file); an error it does not hush.',
  why: 'What hushes nothing today hushes the next mistake at the same place.',
};
