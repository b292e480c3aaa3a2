import type { Element } from 'hast';
import type { Entry } from '../documents/contents.js';
import { element } from '../documents/element.js';

/** A place that an e-reader offers by its kind: the cover, the start of the text, the index. */
export interface Landmark {
  /** A term of the EPUB Structural Semantics Vocabulary. */
  readonly type: string;
  readonly title: string;
  readonly href: string;
}

/** The content of the EPUB navigation document (EPUB 3.3, 7): nested contents, which are read, and landmarks, which are not. */
export function navigation(
  title: string,
  entries: readonly Entry[],
  landmarks: readonly Landmark[],
): Element[] {
  const toc = element(
    'nav',
    { 'epub:type': 'toc', role: 'doc-toc', id: 'toc', ariaLabelledBy: 'toc-title' },
    [element('h1', { id: 'toc-title' }, [{ type: 'text', value: title }]), list(entries)],
  );
  if (landmarks.length === 0) return [toc];
  const items = landmarks.map(({ type, title, href }) => element('li', {}, [link(title, href, type)]));
  const places = element('nav', { 'epub:type': 'landmarks', id: 'landmarks', hidden: 'hidden' }, [
    element('ol', {}, items),
  ]);
  return [toc, places];
}

function list(entries: readonly Entry[]): Element {
  const items = entries.map(({ title, lang, authors, href, children }) =>
    element('li', {}, [listed(title, href, lang, authors), ...(children.length > 0 ? [list(children)] : [])]),
  );
  return element('ol', {}, items);
}

/** A line of the contents is one link and nothing beside it (EPUB 3.3, 7.2), so who wrote a chapter stands in that. */
function listed(title: string, href: string, lang?: string, authors?: string): Element {
  const line = link(title, href);
  const said = { lang, xmlLang: lang };
  // Names are in no language.
  if (lang && authors) line.children = [element('span', said, line.children)];
  else if (lang) line.properties = { ...line.properties, ...said };
  if (authors)
    line.children.push(
      element('span', { className: ['toc-author'] }, [{ type: 'text', value: ` · ${authors}` }]),
    );
  return line;
}

function link(title: string, href: string, type?: string): Element {
  return element('a', { 'epub:type': type, href }, [{ type: 'text', value: title }]);
}

/** A list of figures or tables, for readers that offer one. Nothing to list: no list. */
export function listOf(
  type: 'loi' | 'lot',
  title: string,
  places: readonly Omit<Landmark, 'type'>[],
): Element[] {
  if (!places.length) return [];
  const items = places.map((place) => element('li', {}, [link(place.title, place.href)]));
  const heading = element('h2', { id: `${type}-title` }, [{ type: 'text', value: title }]);
  const properties = { 'epub:type': type, id: type, hidden: 'hidden', ariaLabelledBy: `${type}-title` };
  return [element('nav', properties, [heading, element('ol', {}, items)])];
}
