import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { FULL_WIDTH, UNSPACED } from '../language/scripts.js';
import { SKIP, visit } from '../tree/visit.js';
import { NO_TEXT, partTexts, unbroken } from './part-text.js';

/** Where a line may end between any two letters, and signs among these. */
const SPACELESS = `${UNSPACED}${FULL_WIDTH}\\p{sc=Hangul}`;
const DASH = '[—⸺⸻]';
/**
 * A dash that touches the word before it, with all of that: a ligature may stand on any two letters of it, and what parts them has it
 * lost. A long word may rather be hyphenated than stay with its dash. Where there are no words between spaces, the last letter stays.
 */
const WITH_WORD = new RegExp(
  `(?<=^|[\\s—⸺⸻])[^\\s—⸺⸻${SPACELESS}]{1,14}${DASH}|[${SPACELESS}]\\p{M}*${DASH}+`,
  'gu',
);
const DASHES = new RegExp(`^${DASH}+`);
/** A word that is marked, or the number of a note. */
const SHORT = /^[^\s]{1,14}$/u;
const IN_LINE: ReadonlySet<string> = new Set(
  'a abbr b bdi cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var'.split(' '),
);

/** Lets a line end behind an em dash and not before it, as printers do; browsers do either (UAX #14, class B2). */
export function holdDashes(tree: Root): void {
  partTexts(tree, NO_TEXT, WITH_WORD, (value, text) => [unbroken({ ...text, value })]);
  visit(tree, (node, index = 0, parent) => {
    if (node.type === 'element' && NO_TEXT.has(node.tagName)) return SKIP;
    if (node.type !== 'text') return undefined;
    const dashes = DASHES.exec(node.value)?.[0];
    const before = parent?.children[index - 1];
    if (!dashes || !parent || before?.type !== 'element') return undefined;
    if (!IN_LINE.has(before.tagName) || !SHORT.test(textOf(before))) return undefined;
    const rest = { ...node, value: node.value.slice(dashes.length) };
    const whole = unbroken(before, { ...node, value: dashes });
    parent.children.splice(index - 1, 2, whole, ...(rest.value ? [rest] : []));
    return [SKIP, index];
  });
}
