import type { Point } from 'unist';
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
    for (const { tree, file } of book.chapters) {
      const called = new Set<string>();
      visit(tree, 'footnoteReference', ({ identifier }) => void called.add(identifier));
      // A mistyped call is spoken of as that, and is why its note is not called.
      let mistyped = false;
      visit(tree, 'text', ({ value }) => {
        mistyped ||= /\[\^[^\]\s]+\]/.test(value);
      });
      const written = new Map<string, Point>();
      visit(tree, 'footnoteDefinition', (node) => {
        const name = node.label ?? node.identifier;
        const at = { file, node: node.position?.start };
        const first = written.get(node.identifier);
        if (first)
          complain(
            { name, again: true },
            { ...at, also: { file, node: first, says: 'the first of that name' } },
          );
        else if (!called.has(node.identifier) && !mistyped) complain({ name, again: false }, at);
        if (!first && at.node) written.set(node.identifier, at.node);
      });
    }
  },
};
