import type { Element, Root, RootContent } from 'hast';
import { h } from 'hastscript';
import { encode } from '../manuscript/address.js';
import type { TrimSize } from '../model/config.js';
import type { Rendition, Section } from '../model/rendition.js';
import { GEOMETRY_STYLE, RUNNING_STYLE } from '../press/layout/job.js';
import { WAITING_STYLE } from '../press/settled.js';
import { addClass, hasClass } from '../tree/classes.js';
import { formulaWords } from '../tree/formula-words.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';
import { classesIn } from '../typeset/upright-emphasis.js';
import { htmlText } from './documents/html-text.js';
import type { Fields } from './fields.js';
import { markKinds } from './kinds.js';
import { nearlyFills } from './nearly-fills.js';
import { withKind } from './pdf-kinds.js';

/** Elements that can turn out too wide, too tall or too much for a page; they carry their place in the author's file into the layout. */
const PLACED = new Set('h1 h2 h3 h4 h5 h6 p div li dt dd pre table tr figure img'.split(' '));

/**
 * Builds the one document that a press prints: the shell, the stylesheets, every section as a sheet.
 * @param geometry the CSS of the page, written by the layout and replaced by it
 * @param fields shown everything, if it is to be a form
 */
export function documentOf(
  rendition: Rendition,
  sections: readonly Section[],
  geometry: string,
  fields?: Fields,
): string {
  const { metadata } = rendition;
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: metadata.lang, dir: metadata.dir, className: classesIn(metadata.lang) }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('title', metadata.title),
          ...rendition.styles.map(({ css }) => style(css)),
          style(geometry, GEOMETRY_STYLE),
          style('', RUNNING_STYLE),
          style('body{display:none}', WAITING_STYLE),
        ]),
        h(
          'body',
          sections.map((section, index) => sheetOf(section, index, rendition.page.sizes[0], fields)),
        ),
      ]),
    ],
  };
  return htmlText(tree);
}

function style(css: string, id?: string): Element {
  // Nothing in a stylesheet can end the element that it stands in.
  return h('style', id ? { id } : {}, css.replace(/<\//g, '<\\/'));
}

function sheetOf(
  section: Section,
  index: number,
  size: TrimSize | undefined,
  fields: Fields | undefined,
): Element {
  const tree = structuredClone({
    ...section.tree,
    children: section.tree.children.filter(
      (child): child is Exclude<RootContent, { type: 'doctype' }> => child.type !== 'doctype',
    ),
  });
  visit(tree, 'element', (element) => {
    dropSemantics(element);
    if (element.tagName === 'math') nameFormula(element);
    if (section.role === 'cover' && size && fillsPage(element, size)) addClass(element, 'filling');
    const start = element.position?.start;
    if (start && PLACED.has(element.tagName)) element.properties.dataAt = `${start.line}:${start.column}`;
    if (start && element.properties.dataFootnoteRef !== undefined)
      element.properties.dataCalled = `${start.line}:${start.column}`;
    // Addresses of the book's own files start at its root, wherever the document stands.
    if (element.tagName === 'img' && typeof element.properties.src === 'string')
      element.properties.src = `/${encode(element.properties.src)}`;
  });
  fields?.take(tree, section.title);
  markKinds(tree, section);
  const properties = {
    id: section.id,
    className: [
      'sheet',
      ...(isOfWords(section) ? [] : [section.role]),
      `matter-${section.matter}`,
      ...(classesIn(section.lang) ?? []),
    ],
    dir: section.dir,
    lang: withKind(section.lang, section.role === 'index' ? 'index' : 'sect', index),
  };
  return { type: 'element', tagName: 'section', properties, children: tree.children as Element['children'] };
}

/** Whether a picture of a cover can be all of its page. */
function fillsPage({ tagName, properties }: Element, size: TrimSize): boolean {
  const picture = { width: Number(properties.width), height: Number(properties.height) };
  return tagName === 'img' && nearlyFills(picture, size);
}

/** A picture is a cover that fills its page, from edge to edge; a cover that somebody wrote in words is set as a page of text is. */
function isOfWords({ role, file, tree }: Section): boolean {
  return role === 'cover' && file !== undefined && textOf(tree).trim() !== '';
}

/**
 * Chromium tags a formula only as a picture, with what it says; the finished PDF then calls it what it is. It is broken where the layout
 * finds that it has no room on a line.
 */
function nameFormula(formula: Element): void {
  const { properties } = formula;
  if (hasClass(formula, 'breakable')) properties.dataWhole = '';
  if (!properties.alttext) return;
  properties.role = 'img';
  properties.ariaLabel = String(properties.alttext);
  properties.dataWords = formulaWords(String(properties.alttext));
}

/** What only e-readers understand; roles that they need make Chromium forget that a link is a link, and a section one. */
function dropSemantics(element: Element): void {
  delete element.properties.epubType;
  if (/^doc-(noteref|backlink|glossref|glossary)$/.test(String(element.properties.role ?? '')))
    delete element.properties.role;
}
