import { expect, it } from 'vitest';
import { checkInMemory } from '../support/memory.js';

const told = async (text: string): Promise<string[]> => {
  const { messages } = await checkInMemory({
    'a.md': `# One\n\n${text}\n`,
    'b.md': '# Two\n\nText.\n\n## Twelve\n\nText.\n',
    'c.md': '# Three\n\nText.\n',
  });
  return messages.filter(({ ruleId }) => ruleId === 'ways-are-made').map(({ line }) => `${line}`);
};

it.each([
  '[← Two](b.md) | [Three →](c.md)',
  '[Previous: Two](b.md) · [Next: Three](c.md)',
  'Next [Two](b.md)',
  '**Next chapter:** [Two](b.md)',
  '- [« Previous](b.md)',
  '⬅️ [Anterior](b.md)',
  '[Zurück zur Übersicht](b.md)',
  '[Chapitre suivant](b.md)',
  '上一章：[二](b.md) 下一章：[三](c.md)',
  '[Back to top](#one)',
])('links that lead from page to page are told: %j', async (text) => {
  expect(await told(text)).toEqual(['3']);
});

it.each([
  'Next, [tie it](b.md) to the lamp.',
  'Weiter [im zweiten Teil](b.md).',
  'See [the next chapter](b.md) and [Three](c.md).',
  '→ [Two](b.md#two)',
  // A book that is played turns to places, and a guide leads back to them.
  '[Return to the cave](b.md#twelve)',
  '[→ Turn to 12](b.md#twelve)',
  '[« Deux »](b.md)',
  '- [Back pain](b.md)\n- [Next of kin](c.md)',
  '[Two](b.md), [Three](c.md)',
  '[Next](https://example.org/next)',
  '[The arrow → and what it means](b.md)',
  'Next.',
])('a link in a sentence, a list of chapters and the web are not: %j', async (text) => {
  expect(await told(text)).toEqual([]);
});

it('such links are told once for all chapters that have the same', async () => {
  const { messages } = await checkInMemory({
    'a.md': '# One\n\nText.\n\n[Next](b.md)\n',
    'b.md': '# Two\n\nText.\n\n[Previous](a.md)\n',
  });
  expect(new Set(messages.map(({ message }) => message)).size).toBe(1);
});
