import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { markEmphasis } from '../../src/typeset/emphasis-marks.js';

const marked = (html: string, lang: string): string => {
  const tree: Root = fromHtml(html, { fragment: true });
  markEmphasis(tree, lang);
  return unified().use(rehypeStringify).stringify(tree);
};
const one = (character: string): string => `<span class="emphasized">${character}</span>`;

it.each([
  [
    'characters, and no signs',
    '<p><em>飲む、。</em>水</p>',
    'ja',
    `<p><em>${one('飲')}${one('む')}、。</em>水</p>`,
  ],
  [
    'the long sign, and no Latin',
    '<p><em>コー 7 is a</em></p>',
    'ja-JP',
    `<p><em>${one('コ')}${one('ー')} 7 is a</em></p>`,
  ],
  ['what stands in it', '<i>強<a>調</a></i>', 'zh-Hans', `<i>${one('強')}<a>${one('調')}</a></i>`],
  [
    'what is in these languages within another',
    '<p lang="ja"><em>飲</em></p><p><em>飲</em></p>',
    'en',
    `<p lang="ja"><em>${one('飲')}</em></p><p><em>飲</em></p>`,
  ],
  [
    'nothing in another language within these',
    '<p><em lang="ko">飲</em></p>',
    'zh',
    '<p><em lang="ko">飲</em></p>',
  ],
  ['nothing that is strong', '<p><strong>飲</strong></p>', 'ja', '<p><strong>飲</strong></p>'],
])('marks %s', (_, html, lang, wanted) => {
  expect(marked(html, lang)).toBe(wanted);
});
