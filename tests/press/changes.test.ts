import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenSheet, Press } from '../../src/model/press.js';
import { type SheetChanges, watchSheets } from '../../src/press/layout/changes.js';
import { testPress, testSheet } from '../support/press.js';

/* The sections of a document in which something was changed, whoever did it. */

declare const sheetChanges: SheetChanges;

let press: Press;
let open: OpenSheet;
beforeAll(() => {
  press = testPress();
});
afterAll(() => press[Symbol.asyncDispose]());
beforeEach(async () => {
  const sections = ['a', 'b', 'c'].map(
    (id) =>
      `<section class="sheet" id="${id}"><p>It <em>rained</em>.</p><p hidden>No.</p><aside class="foot-notes"></aside></section>`,
  );
  open = await press.open(
    testSheet(`<!doctype html><section class="sheet cover" id="cover">C</section>${sections.join('')}`).sheet,
  );
  await open.run(watchSheets);
  return () => open[Symbol.asyncDispose]();
});

const taken = (width = 300): Promise<string[]> =>
  open.run((lines) => sheetChanges.take(lines).map(({ id }) => id), width);

it('are all of them at first, and where lines have another length', async () => {
  expect(await taken()).toEqual(['a', 'b', 'c']);
  expect(await taken()).toEqual([]);
  expect(await taken(290)).toEqual(['a', 'b', 'c']);
  expect(await taken(290)).toEqual([]);
});

describe('a section is one of them', () => {
  const changes: Record<string, () => void> = {
    'where text is other': () => document.querySelector('#b em')?.replaceChildren('snowed'),
    'where a letter is other': () => {
      const text = document.querySelector('#b em')?.firstChild;
      if (text) text.nodeValue += 's';
    },
    'where something is hidden': () => document.querySelector('#b p')?.setAttribute('hidden', ''),
    'where a gap is wider': () =>
      document.querySelector<HTMLElement>('#b p')?.style.setProperty('margin-top', '9px'),
    'where something has gone': () => document.querySelector('#b em')?.remove(),
    'where something has come': () => document.querySelector('#b')?.append('More.'),
    'where something came and was changed and went': () => {
      const one = document.createElement('p');
      document.querySelector('#b')?.append(one);
      one.textContent = 'x';
      one.remove();
    },
    'where it was hidden itself': () => document.querySelector('#b')?.setAttribute('hidden', ''),
  };
  it.each(Object.entries(changes))('%s', async (_, change) => {
    await taken();
    await open.run(change);
    expect(await taken()).toEqual(['b']);
    expect(await taken()).toEqual([]);
  });
});

describe('a number of a page that is written', () => {
  const written = (text: string): Promise<void> =>
    open.run((folio) => {
      const number = document.querySelector('[data-folio]');
      if (number) number.textContent = folio;
    }, text);
  beforeEach(async () => {
    await open.run(() => {
      const paragraph = document.querySelector('#b p');
      paragraph?.setAttribute('style', 'width: 6em');
      const number = document.createElement('span');
      number.dataset.folio = 'x';
      paragraph?.append(number);
      sheetChanges.take(300);
      sheetChanges.pass([...document.querySelectorAll<HTMLElement>('.sheet')]);
    });
  });

  it('changes nothing where all lines stay', async () => {
    await written('7');
    expect(await taken()).toEqual([]);
  });
  it('changes its section where there is a line more', async () => {
    await written('twenty-seven');
    expect(await taken()).toEqual(['b']);
  });
  it('hides no other change of its section', async () => {
    await written('7');
    await open.run(() => document.querySelector('#b em')?.replaceChildren('snowed'));
    expect(await taken()).toEqual(['b']);
  });
});

it('is no section that was laid out from nothing and is as it was', async () => {
  const anew = (): Promise<void> =>
    open.run(() => {
      const sheet = document.querySelector<HTMLElement>('#b');
      if (sheet) sheet.style.height = sheet.style.height ? '' : '1e7px';
    });
  await taken();
  await open.run(() => sheetChanges.pass([...document.querySelectorAll<HTMLElement>('.sheet')]));
  await anew();
  await anew();
  expect(await taken()).toEqual([]);
});

it('are not those that were only looked at, or changed by who asks', async () => {
  await taken();
  await open.run(() => document.querySelector('#a')?.getBoundingClientRect().height);
  expect(await taken()).toEqual([]);
  await open.run(() => {
    document.querySelector('#a')?.append('More.');
    sheetChanges.pass([]);
  });
  expect(await taken()).toEqual([]);
});
