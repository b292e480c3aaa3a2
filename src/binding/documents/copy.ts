import type { Element, Nodes, Root, Text } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Point } from 'unist';
import { hasClass } from '../../tree/classes.js';
import { lettersOf } from './letters.js';
import { elements } from './rewrite.js';

/** A piece of the text that is to be printed. */
export interface Piece {
  /** Of what only the finished edition knows (a folio, the number of a note), what stands there for the time being. */
  readonly letters: string;
  /** Where it comes from. */
  readonly node?: Text | undefined;
  /** Where that is in the file, or what it stands in. */
  readonly at?: Point | undefined;
  /** How many letters there may be instead, where only the finished edition knows them. */
  readonly most?: number | undefined;
}

/** The text of a section, and beside it that of its notes, which stand elsewhere. */
export interface Copy {
  readonly text: readonly Piece[];
  readonly notes: readonly Piece[];
}

/** What a finished edition shows of a section, in letters: its text, and beside it that of its notes. */
export interface Shown {
  readonly text: string;
  readonly notes: string;
}

/** What is drawn, or says in print what the layout finds out. */
const APART = /^(?:svg|rp|script|style|template)$/;

/** A drawing is; but for one whose text is there to be read, as that of a cover is. */
function isApart({ tagName, properties }: Element): boolean {
  return APART.test(tagName) && properties.dataRead === undefined;
}

/**
 * The text of a section as it is to be printed, in reading order (its copy, as printers say).
 * @param behind ids of notes that are read behind the others
 * @param cutOff what of it is cut off, as `table 12:1`
 */
export function copyOf(
  tree: Root,
  behind: ReadonlySet<string> = new Set(),
  cutOff: ReadonlySet<string> = new Set(),
): Copy {
  const text: Piece[] = [];
  const notes: Piece[] = [];
  const walk = (nodes: readonly Nodes[], into: Piece[], around: Point | undefined): void => {
    for (const node of nodes) {
      const at = node.position?.start ?? around;
      if (node.type === 'text') {
        const letters = lettersOf(node.value);
        if (letters) into.push({ letters, node, at });
      } else if (node.type === 'element') {
        if (isApart(node) || isHidden(node) || isNamedFormula(node)) continue;
        const most = isIn(cutOff, node) ? CUT * lettersIn(node).length : freedomOf(node);
        if (most !== undefined) into.push({ letters: lettersIn(node), most });
        else if (node.properties.dataFootnotes !== undefined) walkNotes(node);
        else walk(node.children, into, at);
      }
    }
  };
  const walkNotes = (section: Element): void => {
    for (const list of section.children) {
      if (list.type !== 'element') continue;
      // Its title is there only where the notes stand behind the text.
      if (list.tagName !== 'ol') {
        text.push({ letters: '', most: lettersIn(list).length });
        continue;
      }
      const all = list.children.filter((note) => note.type === 'element');
      const isBehind = ({ properties }: Element): boolean => behind.has(String(properties.id));
      for (const note of [...all.filter((one) => !isBehind(one)), ...all.filter(isBehind)]) {
        notes.push({ letters: '', most: NUMBER });
        walk(note.children, notes, note.position?.start);
        const most = lettersBack(note);
        if (most) notes.push({ letters: '', most });
      }
    }
  };
  walk(tree.children, text, undefined);
  return { text, notes };
}

/** Letters of a folio or of the number of a note, with a point. */
const NUMBER = 10;

/** Each line of what is cut off ends before its end, in the middle of a letter perhaps; and so does the head of a table, on each page again. */
const CUT = 4;

function isIn(cutOff: ReadonlySet<string>, { tagName, position }: Element): boolean {
  return cutOff.size > 0 && cutOff.has(`${tagName} ${position?.start.line}:${position?.start.column}`);
}

/** How many letters may stand where a number is waited for: a folio, a reference to a page, the places of an entry of the index. */
function freedomOf(element: Element): number | undefined {
  if (hasClass(element, 'locators')) return NUMBER + 6 * lettersIn(element).length;
  if (hasClass(element, 'page-reference')) return NUMBER + lettersIn(element).length;
  return element.properties.dataFolio === undefined ? undefined : NUMBER;
}

/** A formula that says its TeX is one thing that is said, and not its letters. */
function isNamedFormula({ tagName, properties }: Element): boolean {
  return tagName === 'math' && Boolean(properties.alttext);
}

function isHidden({ properties }: Element): boolean {
  return (
    properties.hidden !== undefined ||
    properties.ariaHidden === 'true' ||
    properties.dataFootnoteBackref !== undefined
  );
}

/** Letters of the links that lead back from a note to each of its calls. */
function lettersBack(note: Element): number {
  const links = [...elements(note)].filter(({ properties }) => properties.dataFootnoteBackref !== undefined);
  return links.reduce((sum, link) => sum + lettersIn(link).length, 0);
}

function lettersIn(element: Element): string {
  return lettersOf(textOf(element));
}
