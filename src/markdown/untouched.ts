import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { byFrontMatter } from '../manuscript/front-matter-fences.js';
import { visit } from '../tree/visit.js';
import { isHtmlElement } from './html-elements.js';

const plain = unified().use(remarkParse).use(remarkGfm).freeze();
const readerOf = byFrontMatter((fences) => plain().use(remarkFrontmatter, fences).freeze());

/** One word in angle brackets, or several. */
const WORDS = /^<([a-z][\w-]*)(?:\s+[\w-]+)*\s*>$/i;

/**
 * What of a text is no prose, in its order: code, HTML, addresses, front matter. A mend leaves all of it as it is. A word in angle brackets
 * is HTML that shows nothing, and may become text.
 */
export function untouched(text: string): string[] {
  const found: string[] = [];
  visit(readerOf(text).parse(text), (node) => {
    if (node.type === 'html' && !isHtmlElement(WORDS.exec(node.value)?.[1] ?? 'p')) return;
    if (node.type === 'code' || node.type === 'inlineCode' || node.type === 'html' || node.type === 'yaml')
      found.push(node.value);
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') found.push(node.url);
  });
  return found;
}
