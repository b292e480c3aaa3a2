import type { Element } from 'hast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { insteadOfTag } from '../markdown/foreign-tags.js';
import { isHtmlElement } from '../markdown/html-elements.js';

/** A component of MDX, which looks like HTML: `<TabItem>`. */
export interface Component {
  /** As its author wrote it. */
  readonly what: string;
  readonly remedy: string;
}

/** What an element is if it is none of HTML: names of components begin with a capital, and are not capitals alone. */
export function componentIn({ tagName, properties, position }: Element, file: VFile): Component | undefined {
  // What the parser of HTML makes of two broken tags may have a place without a beginning.
  const at = (position as Partial<Position> | undefined)?.start?.offset;
  if (at === undefined || (isHtmlElement(tagName) && tagName !== 'link')) return undefined;
  const name = /^<([A-Z][A-Za-z\d]*)/.exec(String(file.value).slice(at, at + 80))?.[1];
  if (name?.toLowerCase() !== tagName || !/[a-z]/.test(name)) return undefined;
  const { type } = properties;
  return { what: `<${name}>`, remedy: insteadOfTag(`{% ${tagName} ${typeof type === 'string' ? type : ''}`) };
}
