import { visit } from 'unist-util-visit';
import type { Construct } from '../model/construct.js';

/** Classes that say what a stretch of text is, and the element that says it in HTML. */
const ELEMENTS: Readonly<Record<string, string>> = { kbd: 'kbd', mark: 'mark', underline: 'u', cite: 'cite' };

/**
 * Stretches of text with a class of their own: `[Ctrl]{.kbd}`, `[NATO]{.small-caps}`, `[word]{.mark}`, `[Title]{.cite}`,
 * `[drop]{.nowrap}`; `[mot]{lang=fr}` for another language.
 */
export const span: Construct = {
  name: 'span',
  sample: 'Press [Ctrl]{.kbd} and say [nato]{.small-caps}.\n',
  css: 'span',
  remark(tree) {
    visit(tree, 'emphasis', (node) => {
      const attributes = node.data?.attributes;
      const name = attributes?.classes.find((one) => Object.hasOwn(ELEMENTS, one));
      if (!attributes || name === undefined || node.data?.hName !== 'span') return;
      const classes = attributes.classes.filter((one) => one !== name);
      node.data = { ...node.data, hName: ELEMENTS[name] ?? 'span', attributes: { ...attributes, classes } };
    });
  },
};
