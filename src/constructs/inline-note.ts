import type { FootnoteDefinition, FootnoteReference, Paragraph, Parent, Root } from 'mdast';
import { replaceBrackets } from '../markdown/brackets.js';
import { takeLanguagesAlong } from '../markdown/note-languages.js';
import type { Construct } from '../model/construct.js';
import { visit } from '../tree/visit.js';

/** `^[A note where it is called.]`: a note that has no name, written inside its sentence. */
export const inlineNote: Construct = {
  name: 'inline-note',
  phase: 'nodes',
  sample: 'It rained all week.^[Or so they *said*.]\n',
  mark: /\^\[/,
  remark(tree: Root, file, _, { lang }) {
    const source = String(file.value);
    const notes: FootnoteDefinition[] = [];
    const taken = new Set<string>();
    visit(tree, 'footnoteDefinition', ({ identifier }) => void taken.add(identifier));
    let number = 0;
    visit(tree, (node) => {
      if (node.type === 'link' || !('children' in node) || !hasNote(node as Parent)) return;
      replaceBrackets(node as Parent, source, ({ children, position, before }) => {
        if (!before.endsWith('^') || !children.length) return undefined;
        let identifier = '';
        do identifier = `inline-${++number}`;
        while (taken.has(identifier));
        const place = position ? { position } : {};
        const text: Paragraph = { type: 'paragraph', children, ...place };
        notes.push({ type: 'footnoteDefinition', identifier, children: [text], ...place });
        const call: FootnoteReference = { type: 'footnoteReference', identifier, ...place };
        return { node: call, before: 1 };
      });
    });
    tree.children.push(...notes);
    takeLanguagesAlong(tree, lang);
  },
};

function hasNote(node: Parent): boolean {
  return node.children.some((child) => child.type === 'text' && child.value.includes('^['));
}
