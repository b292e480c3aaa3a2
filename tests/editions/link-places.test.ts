import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { matterhorn } from '../support/matterhorn.js';
import { buildInMemory } from '../support/memory.js';
import { type InspectedPdf, inspectPdf } from '../support/pdf.js';

/*
 * A call leads to its note at the foot of a page, and the number there leads back to the call; what leads to a heading leads where the
 * outline does.
 */
let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

const words = (count: number): string => 'Words that fill the page, line by line, to its end. '.repeat(count);

async function built(files: Record<string, string>, edition = 'screen', rest = ''): Promise<Uint8Array> {
  const yaml = { 'book.yaml': `title: N\nauthor: A\nlang: en\n${rest}` };
  const { delivered, messages } = await buildInMemory({ ...yaml, ...files }, { editions: [edition] }, press);
  expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  return delivered.get(edition === 'screen' ? 'out/n.pdf' : `out/n-${edition}.pdf`) as Uint8Array;
}

/** Links from a call to a note, or back, with what lies at their ends, in points. */
function ends({ links, destinations, positions, pages }: InspectedPdf, pattern: RegExp) {
  return links
    .filter(({ dest }) => pattern.test(dest ?? ''))
    .map(({ page, dest = '', area }) => {
      const to = destinations[dest] ?? -1;
      const place = positions[dest] ?? { x: -1, y: -1 };
      // The line whose foot is the first below the place.
      const line = pages[to]?.lines.find(({ y }) => y > place.y);
      return { from: page, to, dest, area, place, text: line?.text ?? '' };
    });
}

const TO_NOTE = /--fn-/;
const TO_CALL = /--fnref-/;

const CHAPTER = `# One[^title]

${words(40)}[^ñandú] ${words(30)}

| A | B |
| --- | --- |
| cell[^in-cell] | b |

- item[^a%2Fb]
- twice[^ñandú]

${words(60)}[^long]

[^title]: Of the title.
[^ñandú]: Of the text.[^inner]
[^in-cell]: Of the cell.
[^a%2Fb]: Of the item.
[^long]: Of the end. ${words(60)}
[^inner]: Of a note.
`;

describe('a call of a note', () => {
  it('leads to the number of its note, which leads back to it', async () => {
    const bytes = await built({ 'a.md': CHAPTER });
    const pdf = await inspectPdf(bytes);
    const [calls, ways] = [ends(pdf, TO_NOTE), ends(pdf, TO_CALL)];
    // One is the second of its note.
    expect(calls.map(({ text }) => text.slice(0, 13)).sort()).toEqual([
      '1. Of the tit',
      '2. Of the tex',
      '2. Of the tex',
      '3. Of a note.',
      '4. Of the cel',
      '5. Of the ite',
      '6. Of the end',
    ]);
    expect(ways).toHaveLength(6);
    for (const { from, to, area, place } of ways) {
      // Where the number stands is where its call leads, and the other way round.
      const call = calls.find((one) => one.from === to && Math.abs(one.area.y - place.y) < 0.01);
      expect(call).toBeDefined();
      expect(call?.to).toBe(from);
      expect(call?.place.x).toBeCloseTo(area.x, 2);
      expect(call?.place.y).toBeCloseTo(area.y, 2);
    }
    expect(pdf.links.filter(({ url }) => url !== undefined)).toEqual([]);
    expect(await matterhorn(bytes)).toEqual([]);
  });

  it('leads to the page of the note where that follows on the next one', async () => {
    const cells = 'A note that is too long for the page of its call. '.repeat(30);
    const pdf = await inspectPdf(
      await built({
        'a.md': `# A\n\n${words(66)}[^x] ${words(40)}\n\n[^x]: ${cells}\n`,
      }),
    );
    const [call] = ends(pdf, TO_NOTE);
    expect(call?.text).toMatch(/^1\. A note that/);
  });

  it('leads there in a book that is read from the right, and says its number', async () => {
    const text = 'מילים בעברית שממלאות את הדף. '.repeat(30);
    const bytes = await built({ 'a.md': `# א\n\n${text}[^א]\n\n[^א]: הערה.\n` }, 'screen', 'dir: rtl\n');
    const pdf = await inspectPdf(bytes);
    const said = pdf.links.filter(({ dest }) => /--fn/.test(dest ?? '')).map(({ contents }) => contents);
    expect([...new Set(said)].sort()).toEqual(['1', '1.']);
    const [call] = ends(pdf, TO_NOTE);
    expect(call?.text).toContain('הערה');
    expect(ends(pdf, TO_CALL)[0]?.to).toBe(call?.from);
    expect(await matterhorn(bytes)).toEqual([]);
  });

  it.each([
    '.foot-note-number { display: none }',
    '.foot-note-number { visibility: hidden }',
    'sup { display: none }',
  ])('leads nowhere but to its note where a stylesheet hides what leads back: %s', async (css) => {
    const bytes = await built(
      { 'a.md': `# A\n\n${words(20)}[^x]\n\n[^x]: A note.\n`, 'own.css': css },
      'screen',
      'styles: own.css\n',
    );
    const { links, destinations } = await inspectPdf(bytes);
    expect(links.filter(({ url }) => url !== undefined)).toEqual([]);
    expect(
      links.filter(({ dest }) => TO_NOTE.test(dest ?? '') && destinations[dest ?? ''] === undefined),
    ).toEqual([]);
  });

  it('leads to the note behind its chapter where notes stand there', async () => {
    const pdf = await inspectPdf(
      await built(
        { 'a.md': `# A\n\n${words(20)}[^x] ${words(99)}\n\n[^x]: A note.\n` },
        'screen',
        'notes: chapter\n',
      ),
    );
    const [call] = ends(pdf, TO_NOTE);
    expect(call?.to).toBeGreaterThan(call?.from ?? 99);
    expect(pdf.pages[call?.to ?? -1]?.text).toContain('A note.');
  });

  it('is no link in print', async () => {
    const { links, destinations } = await inspectPdf(
      await built({ 'a.md': CHAPTER }, 'print', 'editions: {print: {links: false}}\n'),
    );
    expect([links, destinations]).toEqual([[], {}]);
  });
});

