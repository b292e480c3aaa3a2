import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { expect, it } from 'vitest';
import { visit } from '../../src/tree/visit.js';
import { understand } from '../support/chapter.js';

/*
 * Where a formula may go on on the next line: outside all brackets, before a relation or a sum if it is displayed, behind one in a line.
 */
async function formulaOf(markdown: string): Promise<Element> {
  const book = understand({ 'chapter.md': `# T\n\n${markdown}` });
  await book.setFormulas();
  expect(book.said()).toEqual([]);
  const found: Element[] = [];
  visit(book.dress().tree, 'element', (element) => {
    if (element.tagName === 'math') found.push(element);
  });
  expect(found).toHaveLength(1);
  return found[0] as Element;
}

const rows = (node: Element): Element[] =>
  node.children.filter((child): child is Element => child.type === 'element' && child.tagName === 'mrow');
/** Its parts, with a stroke before each. */
const inLine = async (tex: string): Promise<string | undefined> => {
  const formula = await formulaOf(`Text $${tex}$.`);
  if (!formula.properties.className) return undefined;
  return rows(formula)
    .map((part) => textOf(part).replace(/\s/g, ''))
    .join('|');
};
/** Its statements (‖), their relations (|) and the terms of those (/). */
const displayed = async (tex: string): Promise<string | undefined> => {
  const formula = await formulaOf(`$$\n${tex}\n$$`);
  if (!formula.properties.className) return undefined;
  const sides = rows(formula).map((statement) =>
    rows(statement).map((side) =>
      side === rows(statement).at(-1)
        ? rows(side)
            .map((relation) => rows(relation).map(textOf).join('/'))
            .join('|')
        : textOf(side),
    ),
  );
  return sides.map((all) => all.join('|')).join('‖');
};

it.each([
  ['aaaaaa=bbbbbb+cccccc', 'aaaaaa=|bbbbbb+|cccccc'],
  ['aaaaaaaaa \\to bbbbbbbbb \\le c', 'aaaaaaaaa→|bbbbbbbbb≤|c'],
  ['x_1, x_2, \\ldots, x_n, x_{n+1}, y, y', 'x1,|x2,|…,|xn,|xn+1,|y,|y'],
  // A colon and what equals stay together, and a sign that begins something with what it signs.
  ['aaaaaaaaaaaa := -bbbbbbbbb', 'aaaaaaaaaaaa:=|−bbbbbbbbb'],
  ['aaaaaaaaa \\cdot bbbbbbb', 'aaaaaaaaa⋅|bbbbbbb'],
  ['aaaaaaaaa \\cdot bbbbbbb + c', 'aaaaaaaaa⋅bbbbbbb+|c'],
  ['\\displaystyle aaaaaaa + bbbbbbbbbbbb', 'aaaaaaa+|bbbbbbbbbbbb'],
  // Brief, or in brackets, roots, braces and strokes.
  ['a + b = c', undefined],
  ['(aaaaaaaa + bbbbbbbb)', undefined],
  ['[0; aaaaaaaa + bbbbbbbb)', undefined],
  ['\\left( aaaaaaaa + \\frac{b}{c} \\right)', undefined],
  ['\\sqrt{aaaaaaaa + bbbbbbbb}', undefined],
  ['{aaaaaaaa + bbbbbbbb} c', undefined],
  ['|aaaaaaaa + bbbbbbbb|', undefined],
  ['aaaaaaaabbbbbbbbbbbbb', undefined],
  // Intervals with their brackets turned, or one of them, are whole; a single stroke, or bracket, encloses nothing.
  ['aaaaaaaa \\in ]0, 1[ = bbbbbbb', 'aaaaaaaa∈|]0,1[=|bbbbbbb'],
  ['aaaaaaaa \\in ]0, 1] = bbbbbbb', 'aaaaaaaa∈|]0,1]=|bbbbbbb'],
  ['aaaaaaaa \\in [0, 1[ \\cup [2, 3[ = bbbbbbb', 'aaaaaaaa∈|[0,1[∪[2,3[=|bbbbbbb'],
  ['aaaaaaaa | bbbbbbb + |c + d| = e', 'aaaaaaaa|bbbbbbb+||c+d|=|e'],
  ['aaaaaaaa | b \\Rightarrow ccccccccc', 'aaaaaaaa|b⇒|ccccccccc'],
  ['|a + b| | cccccccc \\Rightarrow ccccccccc', '|a+b||cccccccc⇒|ccccccccc'],
  ['f(aaaaaaaa | bbbbb = c) = [d + e] \\cdot \\langle c + d \\rangle', 'f(aaaaaaaa|bbbbb=c)=|[d+e]⋅⟨c+d⟩'],
  ['f(aaaaaaaa[0, 1[) = dddddddd', 'f(aaaaaaaa[0,1[)=|dddddddd'],
])('in a line: %s', async (tex, expected) => {
  expect(await inLine(tex)).toBe(expected);
});

it.each([
  ['aaaaaa = bbbbbb + cccccc - d', 'aaaaaa|=bbbbbb/+cccccc/−d'],
  ['aaaaaa = bbbbbb \\le c', 'aaaaaa|=bbbbbb|≤c'],
  ['aaaaaa := bbbbbb + ccccc', 'aaaaaa|:=bbbbbb/+ccccc'],
  ['aaaaaa = -bbbbbb + c', 'aaaaaa|=−bbbbbb/+c'],
  ['aaaaaa \\xrightarrow{f} bbbbbb \\Longleftrightarrow c', 'aaaaaa|⟶fbbbbbb|⟺c'],
  ['aaaaaa = bbbbb \\cdot ccccc', 'aaaaaa|=bbbbb/⋅ccccc'],
  ['aaaaaa = bbbbb \\cdot c + d', 'aaaaaa|=bbbbb⋅c/+d'],
  ['aaaaaaaa + bbbbbbb', 'aaaaaaaa/+bbbbbbb'],
  ['x = aaaaa, \\qquad y = bbbbb', 'x|=aaaaa,‖y|=bbbbb'],
  ['x = aaaaaa, y = bbbbb', 'x|=aaaaaa,‖y|=bbbbb'],
  ['x = aaaaaa, b, ccccccc', 'x|=aaaaaa,b,ccccccc'],
  ['aaaaaaaa(b + c) \\begin{pmatrix} a + b & c = d \\end{pmatrix}', undefined],
  ['\\frac{aaaaaaaa + bbbbbbbb}{c = dddddddddddddddddd}', undefined],
  ['a = b + c', undefined],
])('displayed: %s', async (tex, expected) => {
  expect(await displayed(tex)).toBe(expected);
});

it('parts have all signs of the whole, in their order, and none of them turns into a sign before or behind something', async () => {
  const tex = 'aaaaaa = bbbbbb + cccccc - \\sum_{i=1}^n d_i \\le \\int_0^1 f';
  const whole = await formulaOf(`$$\n\\sqrt{${tex}}\n$$`);
  for (const formula of [await formulaOf(`$$\n${tex}\n$$`), await formulaOf(`Text $${tex}$.`)]) {
    expect(formula.properties).toMatchObject({ className: ['breakable'], alttext: tex });
    expect(textOf(formula).replace(/\s/g, '')).toBe(textOf(whole));
    const forms = new Map<string, unknown>();
    visit(formula, 'element', (element) => {
      if (element.tagName === 'mo' && !forms.get(textOf(element)))
        forms.set(textOf(element), element.properties.form);
    });
    expect(Object.fromEntries(forms)).toMatchObject({
      '−': 'infix',
      '≤': 'infix',
      '∑': undefined,
      '∫': undefined,
    });
  }
});
