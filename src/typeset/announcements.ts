import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { addClass } from '../tree/classes.js';
import { visit } from '../tree/visit.js';

/** How a line ends that announces what comes next, in any script. */
const ANNOUNCES = /[:：]\s*$/u;
/** A longer paragraph may be parted, and its end goes along with what it announces. */
const SHORT = 160;

/** A line that announces something stays with it: “gives:” does not stand at the foot of a page, and its result overleaf. */
export function holdAnnouncements(tree: Root): void {
  visit(tree, { tagName: 'p' }, (paragraph) => {
    if (paragraph.type !== 'element') return;
    const text = textOf(paragraph);
    if (text.length > SHORT || !ANNOUNCES.test(text)) return;
    addClass(paragraph, 'announces');
  });
}
