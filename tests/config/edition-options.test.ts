import { describe, expect, it } from 'vitest';
import { asPrintersAsk, takersOf } from '../../src/config/edition-options.js';
import { BOOK_EXAMPLES } from '../../src/config/key-examples.js';
import { core } from '../../src/core.js';
import { print } from '../../src/editions/print.js';
import { web } from '../../src/editions/web.js';
import type { Edition } from '../../src/model/edition.js';
import { checkInMemory } from '../support/memory.js';

/*
 * What an edition can do nothing with is told where it is written.
 */
const told = async (editions: string) => {
  const yaml = `title: Lamps\nauthor: A\nlang: en\n${editions}\n`;
  const files = { 'book.yaml': yaml, 'a.md': '# A\n\nText.\n', 'coated.icc': '' };
  const { messages } = await checkInMemory(files, { editions: ['epub'] });
  return messages
    .filter(({ fatal }) => fatal)
    .map(({ line, ruleId, reason }) => `${line} ${ruleId}: ${reason}`);
};

describe('an option of an edition', () => {
  it.each([
    [
      'epub',
      'bleed: 3mm',
      'print, large-print, teacher, answer-key, screen, handouts, sample-pdf, archive, cover',
    ],
    ['web', 'links: false', 'print,'],
    ['sample', 'ink: black', 'print,'],
    ['screen', 'printer: kdp', 'print, large-print, teacher, cover'],
    ['screen', 'spine: 12mm', 'cover'],
    ['print', 'pages: 200', 'cover'],
    ['print', 'size: 18pt', 'large-print'],
    ['epub', 'multiple-of: 4', 'print,'],
    ['handouts', 'trim: a5', 'print, large-print, teacher, answer-key, screen, sample-pdf, archive, cover'],
    ['cover', 'n-up: 4', 'print, large-print, teacher, answer-key, screen, handouts, sample-pdf, archive'],
    ['archive', 'fillable: true', 'screen, handouts, sample-pdf'],
  ])('that does nothing in %s is told at its line: %s', async (edition, option, editions) => {
    const key = option.split(':')[0];
    const messages = await told(`editions:\n  ${edition}:\n    ${option}`);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/^6 value-valid: /);
    expect(messages[0]).toContain(
      `“editions › ${edition} › ${key}” does nothing in this edition; it is for `,
    );
    const named = messages[0]?.split('it is for ')[1] ?? '';
    if (editions.endsWith(',')) expect(named).toContain(editions);
    else expect(named.split(', ').sort()).toEqual(editions.split(', ').sort());
  });

  it('that names the printer of a book is what that asks, unless it is said otherwise', () => {
    const asked = (options: object) => asPrintersAsk({ print: options }).print;
    expect(asked({ printer: 'kdp' })).toEqual({ printer: 'kdp', links: false });
    expect(asked({ printer: 'ingram', multipleOf: undefined })).toEqual({
      printer: 'ingram',
      links: false,
      multipleOf: 2,
    });
    expect(asked({ printer: 'ingram', links: true, multipleOf: 4 })).toEqual({
      printer: 'ingram',
      links: true,
      multipleOf: 4,
    });
    expect(asked({ printer: 'lulu' })).toEqual({ printer: 'lulu' });
    // An eighth of an inch, in CSS pixels.
    expect(asked({ printer: 'kdp', bleed: 11.34 })).toEqual({ printer: 'kdp', links: false, bleed: 12 });
    expect(asPrintersAsk({ cover: { printer: 'kdp' } })).toEqual({ cover: { printer: 'kdp' } });
  });

  it('is passed where it does something', async () => {
    for (const edition of [
      'print: {trim: a5, printer: kdp, ink: black, links: false, multiple-of: 4, booklet: a4, n-up: 4, bleed: 3mm}',
      'handouts: {ink: black, links: false, fillable: true, n-up: 4, bleed: 3mm}',
      'cover: {trim: a5, ink: black, printer: kdp, binding: paperback, paper: cream, pages: 200}',
      'epub: {isbn: 978-0-306-40615-7}',
    ])
      expect(await told(`editions:\n  ${edition}`)).toEqual([]);
    expect(await told(BOOK_EXAMPLES.editions)).toEqual([]);
  });

  it('is known of every built-in edition, and of one of a plugin what needs pages or fields', () => {
    const built = core.editions ?? [];
    for (const { name } of built.filter(({ medium }) => medium === 'paged'))
      expect(takersOf('ink', built)).toContain(name);
    // A built-in edition that the table does not know would take everything.
    expect(takersOf('spine', built)).toEqual(['cover']);
    const own: Edition[] = [
      { ...print, name: 'pocket' },
      { ...web, name: 'site' },
    ];
    expect(takersOf('printer', own)).toEqual(['pocket', 'site']);
    expect(takersOf('booklet', own)).toEqual(['pocket']);
    expect(takersOf('fillable', own)).toEqual([]);
  });
});
