import { describe, expect, it } from 'vitest';
import { octavo } from '../support/desk.js';
import { deskWithBuild, GOOD, messagesIn, mistakes } from '../support/mistake.js';

const files = (text: string) => ({ 'book/a.md': GOOD, 'book/handouts/h.md': text });

describe('a page', () => {
  it('says at its line what is wider than it, and by how much', async () => {
    const wide = Array.from({ length: 14 }, (_, i) => ` Nonpareillehood${i} `).join('|');
    const table = `|${wide}|\n|${' --- |'.repeat(14)}\n|${wide}|`;
    const code = `\`\`\`\n${'x'.repeat(400)}\n\`\`\``;
    const cwd = await deskWithBuild({ 'book/a.md': `${GOOD}\n${table}\n\n${code}\n` });
    const { code: exit, err } = await octavo(cwd, ['build', 'book', '-e', 'screen']);
    expect([exit, messagesIn(err)]).toEqual([0, ['book/a.md:5:1 warning fits-page']]);
    expect(err).toMatch(/This table is \d+\.\d mm too wide for the page \(screen, page \d+\)/);
  });
});

describe('a handout', () => {
  mistakes([
    {
      name: 'that is longer than its page',
      files: files(`# Two pages\n\n${'- A line to fill in.\n\n'.repeat(60)}`),
      args: ['build', 'book', '-e', 'handouts'],
      code: 1,
      messages: ['book/handouts/h.md:1:1 error handout-fits'],
      says: /takes \d pages of a4 and \d pages of letter, and may take 1/,
    },
  ]);
});
