import type { Element, Parents, Root, Text } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { standsAlone } from '../language/initials.js';
import type { Say } from '../model/notice.js';
import { classesOf, hasClass } from '../tree/classes.js';
import { EXIT, SKIP, visit } from '../tree/visit.js';
import { dropCapFits } from './notices.js';

/** Marks that may stand before the first letter, each with the space that French puts behind it. */
const MARKS = /^(?:[\p{Pi}\p{Pf}\p{Ps}\p{Pd}¿¡"'][\s\u00a0\u202f]?){1,3}/u;
/**
 * A capital. Small letters and those of scripts without capitals are not enlarged, nor is a part of what is one: a figure of a
 * number, or half of the Dutch *IJ*. What is right behind it is made as large, so it is no closing mark (“I”), but an apostrophe.
 * A word of its own before words of another look (“I *never* …”) would take on theirs.
 */
const INITIAL = /^(?!IJ\p{Ll})[\p{Lu}\p{Lt}]\p{M}*(?!\p{P}*(?:[\p{Pi}\p{Pf}\p{Pe}"'](?!\p{L})|\s+$))/u;
/** A letter that is all of its text. */
const ALONE = /^\p{L}\p{M}*\p{P}*\s*$/u;

/** Shorter paragraphs have no room for a letter three lines high, in characters. */
const SHORTEST = 150;

/**
 * Lets a chapter open with a drop cap, unless its author has set one himself: on text that stands right below the title (or
 * below the words or pictures above it), and is long enough to stand beside the letter. A heading that stands right below
 * the title, and is the only one of its chapter, is a second line of that: “Chapter One”, and below it “The Letter”. Text that
 * is too brief alone is told.
 */
export function openWithDropCap(tree: Root, file: VFile, say: Say): void {
  const elements = tree.children.filter((node): node is Element => node.type === 'element');
  if (elements.some(isMarked)) return;
  const headings = elements.filter(({ tagName }) => /^h[1-6]$/.test(tagName));
  const isTitle = headings.length === 2 && elements.indexOf(headings[1] as Element) === 1;
  const first = elements.find((element) => !(isTitle && element === headings[1]) && !opens(element));
  if (first?.tagName !== 'p' || first.properties.className !== undefined) return;
  const text = firstText(first)?.text.value;
  const letter = INITIAL.exec(text?.replace(MARKS, '') ?? '')?.[0];
  if (letter === undefined) return;
  // Behind its text, too: “**W**. H. Auden”.
  if (!standsAlone(textOf(first).replace(MARKS, ''))) return;
  if (textOf(first).length >= SHORTEST) first.properties.className = ['drop-cap'];
  else say(dropCapFits, { letter }, { file, node: first });
}

/** What belongs to the opening of a chapter: its title, the lines around that, an epigraph, a picture. */
function opens({ tagName, properties: { className } }: Element): boolean {
  const classes = Array.isArray(className) ? className : [];
  return (
    tagName === 'h1' ||
    (tagName === 'figure' && !classes.includes('listing')) ||
    ['above-title', 'opening-label', 'subtitle', 'chapter-author', 'epigraph-block', 'figures'].some((name) =>
      classes.includes(name),
    )
  );
}

/**
 * Sets marks before a drop cap apart, at the size of the text: a quotation mark three lines high would outshout the letter,
 * and a stylesheet cannot tell the two. A letter that its author has set apart (`**W**hen`) goes back to its word: a browser
 * leaves one that has no text behind it out of the tags.
 */
export function settleDropCaps(tree: Root): void {
  visit(tree, 'element', (paragraph) => {
    if (!isMarked(paragraph)) return undefined;
    const first = firstText(paragraph);
    if (!first) return SKIP;
    const { parent, text } = first;
    const marks = MARKS.exec(text.value)?.[0] ?? '';
    const isAlone = ALONE.test(text.value.slice(marks.length));
    const next = isAlone ? textBehind(paragraph, text) : undefined;
    if (isAlone && !next) {
      // Nothing of its word: a note, a formula, an image. It is a letter like any other.
      paragraph.properties.className = classesOf(paragraph).filter((name) => name !== 'drop-cap');
      return SKIP;
    }
    const mark = h('span', { className: ['drop-mark'] }, marks.trim());
    if (marks) parent.children.splice(parent.children.indexOf(text as never), 0, mark as never);
    text.value = text.value.slice(marks.length);
    if (next) {
      next.value = text.value + next.value;
      text.value = '';
    }
    return SKIP;
  });
}

/** What is no part of a word, or of another kind than its letters. */
const APART = new Set(['sup', 'sub', 'a', 'math', 'code', 'svg', 'img', 'br', 'ruby', 'input']);

/** The text that goes on right behind another. */
function textBehind(paragraph: Element, first: Text): Text | undefined {
  let isNext = false;
  let found: Text | undefined;
  visit(paragraph, (node) => {
    if (node === first) isNext = true;
    else if (!isNext) return undefined;
    else if (node.type === 'text' && node.value) {
      found = node;
      return EXIT;
    } else if (node.type === 'element' && APART.has(node.tagName)) return EXIT;
    return undefined;
  });
  return found;
}

/** Whether a chapter has a drop cap, which a PDF must spell with its word. */
export function hasDropCap(tree: Root): boolean {
  let found = false;
  visit(tree, 'element', (element) => {
    found ||= isMarked(element);
    return found ? EXIT : undefined;
  });
  return found;
}

function isMarked(element: Element): boolean {
  return element.tagName === 'p' && hasClass(element, 'drop-cap');
}

/** The text that an element begins with; what shows nothing, such as a mark for the index, is passed over. */
function firstText(parent: Element): { parent: Parents; text: Text } | undefined {
  for (const child of parent.children) {
    if (child.type === 'text') return { parent, text: child };
    if (child.type !== 'element') continue;
    if (child.tagName === 'code') return undefined;
    if (child.children.length) return firstText(child);
    if (child.tagName !== 'span') return undefined;
  }
  return undefined;
}
