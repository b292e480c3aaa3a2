import { expect, it } from 'vitest';
import { checkInMemory } from '../support/memory.js';

const told = async (text: string): Promise<string[]> => {
  const { messages } = await checkInMemory({ 'a.md': `# One\n\n${text}\n` });
  return messages
    .filter(({ ruleId }) => ruleId === 'verse-is-marked')
    .map(({ line, message }) => `${line} ${/run into/.test(message) ? 'run' : 'broken'}`);
};

const RUN = 'a lamp in the hall\nsomebody carries its light\nto an empty coat';
const BROKEN = 'The lamp is lit,  \nand nobody comes\\\nto carry it home.';
const PROSE =
  'It rained all day, and when the lamp went out nobody had seen who\ncarried it down to the harbour, or what had been in the letter.';

it.each([
  [RUN, '3 run'],
  [`## i.\n\n${RUN}\n\n## ii.\n\n${RUN}\n\nfor T.`, '5 run'],
  [`${PROSE}\n\n> ${RUN.replaceAll('\n', '\n> ')}`, '6 run'],
  [`${BROKEN}\n\n${BROKEN}`, '3 broken'],
  [`${PROSE}\n\n${BROKEN}\n\nThe road is long,  \nand the night is too.\n\n${PROSE}`, '6 broken'],
])('lines that only verse has are told, with what comes of them: %j', async (text, at) => {
  expect(await told(text)).toEqual([at]);
});

it.each([
  `:::verse\n${RUN}\n\n${RUN}\n:::`,
  RUN.replace(/^/gm, '| '),
  PROSE,
  `${PROSE}\n\n${RUN}\n\n${PROSE}\n\n${PROSE}`,
  // A clause on each line.
  'When the rain came,\nthe harbour went quiet,\nand the men who mended nets\nwalked home.',
  // As wide as lines that an editor breaks.
  Array(4).fill('비가 하루 종일 내렸고 등불이 꺼졌을 때 아무도 누가 그것을 들고 갔는지').join('\n'),
  // A sentence on each line.
  'It rained.\nHe left the house at noon.\nNobody saw him go.',
  // Addresses, and what is said of a recipe.
  'Ada Brook  \n12 Mill Road  \nHarbour\n\nTom Brook  \n14 Mill Road  \nHarbour',
  '**Prep:** ten minutes  \n**Cook:** an hour\n\n**Serves:** four  \n**From:** Ada',
  `${BROKEN}\n\n${PROSE}`,
  '- a lamp\n- a coat\n- a road\n\n1. one\n   two\n   three',
])('lines of prose, lists and addresses are not: %j', async (text) => {
  expect(await told(text)).toEqual([]);
});

it('a page on which somebody is named is set as it stands', async () => {
  const of = async (role: string): Promise<number> => {
    const files = {
      'a.md': '# One\n\nText.\n',
      'b.md': `---\nrole: ${role}\n---\n\n# Two\n\n${BROKEN}\n\n${BROKEN}\n`,
    };
    return (await checkInMemory(files)).messages.filter(({ ruleId }) => ruleId === 'verse-is-marked').length;
  };
  expect([await of('dedication'), await of('colophon'), await of('preface')]).toEqual([0, 0, 1]);
});
