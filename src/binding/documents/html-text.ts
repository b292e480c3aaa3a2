import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

const stringifier = unified().use(rehypeStringify, { omitOptionalTags: false }).freeze();

/** A whole HTML document as text. */
export function htmlText(tree: Root): string {
  return stringifier.stringify(tree);
}
