import type { Element, ElementContent, Root } from 'hast';
import type { Section } from '../../model/rendition.js';
import { classesIn } from '../../typeset/upright-emphasis.js';
import { element } from '../documents/element.js';
import { unused } from '../documents/names.js';
import { elements, firstHeading, idOf, rewrite } from '../documents/rewrite.js';
import { DIVISIONS, SEMANTICS } from './roles.js';

/** What every document of one book has in common. */
export interface House {
  readonly dir: 'ltr' | 'rtl';
  /** Stylesheets, relative to the documents. */
  readonly stylesheets: readonly string[];
}

/** The frame of a document: what its head and its root say. */
export interface Frame extends Pick<Section, 'title' | 'lang' | 'dir' | 'matter'> {
  readonly children: ElementContent[];
}

/** An XHTML document as a tree: title, language and direction, stylesheets, and the division of the book as body type. */
export function page({ title, lang, dir, matter, children }: Frame, house: House): Element {
  const head: Element[] = [
    element('meta', { charSet: 'utf-8' }),
    element('title', {}, [{ type: 'text', value: title }]),
    ...house.stylesheets.map((href) => element('link', { rel: ['stylesheet'], type: 'text/css', href })),
  ];
  const way = dir ?? house.dir;
  const root = {
    'xmlns:epub': 'http://www.idpf.org/2007/ops',
    lang,
    xmlLang: lang,
    className: classesIn(lang),
    // In a book that is read from the right, e-readers take what says nothing for a chapter that is so, too.
    dir: way === 'rtl' || house.dir === 'rtl' ? way : undefined,
  };
  return element('html', root, [
    element('head', {}, head),
    element('body', { 'epub:type': DIVISIONS[matter] }, children),
  ]);
}

/** The one `<section>` of a document, named by its first heading, or by its title where it has none. */
export function sectionElement(section: Section, content: readonly ElementContent[]): Element {
  const { type, role } = SEMANTICS[section.role];
  const tree: Root = { type: 'root', children: [...content] };
  const ids = new Set([...elements(tree)].flatMap((child) => idOf(child) ?? []));
  const first = firstHeading(tree);
  // With the number of a note that it calls, a heading is no name: the title says it.
  const heading = first && section.title && callsNote(first) ? undefined : first;
  const labelled = heading ? (idOf(heading) ?? unused(`${section.id}-title`, ids)) : undefined;
  const children = heading && !idOf(heading) ? named(content, heading, labelled) : [...content];
  const properties = {
    id: ids.has(section.id) ? undefined : section.id,
    className: [section.role],
    'epub:type': type,
    role,
    ariaLabelledBy: labelled,
    ariaLabel: labelled || section.title === '' ? undefined : section.title,
  };
  return element('section', properties, children);
}

function callsNote(heading: Element): boolean {
  return [...elements(heading)].some(({ properties }) => properties.role === 'doc-noteref');
}

/** The content with an id on one of its headings; the first heading without an id is the one. */
function named(
  content: readonly ElementContent[],
  heading: Element,
  id: string | undefined,
): ElementContent[] {
  let found = false;
  return rewrite(content, (node) => {
    if (found || node.type !== 'element' || node.tagName !== heading.tagName || idOf(node)) return [node];
    found = true;
    return [{ ...node, properties: { ...node.properties, id } }];
  });
}
