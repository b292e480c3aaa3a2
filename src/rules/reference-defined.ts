import { guess } from '../config/guess.js';
import { pointAfter } from '../markdown/places.js';
import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** A call of a note, `[^1]`, or a reference, `[text][name]` and `![image][name]`, as it stands in a source. */
const REFERENCE = /(?<!\\)(?:\[\^([^\]\s]+)\]|!?\[[^[\]]*\]\[([^[\]]+)\])/g;

/** What a text refers to is defined; what is not, Markdown leaves standing as plain text. */
export const referenceDefined: Rule<{ name: string; note: boolean; guess?: string | undefined }> = {
  id: 'reference-defined',
  severity: 'warning',
  says: ({ name, note }) =>
    note
      ? `There is no footnote “${name}”, so “[^${name}]” is printed as it stands`
      : `There is no “[${name}]:” to refer to, so the brackets are printed as they stand`,
  remedy: ({ name, note, guess }) => {
    if (guess) return `Did you mean “${note ? '^' : ''}${guess}”?`;
    return note
      ? `Write it on a line of its own: [^${name}]: The text of the note. If no note is meant, put a backslash before the bracket.`
      : `Say on a line of its own where it leads: [${name}]: chapter.md. If none is meant, put a backslash before the bracket.`;
  },
  why: 'A mistyped name would leave brackets in the middle of a printed sentence, and the note or picture out of the book.',
  examples: {
    good: '# One\n\nA call.[^a]\n\n[^a]: A note.\n',
    bad: '# One\n\nA call.[^b]\n\n[^a]: A note.\n',
  },
  check(book, complain) {
    for (const { tree, file } of book.chapters) {
      const source = String(file.value);
      const notes: string[] = [];
      const places: string[] = [];
      visit(tree, (node) => {
        if (node.type === 'footnoteDefinition') notes.push(node.label ?? node.identifier);
        else if (node.type === 'definition') places.push(node.label ?? node.identifier);
      });
      visit(tree, 'text', (node) => {
        const { start, end } = node.position ?? {};
        if (start?.offset === undefined || end?.offset === undefined) return;
        const written = source.slice(start.offset, end.offset);
        for (const {
          index,
          0: { length },
          1: note,
          2: name = '',
        } of written.matchAll(REFERENCE)) {
          const place = {
            start: pointAfter(start, written.slice(0, index)),
            end: pointAfter(start, written.slice(0, index + length)),
          };
          const isNote = note !== undefined;
          complain(
            { name: note ?? name, note: isNote, guess: guess(note ?? name, isNote ? notes : places) },
            { file, node: place },
          );
        }
      });
    }
  },
};
