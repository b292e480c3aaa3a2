import { expect, it } from 'vitest';
import { buildInMemory, checkInMemory } from '../support/memory.js';

/*
 * What Markdown prints as it stands is told, and no more than that: a book with it was made before, and is made.
 */
const RAW: Readonly<Record<string, string>> = {
  'address-reads': '![A disc](my disc.png)',
  'heading-reads': '##Two',
  'table-reads': '| A | B |\n| 1 | 2 |',
  'list-reads': 'a) one\nb) two',
  'markup-closes': 'A **bold word.',
  'markup-is-markdown': 'A \\textbf{bold} word.\n\n\\newpage\n\n[[Wiki]]\n\n!!! note',
  'reference-has-kind': 'See @one.',
  'citation-has-bibliography': 'It rains [@doe99].',
  'html-is-known': '<center>words</center>',
  'variable-known': '{{undefined}}',
  'number-stands-once': '# 2. Two\n\nText.',
};

it('what is printed as it stands is told, and stops no build', async () => {
  const { ok, messages, artifacts } = await buildInMemory({
    'book.yaml': 'title: T\nauthor: A\nnumber-chapters: true\n',
    'a.md': `# One {#one}\n\n${Object.values(RAW).slice(0, -1).join('\n\n')}\n`,
    'b.md': `${Object.values(RAW).at(-1)}\n`,
  });
  expect(new Set(messages.map(({ severity }) => severity))).toEqual(new Set(['warning']));
  expect(new Set(messages.map(({ ruleId }) => ruleId))).toEqual(new Set(Object.keys(RAW)));
  expect([ok, artifacts.length]).toEqual([true, 1]);
});

const told = async (text: string) => {
  const { messages } = await checkInMemory({
    'book.yaml': 'title: T\nauthor: A\n',
    'a.md': `# One\n\n${text}\n`,
  });
  return messages.map(({ ruleId, line, column, remedy }) => ({ at: `${ruleId} ${line}:${column}`, remedy }));
};

it.each(['Text.\n\n{widths="70 30"}', '{header-columns=1 widths="70 30"}\n\n: Cups of tea'])(
  'attributes of a table that stand at none are told: %j',
  async (text) => {
    const line = 3 + (text.startsWith('{') ? 0 : 2);
    expect((await told(text)).map(({ at }) => at)).toEqual([`markup-shows ${line}:1`]);
  },
);
