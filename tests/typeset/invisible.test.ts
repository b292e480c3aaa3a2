import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { withoutInvisible } from '../../src/typeset/invisible.js';

it.each([
  ['a\u200bb', 'a<wbr>b'],
  ['so\u2060— and', 's<span class="nowrap">o—</span> and'],
  ['a\ufeffb', '<span class="nowrap">ab</span>'],
  ['\u2060', ''],
  ['plain\u00a0text\u202f!', 'plain\u00a0text\u202f!'],
])('says with elements where a line may break, and where not: %j', (value, html) => {
  const tree: Root = { type: 'root', children: [{ type: 'text', value }] };
  withoutInvisible(tree);
  expect(unified().use(rehypeStringify).stringify(tree)).toBe(html);
});
