import { afterAll, describe, expect, it } from 'vitest';
import { buildInMemory, checkInMemory } from '../support/memory.js';
import { type InspectedPdf, inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

const press = testPress();
afterAll(() => press[Symbol.asyncDispose]());

const TEXT =
  'She walked down to the harbour in the evening, when the boats came in, and looked for the one that had left. ';

const wide = 'margin-inner: 0.7in, margin-outer: 0.65in';

/** How many letters a line holds that is not the last of its paragraph. */
function usualIn({ pages }: InspectedPdf): number {
  const lines = pages
    .flatMap((page) => page.lines)
    .map(({ text }) => text.trim().length)
    .filter((length) => length > 40);
  return lines.sort((a, b) => a - b)[lines.length >> 1] ?? 0;
}

it.each([
  ['6x9', '', false],
  ['8.5x11', `tokens: {${wide}}\n`, true],
  ['8.5x11', 'tokens: {measure: 60em}\n', true],
  ['8.5x8.5', '', true],
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
  const usual = usualIn(await inspectPdf(delivered.get('out/t-print.pdf') as Uint8Array));
  expect(usual > 75).toBe(told);
  const said = messages.filter(({ ruleId }) => ruleId === 'line-length');
  expect(said.map(({ file, line, column }) => [file, line, column])).toEqual(
    told ? [['book/book.yaml', 4, 7]] : [],
  );
  // How full last lines are is not looked at.
  for (const { reason } of said)
    expect(Math.abs(Number(/\d+/.exec(reason)?.[0]) - usual)).toBeLessThan(usual * 0.1);
});

describe.each(['classic', 'modern', 'workbook'])('lines of the theme %s', (theme) => {
  const built = async (settings: string): Promise<InspectedPdf> => {
    const { delivered, messages } = await buildInMemory(
      {
        'book.yaml': `title: T\nauthor: A\nlang: en\ntheme: ${theme}\n${settings}`,
        'wide.css': ':root{--book-margin-inner:0.7in}',
        'a.md': `# One\n\n${`${TEXT.repeat(8)}\n\n`.repeat(12)}`,
      },
      { editions: ['print', 'screen'] },
      press,
    );
    expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
    return inspectPdf(delivered.get('out/t-print.pdf') as Uint8Array);
  };

  it.each(['7x10', '8x10', '8.5x11', 'a4'])('hold sixty to seventy-five letters on %s', async (trim) => {
    const pdf = await built(`trim: ${trim}\n`);
    expect(usualIn(pdf)).toBeGreaterThanOrEqual(60);
    expect(usualIn(pdf)).toBeLessThanOrEqual(75);
    // What the text leaves is at the outer edge, for the most part.
    const [left, right] = ['1', '2'].map((label) => {
      const page = pdf.pages.find((one) => one.label === label);
      return (page?.lines ?? []).find(({ text }) => text.length > 50)?.x ?? 0;
    });
    expect(right).toBeGreaterThan((left ?? 0) + 5);
  });

  it('are told of on no page of 6 × 9 in that a book sets nothing for', async () => {
    // Letters of it are narrow, and its words are short.
    const brief = 'I will tell it till all is still, if it fits. ';
    const { messages } = await buildInMemory(
      {
        'book.yaml': `title: T\nauthor: A\nlang: en\ntheme: ${theme}\n`,
        'a.md': `# One\n\n${`${(TEXT.repeat(3) + brief).repeat(3)}\n\n`.repeat(12)}`,
      },
      { editions: ['print'] },
      press,
    );
    expect(messages.map(String)).toEqual([]);
  });

  it('are as long as margins leave room that the book sets', async () => {
    for (const settings of [`tokens: {${wide}}`, 'tokens: {margin-outer: 0.5in}', 'styles: [wide.css]'])
      expect(usualIn(await built(`trim: 8.5x11\n${settings}\n`)), settings).toBeGreaterThan(84);
  });
});

it('a measure that is none is told', async () => {
  for (const [measure, told] of [
    ['29pt', 'must be from 10em to 200em, such as 28.5em'],
    ['5em', 'must be from 10em to 200em, such as 28.5em'],
    ['33em', undefined],
  ] as const) {
    const { messages } = await checkInMemory({
      'book.yaml': `title: T\nauthor: A\ntokens: {measure: ${measure}}\n`,
      'a.md': '# One\n',
    });
    expect(
      messages
        .map(({ reason }) => reason)
        .join('\n')
        .includes(told ?? 'must be'),
      measure,
    ).toBe(told !== undefined);
  }
});
