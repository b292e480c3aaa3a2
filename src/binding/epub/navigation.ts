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
  const items = entries.map(({ title, href, children }) =>
    element('li', {}, [link(title, href), ...(children.length > 0 ? [list(children)] : [])]),
  );
  return element('ol', {}, items);
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
