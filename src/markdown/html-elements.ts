import { htmlTagNames } from 'html-tag-names';

const NAMES = new Set(htmlTagNames);

/** Whether HTML has an element of this name, or once had. */
export function isHtmlElement(name: string): boolean {
  return NAMES.has(name.toLowerCase());
}

/**
 * A comment, or a tag: whether it closes, its name, and its attributes, whose quotation marks may hold a `>`. For `matchAll`.
 */
export const HTML_MARKUP = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>/gi;
