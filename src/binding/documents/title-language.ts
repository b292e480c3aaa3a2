import type { Element } from 'hast';
import type { Rendition } from '../../model/rendition.js';
import { elements, idOf } from './rewrite.js';

/** The language of a title: its own, where all of it is marked, or else that of its section. */
export function languageOfTitle({ properties, children }: Element, section: string): string {
  const [only, ...others] = children;
  const inside = only?.type === 'element' && !others.length ? only.properties.lang : undefined;
  return String(properties.lang ?? inside ?? section);
}

/** Titles in another language than that of the book, by the ids of their headings: lists of them are heard as well (WCAG 2.2, 3.1.2). */
export function foreignTitles({
  sections,
  metadata,
}: Pick<Rendition, 'sections' | 'metadata'>): ReadonlyMap<string, string> {
  const languages = new Map<string, string>();
  for (const { tree, lang: section } of sections)
    for (const element of elements(tree)) {
      const id = /^h[1-6]$/.test(element.tagName) && idOf(element);
      if (!id) continue;
      const lang = languageOfTitle(element, section);
      if (lang !== metadata.lang) languages.set(id, lang);
    }
  return languages;
}
