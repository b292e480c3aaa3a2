import type { Element } from 'hast';
import type { VFile } from 'vfile';
import { isHtmlElement } from '../markdown/html-elements.js';

/** Letters of a tag that is a word in angle brackets. */
const LONGEST_TAG = 200;

/** A word in angle brackets that is no HTML, and is never closed: `<folder>`. It is told as that (`rules/html-closes.ts`). */
export function isPlaceholder({ tagName, position }: Element, file: VFile): boolean {
  const source = String(file.value);
  const [from, to] = [position?.start.offset, position?.end.offset];
  if (from === undefined || to === undefined || isHtmlElement(tagName)) return false;
  const start = /^<[^<>]*>/.exec(source.slice(from, from + LONGEST_TAG))?.[0];
  if (start?.endsWith('/>') !== false) return false;
  const end = /<\/([^\s<>]+)\s*>$/.exec(source.slice(Math.max(from, to - LONGEST_TAG), to))?.[1];
  return end?.toLowerCase() !== tagName;
}
