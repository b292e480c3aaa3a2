import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { hasClass } from '../tree/classes.js';
import { visit } from '../tree/visit.js';

/** What an indented line of verse begins with. */
const INDENT = /^\u2003+/u;

/** Lines that begin further in leave what is turned over no room to hang in, in sizes of the letters. */
const DEEPEST = 8;

/** What is turned over hangs in from where its line of verse begins, and not from where the others do. */
export function hangVerse(tree: Root): void {
  visit(tree, { tagName: 'span' }, (line) => {
    if (line.type !== 'element' || !hasClass(line, 'verse-line')) return;
    const indent = INDENT.exec(textOf(line))?.[0].length;
    if (indent) line.properties.style = `--indent:${Math.min(indent, DEEPEST)}em`;
  });
}
