import { htmlTagNames } from 'html-tag-names';

const NAMES = new Set(htmlTagNames);

/** Whether HTML has an element of this name, or once had. */
export function isHtmlElement(name: string): boolean {
  return NAMES.has(name.toLowerCase());
}
