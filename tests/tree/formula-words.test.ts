import { describe, expect, it } from 'vitest';
import { formulaWords } from '../../src/tree/formula-words.js';

describe('a formula in words', () => {
  it.each([
    [String.raw`\sqrt{2}`, '√2'],
    [String.raw`\sqrt[3]{x+1}`, '³√(x+1)'],
    ['x^2', 'x²'],
    ['x^{n+1}', 'xⁿ⁺¹'],
    ['a_k + b_{12}', 'aₖ + b₁₂'],
    [String.raw`\alpha_1`, 'α₁'],
    [String.raw`\frac{a+b}{c}`, '(a+b)/c'],
    [String.raw`\frac12`, '1/2'],
    ['n', 'n'],
    [String.raw`90^\circ`, '90°'],
    ["f'(x)", 'f′(x)'],
    ['a - b', 'a − b'],
    [String.raw`\left( x \right) \le \infty`, '( x ) ≤ ∞'],
    [String.raw`\mathbb{R}^n, \mathbf{v}, \text{if } x`, 'ℝⁿ, v, if x'],
    [String.raw`\sin x \cdot y`, 'sin x · y'],
    ['x^{yz}', 'x^(yz)'],
    [String.raw`\{1, 2\}`, '{1, 2}'],
    // What is no TeX is nothing worse than words.
    ['x^', 'x'],
    ['{{{', ''],
    ['}x', 'x'],
    [String.raw`\sqrt`, '√'],
    [String.raw`\sqrt[`, '√'],
    ['\\', ''],
    ['', ''],
  ])('%s', (tex, words) => expect(formulaWords(tex)).toBe(words));

  it('is read in a time that grows with it, however deep it is', () => {
    expect(formulaWords('{'.repeat(50_000))).toBe('');
    expect(formulaWords(String.raw`\sqrt`.repeat(5000))).toContain('√');
  });
});
