import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import postcss from 'postcss';
import { expect, it } from 'vitest';
import { TOKENS } from '../../src/config/tokens.js';
import { tokensOf } from '../../src/typeset/tokens.js';
import { ROOT } from '../support/desk.js';
import { buildInMemory, checkInMemory } from '../support/memory.js';

/*
 * `tokens:` in book.yaml: a value that would wreck the book without a word is told at its place.
 */
const told = async (lines: readonly string[], more: Readonly<Record<string, string>> = {}) => {
  const { messages } = await checkInMemory({
    'book.yaml': `title: T\nauthor: A\nstyles: [own.css]\ntokens:\n${lines.map((line) => `  ${line}\n`).join('')}`,
    'own.css': 'p { top: var(--book-own) }',
    'one.md': '# One\n\nText.\n',
    ...more,
  });
  return messages.map(
    ({ ruleId, line, column, reason, remedy }) => `${line}:${column} ${ruleId}: ${reason} ${remedy}`,
  );
};

it('every token of the contract with themes has a kind, and its default is of it', () => {
  const contract = tokensOf([postcss.parse(readFileSync(join(ROOT, 'styles/tokens.css'), 'utf8'))]);
  expect([...contract.keys()].filter((name) => !TOKENS[name])).toEqual([]);
  for (const [name, value] of contract) expect(TOKENS[name]?.(value), name).toBeUndefined();
});

it.each(['classic', 'modern', 'workbook'])('what the theme “%s” sets is of its kind', (theme) => {
  const css = readFileSync(join(ROOT, `styles/themes/${theme}/theme.css`), 'utf8');
  for (const [name, value] of tokensOf([postcss.parse(css)]))
    if (value) expect(TOKENS[name]?.(value), name).toBeUndefined();
});

it('names that there are not are told with what was meant, and do not hide what is wrong with others', async () => {
  expect(await told(['text-sise: 12pt', 'font: Arial', 'line-height: 15pt', 'leading: 15'])).toEqual([
    '5:3 key-known: “text-sise” is not a key that Octavo knows here Did you mean “text-size”?',
    '6:3 key-known: “font” is not a key that Octavo knows here Did you mean “text-font”?',
    '7:3 key-known: “line-height” is not a key that Octavo knows here Did you mean “leading”?',
    '8:12 value-valid: “tokens › leading” is 15, which has no unit: write 15pt Correct it, or take it out.',
  ]);
});

it('a property of the author’s own stylesheet may be given any value, and none that only looks like it', async () => {
  expect(await told(['own: 3'])).toEqual([]);
  expect(await told(['ow: 3'])).toHaveLength(1);
});

it.each([
  ['text-size: big', /must be a length such as 12pt/],
  ['text-size: 120pt', /from 4pt to 100pt/],
  ['text-size: 110%', /must be a length/],
  ['leading: 1.3', /no unit/],
  ['leading: 15mms', /must be a length/],
  ['indent: -1em', /must be a length/],
  ['margin-outer: 2em', /must be a length such as 20mm/],
  ['margin-outer: calc(1in + 2mm)', /must be a length such as 20mm/],
  ['accent: redd', /must be a colour/],
  ['ink: "#12"', /must be a colour/],
  ['serif: Source Serif 4, serif', /must be names of typefaces: "Source Sans 3", sans-serif/],
  ['serif: "Arial,"', /must be names of typefaces/],
  ['scene-break: "* * *"', /two kinds of quotation marks: "'\* \* \*'"/],
  ['drop-cap-lines: 2.5', /whole number from 1 to 12/],
  ['section-weight: heavy', /must be a weight/],
  ['section-style: slanted', /must be normal, italic or oblique/],
  ['text-align: centre', /or center/],
  ['hanging-punctuation: left', /must be none or both/],
  ['figures: lining', /lining-nums/],
])('%s is told', async (line, says) => {
  const [message, ...others] = await told([line]);
  expect(others).toEqual([]);
  expect(message).toMatch(/^5:\d+ value-valid: /);
  expect(message).toMatch(says);
});

it('values that are of their kind are not', async () => {
  const lines = [
    'text-size: 0.16in',
    'leading: calc(10pt * 1.5)',
    'indent: 0',
    'paragraph-gap: 0.5em',
    'margin-top: .8in',
    'title-size: 2rem',
    'accent: rgb(1 2 3 / 50%)',
    'ink: DarkSlateGray',
    'link: "#abcd"',
    'tint: transparent',
    `serif: '"Source Serif 4", Georgia, Times New Roman, serif'`,
    'heading-font: var(--book-sans)',
    `scene-break: "'+' '+'"`,
    'figures: lining-nums tabular-nums',
    'title-weight: 650',
    'title-align: center',
    'opening-caps: all-small-caps',
    'hanging-punctuation: none',
  ];
  expect(await told(lines)).toEqual([]);
});

it('a length of 0 has a unit in the stylesheet, which reckons with it', async () => {
  const { delivered, messages } = await buildInMemory(
    {
      'book.yaml': 'title: T\nauthor: A\ntokens: {indent: 0, paragraph-gap: 0}\n',
      'one.md': '# One\n\nText.\n',
    },
    { editions: ['web'] },
  );
  expect(messages).toEqual([]);
  const css = [...delivered].find(([name]) => name.endsWith('.css'))?.[1];
  const page = [...delivered].find(([name]) => name.endsWith('.html'))?.[1];
  expect([css, page].map((bytes) => Buffer.from(bytes ?? []).toString()).join('')).toMatch(
    /--book-indent:\s*0pt;\s*--book-paragraph-gap:\s*0pt/,
  );
});
