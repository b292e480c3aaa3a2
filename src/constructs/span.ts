import type { Construct } from '../model/construct.js';
import { visit } from '../tree/visit.js';

/** Classes that say what a stretch of text is, and the element that says it in HTML. */
const ELEMENTS: Readonly<Record<string, string>> = {
  kbd: 'kbd',
  mark: 'mark',
  underline: 'u',
  cite: 'cite',
  sub: 'sub',
  sup: 'sup',
  bdo: 'bdo',
};

/**
 * Stretches of text with a class of their own: `[Ctrl]{.kbd}`, `[NATO]{.small-caps}`, `[word]{.mark}`, `[Title]{.cite}`,
 * `[drop]{.nowrap}`, `H[2]{.sub}O`, `x[2]{.sup}`; `[mot]{lang=fr}` for another language, `[שלום]{dir=rtl}` for the other
 * direction.
 */
export const span: Construct = {
  name: 'span',
  sample: 'Press [Ctrl]{.kbd} and say [nato]{.small-caps}.\n',
  css: 'span',
  mark: /\]\{/,
  remark(tree) {
    visit(tree, 'emphasis', (node) => {
      const attributes = node.data?.attributes;
      if (!attributes || node.data?.hName !== 'span' || attributes.values.ruby !== undefined) return;
      const name = attributes.classes.find((one) => Object.hasOwn(ELEMENTS, one));
      const classes = attributes.classes
        .filter((one) => one !== name)
        // As Pandoc calls them.
        .map((one) => (one === 'smallcaps' ? 'small-caps' : one));
      // What runs the other way must not draw the signs around it along.
      const plain = attributes.values.dir === undefined ? 'span' : 'bdi';
      const hName = (name !== undefined && ELEMENTS[name]) || plain;
      node.data = { ...node.data, hName, attributes: { ...attributes, classes } };
    });
  },
};
