import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { opensWithRule } from '../manuscript/opening-rule.js';
import { visit } from '../tree/visit.js';

const plain = unified().use(remarkParse).use(remarkGfm).freeze();
const parser = plain().use(remarkFrontmatter).freeze();

/** What of a text is no prose, in its order: code, HTML, addresses, front matter. A mend leaves all of it as it is. */
export function untouched(text: string): string[] {
  const found: string[] = [];
  visit((opensWithRule(text) ? plain : parser).parse(text), (node) => {
    if (node.type === 'code' || node.type === 'inlineCode' || node.type === 'html' || node.type === 'yaml')
      found.push(node.value);
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') found.push(node.url);
  });
  return found;
}
