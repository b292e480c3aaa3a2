import type { Element } from 'hast';
import { h } from 'hastscript';
import type { LeafDirective } from 'mdast-util-directive';
import { educatedLine } from '../language/line.js';
import { setFieldLabel } from '../markdown/field-label.js';
import { languageOf } from '../markdown/languages.js';
import { attributeValid } from '../markdown/notices.js';
import type { Construct } from '../model/construct.js';
import { visit } from '../tree/visit.js';

/** More steps than this stand on no line, and nobody can tell them apart. */
const MOST = 21;

/** `::scale[How afraid am I?]{from=1 to=10 low="not at all" high="very"}`: steps to make a cross on, in rows where one is too long for the page. */
export const scale: Construct = {
  name: 'scale',
  sample: '::scale[How afraid am I?]{from=1 to=10 low="not at all" high="very"}\n',
  directives: ['::scale'],
  attributes: ['from', 'to', 'low', 'high'],
  css: 'scale',
  mark: /::scale/,
  remark(tree, file, say, { lang, typography }) {
    visit(tree, 'leafDirective', (node: LeafDirective, index, parent) => {
      if (node.name !== 'scale' || node.data?.hName || !parent || index === undefined) return undefined;
      const { from = '1', to = '10', low, high } = node.attributes ?? {};
      let [first, last] = [Number(from || Number.NaN), Number(to || Number.NaN)];
      const wrong = !Number.isInteger(first) || node.attributes?.to == null ? 'from' : 'to';
      if (!Number.isInteger(first) || !Number.isInteger(last) || last <= first || last - first >= MOST) {
        const value = (wrong === 'from' ? from : to) ?? '';
        const wants = `whole numbers, {from=1 to=10}, with no more than ${MOST} steps`;
        say(attributeValid, { name: wrong, value, wants }, { file, node });
        [first, last] = [1, 10];
      }
      const set = (words: string): string => educatedLine(words, languageOf(node) ?? lang, typography);
      node.data = {
        ...node.data,
        hName: 'div',
        hProperties: { className: ['scale'] },
        hChildren: [
          ...endOf('low', low && set(low)),
          ...Array.from({ length: last - first + 1 }, (_, i) =>
            h('span', { className: ['scale-step'], dataField: 'step' }, String(first + i)),
          ).flatMap((step) => [step, { type: 'text' as const, value: ' ' }]),
          ...endOf('high', high && set(high)),
        ],
      };
      return setFieldLabel(node, index, parent) ? index + 1 : undefined;
    });
  },
};

/** What the first or the last step means. */
function endOf(side: 'low' | 'high', words: string | null | undefined): Element[] {
  return words ? [h('span', { className: ['scale-end', `scale-${side}`] }, `${words} `)] : [];
}
