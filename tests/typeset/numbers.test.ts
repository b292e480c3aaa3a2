import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { holdNumbers, holdRanges } from '../../src/typeset/numbers.js';

const held = (html: string, hold = holdNumbers): string => {
  const tree: Root = fromHtml(html, { fragment: true });
  hold(tree);
  return unified().use(rehypeStringify).stringify(tree);
};
const whole = (number: string): string => `<span class="nowrap">${number}</span>`;

describe('numbers in groups', () => {
  it.each([
    '1-800-799-7233',
    '0808 2000 247',
    '+49 30 123456-78',
    '116 123',
    '10 000 000',
    '978-3-16-148410-0',
  ])('%s stays on one line', (number) => {
    expect(held(`<p>Call ${number}, or not.</p>`)).toBe(`<p>Call ${whole(number)}, or not.</p>`);
    expect(held(`<p>${number}</p>`)).toBe(`<p>${whole(number)}</p>`);
  });

  it.each(['In 12 of 300', 'pp. 33-35', '20 30', '2024-05-06T10:00', '1200-1400.5', 'x1000-2000'])(
    '%s is left as it is',
    (text) => {
      expect(held(`<p>${text}.</p>`)).toBe(`<p>${text}.</p>`);
    },
  );

  it('are none in code, and several may stand in a text', () => {
    expect(held('<pre><code>116 123</code></pre><code>116 123</code>')).not.toContain('nowrap');
    expect(held('<p>116 123 or 0808 2000 247</p>')).toBe(
      `<p>${whole('116 123')} or ${whole('0808 2000 247')}</p>`,
    );
  });
});

describe('brief ranges', () => {
  it.each([
    '33–35',
    '2018–2024',
    '1914–18',
    '9.30–17.30',
    '08:15–9:45',
    '2,5–3,75',
    '1,500–2,000',
    '600–1.000',
    '€€€',
    '$$',
    'O-O-O',
  ])('%s stays on one line', (range) => {
    expect(held(`<p>From ${range}.</p>`, holdRanges)).toBe(`<p>From ${whole(range)}.</p>`);
    expect(held(`<p>(${range}), or not</p>`, holdRanges)).toBe(`<p>(${whole(range)}), or not</p>`);
  });

  it('hold before another number, which belongs to no group with them', () => {
    const tree = fromHtml('<p>From 2018–2024 1500 people, 100–109 110–119.</p>', { fragment: true });
    holdNumbers(tree);
    holdRanges(tree);
    expect(unified().use(rehypeStringify).stringify(tree)).toBe(
      `<p>From ${whole('2018–2024')} 1500 people, ${whole('100–109')} ${whole('110–119')}.</p>`,
    );
  });

  it.each(['33-35', '1–2–3', '12.5.–14.5.', 'A4–A5', '1–2/3', '10000–20000', '€ 5', '3–', '€€€€€€€€€'])(
    '%s is left as it is',
    (text) => {
      expect(held(`<p>${text} or</p>`, holdRanges)).toBe(`<p>${text} or</p>`);
      expect(held(`<code>${text} 3–5</code>`, holdRanges)).not.toContain('nowrap');
    },
  );
});
