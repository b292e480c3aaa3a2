import type { Emphasis, PhrasingContent } from 'mdast';
import type { Construct } from '../model/construct.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

/** `[λόγος]{ruby="logos"}`: how a word is read, set small over it; `[ψυχή]{ruby="ps|y|kh|é"}` reads each sign by itself, as Japanese does. */
export const ruby: Construct = {
  name: 'ruby',
  // In letters that the themes' own fonts have: a box would be printed for others where the machine has no font for them.
  sample: 'He wrote [ψυχή]{ruby="ps|y|kh|é"}, [λόγος]{ruby="logos" lang=el}.\n',
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
