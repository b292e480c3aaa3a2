import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { openEpub } from '../support/epub.js';
import { matterhorn } from '../support/matterhorn.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';

/*
 * Where links lead: to what they were written for, whatever else has that name, and from no place that is there twice.
 */
let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

const YAML = 'title: L\nauthor: A\nlang: en\n';

it('a link to a chapter leads there, and not to a heading of that name beside it', async () => {
  const files = {
    'book.yaml': YAML,
    'intro.md': [
      '# Intro',
      '## Glossary',
      'See [the words](glossary.md), [the signs][g], [its list](#glossary) and <a href="#glossary">this</a>.',
      '[g]: glossary.md',
    ].join('\n\n'),
    'glossary.md': '# Words\n\nText.\n',
  };
  const { delivered, messages } = await buildInMemory(files, { editions: ['epub'] });
  expect(messages.map(String)).toEqual([]);
  const epub = await openEpub(delivered.get('out/l.epub') as Uint8Array);
  const links = (epub.documents.get('intro.xhtml')?.all('a') ?? []).map((a) => a.attributes.href);
  expect(links).toEqual(['glossary.xhtml', 'glossary.xhtml', '#intro--glossary', '#intro--glossary']);
});

it('a card that is there four times has its links and notes once, and all of them are tagged', async () => {
  const cards = ':::cards{copies=4}\nHelp: [example.org](https://example.org/help) and more.[^n]\n:::';
  const { delivered } = await buildInMemory(
    { 'book.yaml': YAML, 'a.md': `# A\n\n${cards}\n\n[^n]: A note.\n` },
    { editions: ['screen'] },
    press,
  );
  const bytes = delivered.get('out/l.pdf') as Uint8Array;
  const { links } = await inspectPdf(bytes);
  expect(links.filter(({ url }) => url === 'https://example.org/help')).toHaveLength(1);
  expect(await matterhorn(bytes)).toEqual([]);
});

it('a passage in the index that ends outside of an edition is a place in it', async () => {
  const { delivered, messages } = await buildInMemory(
    {
      'book.yaml': YAML,
      'a.md':
        '# A\n\n[]{.index entry="fear" range=start}It comes.\n\n:::when{edition=print}\nIt goes.[]{.index entry="fear" range=end}\n:::\n',
      'z.md': '---\nrole: index\n---\n# Index\n',
    },
    { editions: ['screen'] },
    press,
  );
  expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  const { pages } = await inspectPdf(delivered.get('out/l.pdf') as Uint8Array);
  const index = pages.find(({ text }) => text.includes('fear,'))?.text ?? '';
  expect(index).toMatch(/fear, \w+(?!–)\s/);
  expect(index).not.toContain('–');
});

it('HTML that calls itself a handout waits for none', async () => {
  const { delivered } = await buildInMemory(
    {
      'book.yaml': `${YAML}handout-paper: a4\n`,
      'a.md': '# A\n\n<p data-handout="log"><b>hi</b></p>\n',
      'handouts/log.md': '# Log\n\n<p data-handout="log"><b>hi</b></p>\n',
    },
    { editions: ['screen', 'handouts'] },
    press,
  );
  expect([...delivered.keys()]).toEqual(expect.arrayContaining(['out/l.pdf', 'out/handouts/log-a4.pdf']));
});

it('an address is one area on each line that it stands on, and is read aloud as it is written', async () => {
  const address =
    'https://example.org/a/very/long/address/that/goes/on-and/on/until/the/edge/of/the/page.html';
  const title = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz';
  const { delivered } = await buildInMemory(
    {
      'book.yaml': 'title: L\nauthor: A\nlang: de\ntheme: modern\n',
      'a.md': `# Erstes Kapitel: ${title}\n\nLies <${address}>, oder [das *hier*, und das](https://example.org/b).\n`,
      'b.md': '# B\n\nText.\n',
    },
    { editions: ['screen'] },
    press,
  );
  const bytes = delivered.get('out/l.pdf') as Uint8Array;
  const { links } = await inspectPdf(bytes);
  const parts = links.filter(({ url }) => url === address);
  expect(parts).toHaveLength(2);
  expect(new Set(parts.map(({ contents }) => contents))).toEqual(new Set([address]));
  const [first, second] = parts.map(({ area }) => area);
  expect(first?.y).not.toBeCloseTo(second?.y ?? 0, 0);
  expect((first?.width ?? 0) + (second?.width ?? 0)).toBeGreaterThan(300);
  const others = links.filter(({ url }) => url === 'https://example.org/b').map(({ contents }) => contents);
  expect(others).toEqual(['das hier, und das']);
  // A word that is parted in the contents is whole to who hears it.
  const [chapter] = links.filter(({ contents }) => contents.startsWith('Erstes Kapitel'));
  expect(chapter?.contents).toBe(`Erstes Kapitel: ${title} 1`);
  expect(await matterhorn(bytes)).toEqual([]);
});
