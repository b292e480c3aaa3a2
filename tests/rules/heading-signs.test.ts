import { expect, it } from 'vitest';
import { checkInMemory } from '../support/memory.js';

it.each(['# # #', '## * * *', '### ~', '## ***', '#### ⁂'])(
  'a heading of signs is told, for it was to part two scenes: %j',
  async (heading) => {
    const { messages } = await checkInMemory({ 'a.md': `# One\n\nText.\n\n${heading}\n\nMore.\n` });
    const [told] = messages.filter(({ ruleId }) => ruleId === 'heading-text');
    expect([told?.line, told?.remedy]).toEqual([5, expect.stringContaining('write * * *')]);
  },
);

it.each(['## 1', '## ?', '## `==`', '## C#', '## “So”', '## ☺'])(
  'a number, a sign that says something is not: %j',
  async (heading) => {
    const { messages } = await checkInMemory({ 'a.md': `# One\n\nText.\n\n${heading}\n\nMore.\n` });
    expect(messages.filter(({ ruleId }) => ruleId === 'heading-text')).toEqual([]);
  },
);
