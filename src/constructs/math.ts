import type { Blockquote, Code, Math as MathBlock, Paragraph, Parent } from 'mdast';
import { formulas } from '../markdown/formulas.js';
import type { Construct } from '../model/construct.js';
import { SKIP, visit } from '../tree/visit.js';

/**
 * Formulas in TeX: `$x$` in a line, `$$ … $$` and ```` ```math ```` on lines of their own. With an id that begins with `eq-`
 * behind the closing dollars, `$$ … $$ {#eq-x}`, an equation is numbered. What the TeX means is read later, for the whole
 * book at once.
 */
export const math: Construct = {
  name: 'math',
  sample: 'In $a^2$ it is a square.\n\n$$\na^2 + b^2 = c^2\n$$ {#eq-pythagoras}\n',
  css: 'math',
  syntax: formulas,
  mark: /\$|\bmath\b/,
  remark(tree) {
    visit(tree, (node, index, parent) => {
      if (node.type === 'inlineMath' && node.data?.displayed && parent && index !== undefined)
        return holdCall(parent, index);
      const isFence = node.type === 'code' && node.lang === 'math';
      if ((node.type !== 'math' && !isFence) || !parent || index === undefined) return undefined;
      parent.children.splice(index, 1, equation(isFence ? fromFence(node) : (node as MathBlock)));
      return [SKIP, index + 1];
    });
  },
};

/** Notes that are called right behind a displayed formula are called on its line, and not on the next. */
function holdCall({ children }: Parent, index: number): [typeof SKIP, number] {
  const [formula, ...behind] = children.slice(index);
  const others = behind.findIndex(({ type }) => type !== 'footnoteReference');
  const calls = others < 0 ? behind : behind.slice(0, others);
  if (formula?.type === 'inlineMath' && calls.length) {
    const data = { hName: 'span', hProperties: { className: ['displayed'] } };
    const held = [formula, ...calls.filter((call) => call.type === 'footnoteReference')];
    children.splice(index, held.length, { type: 'emphasis', data, children: held });
  }
  return [SKIP, index + 1];
}

function fromFence({ value, data = {}, position }: Code): MathBlock {
  // The fence ends its line.
  return { type: 'math', value: `\n${value}`, data, ...(position ? { position } : {}) };
}

/** The block that a formula stands in, with its number. */
function equation(formula: MathBlock): Blockquote {
  const { attributes, ...data } = formula.data ?? {};
  const numbered = attributes?.id?.startsWith('eq-') ?? false;
  const place = formula.position ? { position: formula.position } : {};
  const numeral: Paragraph = {
    type: 'paragraph',
    data: { hName: 'span', hProperties: { className: ['equation-number'] }, numeral: true },
    children: [],
    ...place,
  };
  return {
    type: 'blockquote',
    data: {
      hName: 'div',
      hProperties: { className: ['equation'] },
      ...(attributes ? { attributes } : {}),
      ...(numbered ? { counter: 'equation' } : {}),
    },
    children: [{ ...formula, data }, ...(numbered ? [numeral] : [])],
    ...place,
  };
}
