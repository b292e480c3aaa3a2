import { afterAll, expect, it } from 'vitest';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

const press = testPress();
afterAll(() => press[Symbol.asyncDispose]());

const TEXT =
  'She walked down to the harbour in the evening, when the boats came in, and looked for the one that had left. ';

it.each([
  ['6x9', '', false],
  ['8.5x11', '', true],
  ['8.5x11', 'tokens: {text-size: 15pt, leading: 21pt, margin-inner: 1.4in, margin-outer: 1.4in}\n', false],
])('lines that are longer than an eye follows are told: %s %s', async (trim, tokens, told) => {
  const { delivered, messages } = await buildInMemory(
    {
      'book.yaml': `title: T\nauthor: A\nlang: en\ntrim: ${trim}\n${tokens}`,
      'a.md': `# One\n\n${`${TEXT.repeat(8)}\n\n`.repeat(8)}`,
    },
    { editions: ['print', 'screen'] },
    press,
  );
  const { pages } = await inspectPdf(delivered.get('out/t-print.pdf') as Uint8Array);
  const lines = pages
    .flatMap((page) => page.lines)
    .map(({ text }) => text.trim().length)
    .filter((length) => length > 40);
  const usual = lines.sort((a, b) => a - b)[lines.length >> 1] ?? 0;
  expect(usual > 75).toBe(told);
  const said = messages.filter(({ ruleId }) => ruleId === 'line-length');
  expect(said.map(({ file, line, column }) => [file, line, column])).toEqual(
    told ? [['book/book.yaml', 4, 7]] : [],
  );
  // How full last lines are is not looked at.
  for (const { reason } of said)
    expect(Math.abs(Number(/\d+/.exec(reason)?.[0]) - usual)).toBeLessThan(usual * 0.1);
});
