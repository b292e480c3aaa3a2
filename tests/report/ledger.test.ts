import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import type { Notice } from '../../src/model/notice.js';
import { openLedger } from '../../src/report/ledger.js';
import { desk, octavo, octavoJson } from '../support/desk.js';

/*
 * What is kept of what is said, and how it is counted.
 */
const wrong: Notice<{ n: number }> = {
  id: 'n-is-right',
  severity: 'info',
  says: ({ n }) => `${n} is wrong`,
  remedy: () => 'Correct it.',
  why: 'It is a test.',
};

describe('a mistake that is made hundreds of times', () => {
  it('is shown two hundred times, and then counted, from its place on', () => {
    const ledger = openLedger();
    const file = new VFile({ path: 'a.md' });
    for (let n = 1; n <= 250; n++) ledger.say(wrong, { n }, { file, node: { line: n, column: 1 } });
    const messages = ledger.messages();
    expect(messages).toHaveLength(201);
    expect(messages.at(-2)?.reason).toBe('200 is wrong');
    const last = messages.at(-1);
    expect([last?.reason, last?.line, last?.ruleId, last?.severity]).toEqual([
      'From here on, 50 more like those before are not shown',
      201,
      'n-is-right',
      'info',
    ]);
    expect(ledger.count('info')).toBe(250);
  });

  it('is not counted where all of them are shown', () => {
    const ledger = openLedger();
    const file = new VFile({ path: 'a.md' });
    for (let n = 1; n <= 200; n++) ledger.say(wrong, { n }, { file, node: { line: n, column: 1 } });
    expect(ledger.messages().map(({ reason }) => reason)).not.toContainEqual(
      expect.stringContaining('more like'),
    );
  });
});

describe('at the end of a check', () => {
  const files = { 'book/a.md': `# A\n\n${'word and '.repeat(40)}word.\n\nThe the cat.\n` };

  it.each([
    [[], '0 errors, 1 warning\n1 info for your judgement: --log-level info\n'],
    [['--log-level', 'info'], '0 errors, 1 warning, 1 info\n'],
    [['--quiet'], ''],
  ])('%j: everything is counted that is shown, and what is not is mentioned', async (flags, end) => {
    const { err } = await octavo(await desk(files), ['check', 'book', ...flags]);
    expect(end ? err.slice(-end.length) : err).toBe(end);
  });

  it('programs get all of it', async () => {
    const { messages } = await octavoJson(await desk(files), ['check', 'book', '--quiet']);
    expect(messages.map(({ id }) => id).sort()).toEqual(['sentence-length', 'words-stand-once']);
  });
});

it('what is quoted of a manuscript is quoted in brief where it is endless', async () => {
  const cwd = await desk({ 'book/a.md': `# A\n\n[x]{${'.a'.repeat(50_000)}}\n` });
  const { err } = await octavo(cwd, ['check', 'book']);
  expect(err).toContain('markup-shows');
  expect(Math.max(...err.split('\n').map(({ length }) => length))).toBeLessThan(400);
  const quoted = `“{${'.a'.repeat(59)}.…” means nothing here`;
  expect(err).toContain(quoted);
});

it('what an error says is quoted, too', () => {
  const failed: Notice<Pick<Error, 'message'>> = {
    id: 'it-works',
    severity: 'error',
    says: ({ message }) => message,
    remedy: () => 'Try again.',
    why: 'It is a test.',
  };
  const ledger = openLedger();
  ledger.say(failed, new Error('It is gone.'), { file: new VFile({ path: 'a.md' }) });
  expect(ledger.messages().map(({ reason }) => reason)).toEqual(['It is gone.']);
});
