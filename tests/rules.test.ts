import { describe, expect, it } from 'vitest';
import { core } from '../src/core.js';
import { checkInMemory } from './support/memory.js';

/** A PNG of one red pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

const idsOf = async (text: string): Promise<(string | null | undefined)[]> => {
  const { messages } = await checkInMemory({
    'book.yaml': 'title: T\nauthor: A\n',
    'one.md': text,
    'disc.png': PIXEL,
  });
  return messages.map((message) => message.ruleId);
};

describe('every rule', () => {
  it.each((core.rules ?? []).map((rule) => [rule.id, rule] as const))(
    '%s is broken by its bad example and kept by its good one',
    async (id, rule) => {
      expect(await idsOf(rule.examples.bad)).toEqual([id]);
      expect(await idsOf(rule.examples.good)).toEqual([]);
    },
  );
});

it('severity is the author’s to set', async () => {
  const text = '# One\n\n### Three\n';
  const at = async (level: string) => {
    const { messages } = await checkInMemory({
      'book.yaml': `title: T\nrules:\n  heading-steps: ${level}\n`,
      'one.md': text,
    });
    return messages.map((message) => message.severity);
  };
  expect(await at('error')).toEqual(['error']);
  expect(await at('info')).toEqual(['info']);
  expect(await at('"off"')).toEqual([]);
});
