import { expect, it } from 'vitest';
import { buildInMemory } from '../support/memory.js';

it.each([
  ['<div style="page-break-after: always;"></div>', '{.new-page}'],
  ['<p style="color: red; break-before: page">Text.</p>', '{.new-page}'],
  ['<div style="text-align:center">Text.</div>', ':::div{.centred}'],
  ['<p style="text-align: right">Text.</p>', 'Give it a class'],
  ['<p style="page-break-inside: avoid">Text.</p>', 'Give it a class'],
  ['<p style="page-break-before: avoid">Text.</p>', 'Give it a class'],
])('a style of HTML is told with what says the same here: %s', async (html, remedy) => {
  const { ok, messages } = await buildInMemory({
    'book.yaml': 'title: T\n',
    'a.md': `# One\n\nText.\n\n${html}\n\nText.\n`,
  });
  const told = messages.map((one) => `${one.ruleId} ${one.line} ${one.remedy}`);
  expect([ok, told]).toEqual([true, [expect.stringContaining(remedy)]]);
  expect(told[0]).toMatch(/^html-is-known 5 /);
});
