import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { buildInMemory } from '../support/memory.js';
import { testPress } from '../support/press.js';

let press: Press;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());

const said = async (book: string, editions = ['print', 'screen']) => {
  const { messages } = await buildInMemory(
    {
      'book.yaml': `title: T\nauthor: A\nidentifier: urn:x:1\n${book}`,
      'a.md':
        '# One\n\nText that is brief and [ndefu kabisa]{lang=sw}, and [nchi]{lang=ln}.\n\n[kitabu ndefu tena]{lang=sw-KE}\n',
      'b.md':
        '---\nlang: be\n---\n\n# Два\n\nЗавіруха ў горадзе.\n\n[беларуская]{lang=be} [Überraschung]{lang=de} [Nghiêng]{lang=vi} [กขคงจฉช]{lang=th}\n',
    },
    { editions },
    press,
  );
  return messages
    .filter(({ ruleId }) => ruleId === 'hyphens-there')
    .map(({ name, reason, fatal }) => [name, reason.match(/words of (\S+) break/)?.[1], fatal]);
};

it('a language whose words stay whole is told once, at its first place', async () => {
  expect(await said('lang: en\n')).toEqual([
    ['book/a.md:3:24', 'Swahili', undefined],
    ['book/b.md', 'Belarusian', undefined],
  ]);
});

it('nothing is told where nothing is hyphenated', async () => {
  expect(await said('lang: en\nhyphenate: false\n')).toEqual([]);
  expect(await said('lang: en\n', ['epub'])).toEqual([]);
});
