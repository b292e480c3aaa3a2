import type { Element, Root } from 'hast';
import type { Section } from '../model/rendition.js';
import { hasClass } from '../tree/classes.js';
import { visit } from '../tree/visit.js';
import { type Kind, withKind } from './pdf-kinds.js';

/** Elements that Chromium leaves out of the structure tree, with their language, unless they have a role. */
const LEFT_OUT = /^(?:div|span|i|b|u|s|q|cite|bdi|bdo|kbd|samp|var|small)$/;

/** Says what the elements of a printed section are, for the structure tree; changes them. */
export function markKinds(tree: Root, { lang, role }: Pick<Section, 'lang' | 'role'>): void {
  const languages = new Map<object, string>([[tree, lang]]);
  /** Lists by what their items are. */
  const lists = new Map<object, Kind>();
  visit(tree, 'element', (element, _, parent) => {
    const { properties } = element;
    const around = (parent && languages.get(parent)) ?? lang;
    const own = typeof properties.lang === 'string' ? properties.lang : undefined;
    languages.set(element, own ?? around);
    if (properties.dataFootnotes !== undefined) for (const list of element.children) lists.set(list, 'note');
    if (hasClass(element, 'works')) lists.set(element, 'bib');
    if (isList(element) && (role === 'toc' || hasClass(element, 'list-of'))) lists.set(element, 'toci');
    const kind = kindOf(element, parent && lists.get(parent), lists.get(element));
    if (kind) properties.lang = withKind(own ?? around, kind);
    else if (own !== undefined && LEFT_OUT.test(element.tagName)) properties.role ??= 'mark';
  });
}

function kindOf(element: Element, item: Kind | undefined, items: Kind | undefined): Kind | undefined {
  switch (element.tagName) {
    case 'ol':
    case 'ul':
      return items === 'toci' ? 'toc' : undefined;
    case 'li':
      return item;
    case 'sup':
      return element.children.some(isCall) ? 'ref' : undefined;
    case 'dl':
    case 'dt':
    case 'dd':
      return element.tagName;
    default:
      return undefined;
  }
}

function isList({ tagName }: Element): boolean {
  return tagName === 'ol' || tagName === 'ul';
}

function isCall(node: Element['children'][number]): boolean {
  return node.type === 'element' && node.properties.dataFootnoteRef !== undefined;
}
