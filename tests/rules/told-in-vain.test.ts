import { expect, it } from 'vitest';
import { checkInMemory } from '../support/memory.js';

/* What looks like something that is told, and is what it seems to be. */

const said = async (text: string): Promise<string[]> => {
  const { messages } = await checkInMemory({
    'book.yaml': 'title: T\nauthor: A\nlang: en\n',
    'a.md': `# One\n\n${text}\n`,
    'box.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
  });
  return messages.map(({ ruleId = '', remedy = '' }) => `${ruleId}: ${remedy}`);
};

it.each([
  ['the notice of a licence', 'As it stands:\n\n    (C) Copyright 2020 of all who wrote it.'],
  ['a program in COBOL', 'A program:\n\n    IDENTIFICATION DIVISION.\n    PROGRAM-ID. HELLO.\n    STOP RUN.'],
  [
    'prose with colons',
    'Der Plan war einfach: wir warten, bis es dunkel wird, und dann\nDie Regel lautet: niemand spricht ein Wort.',
  ],
  ['a picture and a line in a stanza', ':::verse\n![A box](box.svg)\n*A line of verse*\nand another\n:::'],
])('%s is left alone', async (_, text) => {
  const told = (await said(text)).filter((one) => /^(?:code-is-marked|lines-stay|html-is)/.test(one));
  expect(told).toEqual([]);
});

it.each([
  ['![[#Here]]', /Write \[\[#Here\]\]/, /include/],
  ['![[Missing#Part]]', /::include\{file="Missing\.md"/, /leads there/],
  ['![[A#^abc]]', /::include\{file="a\.md"/, /leads there/],
])('what is told of %s can be done', async (written, right, wrong) => {
  const [told = ''] = (await said(written)).filter((one) => one.startsWith('markup-is-markdown'));
  expect(told).toMatch(right);
  expect(told).not.toMatch(wrong);
});
