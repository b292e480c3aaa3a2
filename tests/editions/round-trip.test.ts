import { join } from 'node:path';
import type { Element, Nodes } from 'hast';
import { find, html, svg } from 'property-information';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/build.js';
import type { Section } from '../../src/model/rendition.js';
import { read } from '../../src/reading.js';
import { setFormulas } from '../../src/typeset/formulas.js';
import { highlight } from '../../src/typeset/highlight.js';
import { typeset } from '../../src/typeset/typeset.js';
import { thisWorld } from '../../src/world.js';
import { bytesOf, desk, ROOT } from '../support/desk.js';
import { type Epub, openEpub } from '../support/epub.js';
import type { XmlElement } from '../support/xml.js';

/*
 * The book that has everything, before it is bound as an EPUB and after: no element, no attribute and no letter is lost.
 */
const FOLDER = join(ROOT, 'tests/books/torture/manuscript');

/** What the bindery may set: names, addresses, looks and roles; it is tested where that is done. */
const SET = /^(?:id|class|href|src|style|align|role|epub:type|epubType|xml:lang|xmlns.*|aria-.*|data-.*)$/;
/** Hints for a browser that loads pages, which an EPUB has no use for. */
const HINTS = /^(?:loading|decoding|srcset|sizes)$/;

interface Line {
  readonly element: string;
  readonly text: string;
}

const plain = (text: string): string => text.replace(/[\s\u00AD]+/g, '');

/** Elements of our own tree in order, each with its attributes and its own text. */
function ours(nodes: readonly Nodes[], inSvg = false): Line[] {
  return nodes.flatMap((node): Line[] => {
    if (node.type !== 'element' || isNote(node) || isOfPaper(node)) return [];
    const drawing = inSvg || node.tagName === 'svg';
    const attributes = Object.entries(node.properties).flatMap(([name, value]) => {
      const { attribute } = find(drawing ? svg : html, name);
      if (value === false || value === undefined || value === null) return [];
      return [`${attribute}=${Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value)}`];
    });
    const text = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    return [
      line(node.tagName, attributes, text),
      ...ours(
        isWritten(node) ? node.children.slice(0, 1) : node.children,
        drawing && node.tagName !== 'foreignObject',
      ),
    ];
  });
}

/** Notes take another form, which is tested on its own. */
function isNote({ tagName, properties, children }: Element): boolean {
  if (properties.dataFootnotes !== undefined || properties.dataFootnoteRef !== undefined) return true;
  const [only] = children;
  return tagName === 'sup' && children.length === 1 && only?.type === 'element' && isNote(only);
}

/** Lines to be written on, of which a screen has one. */
function isWritten({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('lines');
}

/** Lines to be cut along, which only paper has. */
function isOfPaper({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('sheet-line');
}

/** The same of what lies in the archive. */
function theirs(element: XmlElement): Line[] {
  return element.content.flatMap((child): Line[] => {
    if (typeof child === 'string') return [];
    const { role, 'epub:type': type } = child.attributes;
    if (type === 'footnotes' || role === 'doc-noteref' || type === 'pagebreak') return [];
    const attributes = Object.entries(child.attributes).map(([name, value]) => `${name}=${value}`);
    const text = child.content.map((one) => (typeof one === 'string' ? one : '')).join('');
    return [line(child.name, attributes, text), ...theirs(child)];
  });
}

function line(tagName: string, attributes: readonly string[], text: string): Line {
  const kept = attributes.filter((one) => {
    const name = one.slice(0, one.indexOf('='));
    return !SET.test(name) && !HINTS.test(name);
  });
  return { element: [tagName, ...kept.sort()].join(' '), text: plain(text) };
}

let epub: Epub;
let sections: readonly Section[];
beforeAll(async () => {
  const output = await desk();
  const world = thisWorld();
  const made = await build({ folder: FOLDER, editions: ['epub'], output }, world);
  expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  epub = await openEpub(await bytesOf(output, made.artifacts[0]?.path ?? ''));
  const { book, config, constructs, editions, own, ledger } = await read(
    { folder: FOLDER, editions: ['epub'] },
    world,
  );
  if (!book || !config || !editions[0]) throw new Error('the book cannot be read');
  await setFormulas(book, ledger.say);
  await highlight(book);
  ({ sections } = await typeset(book, editions[0], config, constructs, own, world.workshop, ledger.say));
});

describe('from our tree to the archive', () => {
  it('every section comes through: its elements, their attributes, their text', () => {
    let compared = 0;
    const missing: string[] = [];
    for (const section of sections) {
      // Where its first heading has its id, the section has none.
      const root = [...epub.documents.values()]
        .find((document) => document.all('*').some(({ attributes }) => attributes.id === section.id))
        ?.all('section')[0];
      if (section.role === 'cover' || section.role === 'toc') continue;
      if (!root) {
        missing.push(section.id);
        continue;
      }
      const [wanted, found] = [ours(section.tree.children), theirs(root)];
      expect(found, section.id).toEqual(wanted);
      compared += wanted.length;
    }
    expect(missing).toEqual([]);
    expect(compared).toBeGreaterThan(450);
  });

  it('has in it what other tools lose', () => {
    const all = [...epub.documents.values()].flatMap((document) => document.all('*'));
    const has = (name: string, attribute?: string): boolean =>
      all.some((one) => one.name === name && (!attribute || one.attributes[attribute] !== undefined));
    for (const [name, attribute] of [
      ['math', 'alttext'],
      ['th', 'scope'],
      ['th', 'colspan'],
      ['ruby'],
      ['img', 'alt'],
    ] as const)
      expect(has(name, attribute), `${name} ${attribute}`).toBe(true);
  });
});
