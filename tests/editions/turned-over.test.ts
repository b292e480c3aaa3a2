import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { testPress } from '../support/press.js';

/* Lines that are turned over on paper: of code, and before gaps to write in. */

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

async function linesOf(text: string, trim = '5.5x8.5') {
  const { delivered } = await buildInMemory(
    { 'book.yaml': `title: Over\nidentifier: urn:x:1\nlang: en-GB\ntrim: ${trim}\n`, 'a.md': text },
    { editions: ['print'] },
    press,
  );
  const bytes = [...delivered].find(([name]) => name.endsWith('.pdf'))?.[1] as Uint8Array;
  return (await inspectPdf(bytes)).pages.flatMap(({ lines }) => lines);
}

describe('code', () => {
  it('parts no option from its hyphens where a line is turned over', async () => {
    const options = Array.from({ length: 12 }, (_, i) => `--option-${i}=/usr/local/lib`);
    const commands = options.map((_, i) => ['./configure', ...options.slice(i), ...options].join(' '));
    const lines = await linesOf(`# Code\n\n\`\`\`sh\n${commands.join('\n')}\n\`\`\`\n`, '4.5x7');
    const code = lines.filter(({ text }) => text.includes('option'));
    expect(code.length).toBeGreaterThan(commands.length * 3);
    for (const { text } of code)
      expect(text).toMatch(/^(?:\.\/configure )?(?:--option-\d+=\/usr\/local\/lib ?)*$/);
  });

  it('hangs in where its lines are numbered, with or without a mark at their ends', async () => {
    const long = (end: string) =>
      `begin${end} = cross(passengers, patience, lamp, dog, supper, evening, over${end})`;
    const lines = await linesOf(
      `# Code\n\n\`\`\`js {.numbered}\n${long('one')} // <1>\n${long('two')}\nshort // <1>\n\`\`\`\n\n1. So.\n`,
    );
    const xOf = (word: string) => lines.find(({ text }) => text.includes(word));
    const [one, two] = [xOf('overone)'), xOf('overtwo)')];
    expect(one?.text).not.toContain('begin');
    expect(one?.text).toMatch(/overone\) 1$/);
    expect(one?.x).toBeCloseTo(two?.x ?? 0, 1);
    // Further in than the first figure of the numbers, which is where lines begin.
    expect((one?.x ?? 0) - (xOf('beginone')?.x ?? 0)).toBeGreaterThan(10);
  });

  it('hangs in on a small page, too, where few signs have room on a line', async () => {
    const grammar =
      'fields   = status-line *( field-line crlf ) / lastcrlf\nvalue    = *( digit / alpha / other )\nend      = lastcrlf';
    const lines = await linesOf(`# Code\n\n\`\`\`\n${grammar}\n\`\`\`\n`, '110mm x 178mm');
    const xOf = (word: string) => lines.find(({ text }) => text.includes(word))?.x ?? 0;
    expect(lines.find(({ text }) => text.includes('lastcrlf'))?.text).not.toContain('fields');
    expect(xOf('lastcrlf') - xOf('fields')).toBeGreaterThan(8);
    expect(xOf('end')).toBeCloseTo(xOf('fields'), 1);
  });
});

describe('a gap to write in', () => {
  it('that goes to the next line leaves the words before it as close as ever, and takes its stop along', async () => {
    const lines = await linesOf(
      `# Gap\n\nI felt because ${'_'.repeat(90)}.\n\nMy address is ${'_'.repeat(90)}, in full, as it was given.\n`,
    );
    for (const text of ['I felt because', 'My address is']) {
      const line = lines.find((one) => one.text === text);
      expect(line?.width, text).toBeLessThan(90);
    }
    // At the end of the gap, and not at the beginning of another line.
    const stops = lines.filter(({ text }) => /^[.,]$/.test(text));
    expect(stops).toHaveLength(2);
    for (const { x } of stops) expect(x).toBeGreaterThan(250);
    expect(lines.some(({ text }) => text.startsWith('in full, as'))).toBe(true);
  });
});
