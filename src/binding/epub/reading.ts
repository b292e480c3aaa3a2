import type { Shown } from '../documents/copy.js';
import { lettersOf } from '../documents/letters.js';

/** A tag, in whose attributes a `>` may stand, or what is between tags. */
const TOKEN = /<((?:"[^"]*"|'[^']*'|[^>"'])*)>|[^<]+/g;
const APART = /^(?:head|svg|rp|script|style)$/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads a document as it lies in the package: its text, and that of its notes, in order. It is ours, so it is well-formed; this reads
 * the bytes rather than the tree that they were made from, for a serialiser can lose something, too.
 */
export function readShown(xhtml: string): Shown {
  const said = { text: '', notes: '' };
  /** Where what is in each open element goes. */
  const open: (keyof Shown | undefined)[] = [];
  for (const [token, tag] of xhtml.matchAll(TOKEN)) {
    const into = open.length ? open.at(-1) : 'text';
    if (tag === undefined) {
      if (into) said[into] += lettersOf(unescaped(token));
    } else if (tag.startsWith('/')) open.pop();
    else if (!tag.endsWith('/') && !/^[?!]/.test(tag))
      open.push(into && (isUnseen(tag) ? undefined : isNote(tag) ? 'notes' : into));
  }
  return said;
}

function nameOf(tag: string): string {
  return /^[^\s/]+/.exec(tag)?.[0] ?? '';
}

function isUnseen(tag: string): boolean {
  const name = nameOf(tag);
  return (
    APART.test(name) ||
    (name === 'math' && / alttext="[^"]/.test(tag)) ||
    /\s(?:aria-hidden="true"|hidden(?=[\s=/]|$))/.test(tag)
  );
}

function isNote(tag: string): boolean {
  return /\sepub:type="(?:[^"]*\s)?(?:footnote|endnote)(?:\s[^"]*)?"/.test(tag);
}

function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    name ? (ENTITIES[name] ?? whole) : String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10)),
  );
}
