import { describe, expect, it } from 'vitest';
import { core } from '../../src/core.js';
import { judged } from '../support/judged.js';
import { checkInMemory } from '../support/memory.js';

const idsOf = async (text: string): Promise<string[]> =>
  (await judged(text)).map((one) => one.replace(/ .*/, ''));

describe('every rule', () => {
  it.each((core.rules ?? []).map((rule) => [rule.id, rule] as const))(
    '%s is broken by its bad example and kept by its good one',
    async (id, rule) => {
      expect(await idsOf(rule.examples.bad)).toEqual([id]);
      expect(await idsOf(rule.examples.good)).toEqual([]);
    },
  );
});

describe('doubled words', () => {
  it.each([
    ['en', 'That that is, is. He had had it. It was very very cold. The The played. A a.'],
    ['en', '`the the` and [the the]{.verbatim}, the-the, the, the'],
    ['de', 'Die, die die Tür sahen. Dass das das Beste ist. Er kam mit mit ihr.'],
    ['fr', 'Nous nous levons, vous vous levez. Faire faire.'],
    ['nl', 'Ik weet dat dat zo is. De man die die deur sah.'],
    ['xx', 'the the'],
  ])('are none: %s %s', async (lang, text) => {
    // Nor are there words of Octavo's own in a language that nobody speaks.
    const others = lang === 'xx' ? ['words-there'] : [];
    expect(await idsOf(`---\nlang: ${lang}\n---\n\n# One\n\n${text}\n`)).toEqual(others);
  });

  it.each([
    ['en', 'This is\nthe\nthe end.', 8],
    ['en', '> Out of\n> of it.', 7],
    ['de', 'Er und und sie.', 7],
    ['fr', 'Avec des des fleurs.', 7],
    ['ru', 'Он в в лесу.', 7],
  ])('are found where they stand: %s %j', async (lang, text, line) => {
    const { messages } = await checkInMemory({
      'book.yaml': 'title: T\nauthor: A\n',
      'one.md': `---\nlang: ${lang}\n---\n\n# One\n\n${text}\n`,
    });
    expect(messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([['words-stand-once', line]]);
  });
});

describe('placeholders', () => {
  it.each([
    'A TODO list, TODO comments, TK Maxx, TK-421, `TODO: x`, lorem ipsum',
    '[TODO:]{.verbatim} is what they write',
  ])('are none: %s', async (text) => {
    expect(await idsOf(`# One\n\n${text}\n`)).toEqual([]);
  });

  it('are none in Spanish, where TODO is a word', async () => {
    expect(await idsOf('---\nlang: es\n---\n\n# Uno\n\nTODO: lo que sea\n')).toEqual([]);
  });

  it.each(['TODO', 'TODO: write', 'She left (TBD).', 'TKTK', 'FIXME: no', 'Lorem ipsum dolor sit amet.'])(
    'are: %s',
    async (text) => {
      expect(await idsOf(`# One\n\n${text}\n`)).toEqual(['text-is-finished']);
    },
  );
});

describe('quotations', () => {
  it.each(['"One," she said. "Two."', '"It goes on\n\n"and on,\n\n"and ends."', 'A 6" nail, and it\'s so.'])(
    'are closed: %j',
    async (text) => {
      expect(await idsOf(`# One\n\n${text}\n`)).toEqual([]);
    },
  );
});

it('severity is the author’s to set', async () => {
  const text = '# One\n\n### Three\n\nText.\n';
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
