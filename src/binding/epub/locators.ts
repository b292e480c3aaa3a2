import type { Element, ElementContent } from 'hast';
import { hasClass } from '../../tree/classes.js';
import { elements } from '../documents/rewrite.js';

/**
 * Where the pages of the printed book are known, an index names them instead of counting places: “42” is then the same
 * place in both. As on paper a page is named once, and a passage that begins and ends on one page is no passage.
 * @param folios page labels of what numbers refer to, by id
 */
export function nameFolios(element: Element, folios: ReadonlyMap<string, string>): Element {
  if (!hasClass(element, 'locators')) return element;
  const links = [...elements(element)].filter(({ properties }) => properties.dataFolio !== undefined);
  const labels = links.map(({ properties }) => folios.get(String(properties.dataFolio)));
  // All or none: numbers of two kinds side by side would lead astray. Places that are counted are where passages begin.
  if (labels.some((label) => label === undefined)) {
    for (const locator of elements(element)) locator.children = locator.children.filter((one) => !isEnd(one));
    return element;
  }
  links.forEach((link, i) => {
    link.children = [{ type: 'text', value: labels[i] ?? '' }];
  });
  let before: string | undefined;
  const children = element.children.filter((locator): boolean => {
    if (locator.type !== 'element') return true;
    const [from, to] = [...elements(locator)].filter(({ tagName }) => tagName === 'a').map(textOf);
    if (from === to) locator.children = locator.children.filter((child) => !isEnd(child));
    const said = to === undefined || from === to ? from : `${from}–${to}`;
    const again = said === before;
    before = said;
    return !again;
  });
  return { ...element, children };
}

function isEnd(node: ElementContent): boolean {
  return node.type === 'element' && hasClass(node, 'locator-end');
}

function textOf({ children: [text] }: Element): string {
  return text?.type === 'text' ? text.value : '';
}