describe('a link to a heading', () => {
  it('leads where its outline leads, whatever letters and signs are in the name', async () => {
    const bytes = await built(
      {
        'a.md': `# Größe\n\n${words(20)}\n\n## Share {#teil-ü}\n\nSee [this](#größe), [that](#teil-ü), [there](b.md), [nothing](#100%) and @sec-two.\n`,
        'b.md': `# Größe\n\n${words(90)}\n\n## Two {#sec-two}\n\n${words(9)} ![Text](a.svg)\n\n### [Link](https://example.org) in it\n\nEnd.\n`,
        'a.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10"/></svg>',
      },
      'screen',
      'toc-depth: 3\n',
    );
    const pdf = await inspectPdf(bytes);
    const places = new Map<string, Set<string>>();
    const walk = (items: InspectedPdf['outline']): void => {
      for (const { title, page, y, children } of items) {
        places.set(title, (places.get(title) ?? new Set()).add(`${page}: ${y.toFixed(1)}`));
        walk(children);
      }
    };
    walk(pdf.outline);
    const led = pdf.links.flatMap(({ dest = '', contents }) => {
      const { y = -1 } = pdf.positions[dest] ?? {};
      return dest
        ? [{ contents: contents.replace(/\s*\d+$/, ''), at: `${pdf.destinations[dest]}: ${y.toFixed(1)}` }]
        : [];
    });
    for (const title of ['Größe', 'Share', 'Two', 'Link in it']) {
      const found = led.filter(({ contents }) => contents === title);
      expect(found.length, title).toBe(title === 'Größe' ? 2 : 1);
      expect(new Set(found.map(({ at }) => at)), title).toEqual(places.get(title));
    }
    const said = (words: string) => led.find(({ contents }) => contents === words)?.at;
    const [first = '', second = ''] = places.get('Größe') ?? [];
    expect(said('this')).toBe(first);
    // A file is its page.
    expect(said('there')?.split(':')[0]).toBe(second.split(':')[0]);
    expect(said('that')).toBe([...(places.get('Share') ?? [])][0]);
    expect(pdf.links.filter(({ url }) => url?.startsWith('octavo'))).toEqual([]);
    expect(await matterhorn(bytes)).toEqual([]);
  });
});
