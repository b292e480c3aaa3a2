import { describe, expect, it } from 'vitest';
import { fileName } from '../../src/config/identity.js';

describe('the name of a file', () => {
  it.each([
    [
      'Clean Water, Kitui County: Final Report to the Halden Foundation',
      'clean-water-kitui-county-final-report-to-the-halden',
    ],
    [
      'The lamp was lit early because evening came down the stairs on',
      'the-lamp-was-lit-early-because-evening-came-down-the-stairs',
    ],
    [`A ${'x'.repeat(70)}`, `a-${'x'.repeat(58)}`],
    ['章'.repeat(80), '章'.repeat(60)],
    ['A sea', 'a-sea'],
    ['***', 'book'],
    ['con', 'con-book'],
  ])('ends with a whole word where it is cut: %s', (title, name) => expect(fileName(title)).toBe(name));
});
