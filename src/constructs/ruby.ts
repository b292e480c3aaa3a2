import type { Emphasis, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Construct } from '../model/construct.js';
import { visit } from '../tree/visit.js';

/** `[漢字]{ruby="かんじ"}`: how a word is read, set small beside it; `ruby="かん|じ"` reads each sign by itself. */
export const ruby: Construct = {
  name: 'ruby',
  sample: 'He wrote [東京]{ruby="とう|きょう"}, [漢字]{ruby="かんじ" lang=ja}.\n',
  css: 'ruby',
  mark: /ruby=/,
  remark(tree) {
    visit(tree, 'emphasis', (node) => {
      const attributes = node.data?.attributes;
      if (attributes?.values.ruby === undefined) return;
      const { ruby: reading, ...values } = attributes.values;
      const readings = reading.split('|');
      const signs = [...textOf(node)];
      node.data = { ...node.data, attributes: { ...attributes, values } };
      if (readings.length === 1 || readings.length !== signs.length) {
        node.data.hName = 'ruby';
        node.children.push(...above(readings.join('')));
        return;
      }
      node.data.hName = values.dir === undefined ? 'span' : 'bdi';
      node.children = signs.map((sign, i) =>
        element('ruby', [{ type: 'text', value: sign }, ...above(readings[i] ?? '')]),
      );
    });
  },
};

/** The reading, in brackets where ruby is not understood. */
function above(reading: string): PhrasingContent[] {
  const part = (hName: string, value: string) => element(hName, [{ type: 'text', value }]);
  return [part('rp', '('), part('rt', reading), part('rp', ')')];
}

function element(hName: string, children: PhrasingContent[]): Emphasis {
  return { type: 'emphasis', data: { hName }, children };
}
