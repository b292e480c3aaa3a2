import type { Point } from 'unist';
import type { VFile } from 'vfile';
import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** A note that is written is printed: it is called somewhere, and is the only one of its name. */
export const notePrinted: Rule<{ name: string; again: boolean }> = {
  id: 'note-printed',
  severity: 'warning',
  says: ({ name, again }) =>
    again
      ? `The footnote “${name}” is written a second time, so this one is not printed`
      : `The footnote “${name}” is called nowhere in this file, so it is not printed`,
  remedy: ({ name, again }) =>
    again
      ? 'Give one of the two another name, and call it by that.'
      : `Put [^${name}] where the note belongs, or take the note out.`,
  why: 'Markdown leaves out what is never called, and all but the first of two notes with one name: a page of your text would be missing without a word.',
  examples: {
    good: '# One\n\nA call.[^a]\n\n[^a]: A note.\n',
    bad: '# One\n\nNo call.\n\n[^a]: A note.\n',
  },
  check(book, complain) {
    // Chapters of one file share its notes.
    const firsts = new Map<VFile, Map<string, Point>>();
    for (const { tree, file } of book.chapters)
      visit(tree, 'footnoteDefinition', ({ identifier, position }) => {
        const ofFile = firsts.get(file) ?? new Map<string, Point>();
        const first = ofFile.get(identifier);
        firsts.set(file, ofFile);
        if (position && !(first && (first.offset ?? 0) <= (position.start.offset ?? 0)))
          ofFile.set(identifier, position.start);
      });
    for (const { tree, file } of book.chapters) {
      const called = new Set<string>();
      visit(tree, 'footnoteReference', ({ identifier }) => void called.add(identifier));
      // A mistyped call is spoken of as that, and is why its note is not called.
      let mistyped = false;
      visit(tree, 'text', ({ value }) => {
        mistyped ||= /\[\^[^\]\s]+\]/.test(value);
      });
      const written = new Set<string>();
      visit(tree, 'footnoteDefinition', (node) => {
        const name = node.label ?? node.identifier;
        const at = { file, node: node.position?.start };
        const isCalled = called.has(node.identifier) && !written.has(node.identifier);
        written.add(node.identifier);
        if (isCalled) return;
        const first = firsts.get(file)?.get(node.identifier);
        if (first && first.offset !== at.node?.offset)
          complain(
            { name, again: true },
            { ...at, also: { file, node: first, says: 'the first of that name' } },
          );
        else if (!mistyped) complain({ name, again: false }, at);
      });
    }
  },
};
