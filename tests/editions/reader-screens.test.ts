import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildInMemory } from '../support/memory.js';
import { openReader, type Reader } from '../support/reader.js';

/*
 * What a reading engine makes of boxes, pictures and calendars on the screen of a telephone.
 */
const TEXT = `---
subtitle: What it is about
---

# One

The first words.

> [!NOTE] A box
> Words in a box.

- Item first.

  Item second.

:::aside
Aside first.

Aside second.[^1]
:::

[^1]: Note first.

    Note second.

\`\`\`js {.numbered}
wait(0);
const aNameThatIsLong = anotherNameThatIsLong(andWhatItTakes, andMore);
\`\`\`

![A line that falls](line.png "A line.")

![A photograph](photo.jpg "A photograph.")

<details><summary>More</summary>

What can be folded away.

</details>

::calendar{month=2027-03}

::calendar[Two weeks]{from=2027-03-31 weeks=2}

A paragraph.

![A photograph in a line](photo.jpg) with words behind it.
`;

/** Tables at all heights of a screen: of three rows with a caption, of thirty, and months. */
const TABLES = `# Tables\n\n${Array.from({ length: 24 }, (_, i) => {
  const lead = Array.from({ length: i + 1 }, (_, line) => `Line ${line}.`).join('\\\n');
  const rows = (count: number): string =>
    `| Day | Cups |\n| --- | --- |\n${Array.from({ length: count }, (_, row) => `| ${row} | ${row} |`).join('\n')}`;
  const table = [`${rows(3)}\n\n: Cups {#tbl-${i}}`, rows(30), '::calendar{month=2027-03}'][i % 3];
  return `${lead}\n\n${table}`;
}).join('\n\n')}\n`;

const WIDE = `# Wide

| ${Array.from({ length: 10 }, (_, i) => `N${i}`).join(' | ')} |
|${' --- |'.repeat(10)}
|${' 1,234,567.89 |'.repeat(10)}

| Amount | Description | Beschreibung | Anmerkung | Waren | Summe |
| --- | --- | --- | --- | --- | --- |
| 12.00 | Something of a long kind with many words | Unterordnungsverhältnis | one two three | 1234567 | 12 |

| Key | Word | What it is |
| --- | --- | --- |
| 1 | Donaudampfschifffahrtsgesellschaftskapitän | ${'a word and another '.repeat(12)} |
`;

let reader: Reader;
beforeAll(async () => {
  const line = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><path d="M0 0L300 100" stroke="#000"/></svg>',
  );
  const photo = sharp({ create: { width: 2400, height: 400, channels: 3, background: '#a33' } });
  const { delivered, messages } = await buildInMemory({
    'book.yaml': 'title: Screens\nauthor: A\nlang: en\ntheme: workbook\n',
    'one.md': TEXT,
    'tables.md': TABLES,
    'wide.md': WIDE,
    'line.png': await sharp(line).png().toBuffer(),
    'photo.jpg': await photo.jpeg().toBuffer(),
  });
  expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  reader = await openReader(delivered.get('out/screens.epub') as Uint8Array);
  await reader.page.setViewport({ width: 390, height: 700 });
  await reader.page.addStyleTag({
    content: 'foliate-view { width: 390px !important; height: 700px !important }',
  });
  await reader.goTo('OEBPS/one.xhtml');
}, 60_000);
afterAll(() => reader.close());

/** What the engine says of each element, in the document that is open. */
async function stylesOf(selector: string, property: string): Promise<string[]> {
  return reader.page.evaluate(
    (one, name) => {
      // biome-ignore lint/suspicious/noExplicitAny: the engine has no types
      const [{ doc }] = (window as any).view.renderer.getContents();
      return [...doc.querySelectorAll(one)].map((element: Element) =>
        doc.defaultView.getComputedStyle(element).getPropertyValue(name),
      );
    },
    selector,
    property,
  );
}

/** Where elements stand in the document that is open. */
async function boxesOf(selector: string): Promise<DOMRect[]> {
  return reader.page.evaluate((one) => {
    // biome-ignore lint/suspicious/noExplicitAny: the engine has no types
    const [{ doc }] = (window as any).view.renderer.getContents();
    return [...doc.querySelectorAll(one)].map((element: Element) => element.getBoundingClientRect().toJSON());
  }, selector);
}

describe('by night', () => {
  it('boxes leave the ground to the reader, whatever the theme tints', async () => {
    expect(await stylesOf('.callout', 'background-color')).toEqual(['rgba(0, 0, 0, 0)']);
  });

  it('what may be seen through has its paper, and a photograph needs none', async () => {
    expect(await stylesOf('figure img', 'background-color')).toEqual([
      'rgb(255, 255, 255)',
      'rgba(0, 0, 0, 0)',
    ]);
  });
});

describe('on a telephone', () => {
  it('a subtitle stands nearer to its title than to the text', async () => {
    const [title, subtitle, first] = await boxesOf('h1, .subtitle, .subtitle + p');
    expect(title && subtitle && subtitle.top - title.bottom).toBeGreaterThan(0);
    expect(subtitle && first && first.top - subtitle.bottom).toBeGreaterThan(
      (subtitle?.top ?? 0) - (title?.bottom ?? 0) + 3,
    );
  });

  it('a line of code that is turned over goes on below its code, and not below its number', async () => {
    const lines = await reader.page.evaluate(() => {
      // biome-ignore lint/suspicious/noExplicitAny: the engine has no types
      const [{ doc }] = (window as any).view.renderer.getContents();
      return [...doc.querySelectorAll('.code-line')].map((line: Element) => {
        const range = doc.createRange();
        range.selectNodeContents(line);
        return [...range.getClientRects()].map(({ left }) => left);
      });
    });
    const code = lines[0]?.[0] ?? Number.NaN;
    expect(lines).toHaveLength(2);
    expect(new Set(lines[1]).size).toBeGreaterThan(1);
    expect(Math.min(...(lines[1] ?? []))).toBeCloseTo(code, 0);
  });

  it('a second paragraph is indented in a list, an aside and a note', async () => {
    const indents = async (selector: string) =>
      (await stylesOf(selector, 'text-indent')).map(Number.parseFloat);
    for (const holder of ['li', '.aside', '.footnote']) {
      const [first, second, ...more] = await indents(`${holder} > p`);
      expect({ first, more }, holder).toEqual({ first: 0, more: [] });
      expect(second, holder).toBeGreaterThan(10);
    }
  });

  it('what folds away is open', async () => {
    const [folded] = await boxesOf('details > p');
    expect(folded?.bottom).toBeGreaterThan((folded?.top ?? 0) + 10);
  });

  it('a month stands above its days as other words above a calendar do, and what is no day has no frame', async () => {
    for (const property of ['font-style', 'font-weight', 'font-size'])
      expect(new Set(await stylesOf('.calendar caption, .field-label', property)), property).toHaveLength(1);
    expect(new Set(await stylesOf('.no-day', 'border-top-width'))).toEqual(new Set(['0px']));
    expect(new Set(await stylesOf('.day', 'border-top-style'))).toEqual(new Set(['solid']));
  });

  it('an image that a paragraph begins with stays on its page', async () => {
    const [image] = await boxesOf('p > img');
    const [title] = await boxesOf('h1');
    expect(image && title && image.right - image.left).toBeCloseTo(
      (title?.right ?? 0) - (title?.left ?? 0),
      0,
    );
    expect(await stylesOf('p:has(> img)', 'text-indent')).toEqual(['0px']);
  });
});

describe('a table', () => {
  beforeAll(async () => {
    await reader.goTo('OEBPS/tables.xhtml');
  });

  it('has its caption and its head on the page of its first rows, and a month is whole', async () => {
    const tables = await reader.page.evaluate(() => {
      // biome-ignore lint/suspicious/noExplicitAny: the engine has no types
      const [{ doc }] = (window as any).view.renderer.getContents();
      /** Which page each row begins on: the columns of a screen stand side by side. */
      const pages = (rows: Iterable<Element>): number[] =>
        [...rows].map((row) => Math.floor((row.getClientRects()[0]?.left ?? 0) / 100));
      return [...doc.querySelectorAll('table')].map((table: HTMLTableElement) => ({
        month: table.matches('.calendar'),
        head: pages(table.querySelectorAll('caption, thead > tr')),
        body: pages(table.querySelectorAll('tbody > tr')),
      }));
    });
    expect(tables).toHaveLength(24);
    for (const { month, head, body } of tables) {
      expect(new Set([...head, ...body.slice(0, 2)])).toHaveLength(1);
      expect(new Set(body.slice(-2))).toHaveLength(1);
      if (month || body.length === 3) expect(new Set(body)).toHaveLength(1);
    }
    expect(tables.filter(({ body }) => new Set(body).size > 1).length).toBeGreaterThan(4);
  });
});

describe('a table that is wider than the screen', () => {
  it('is not, and keeps words as long as there is room for, whatever the other columns hold', async () => {
    await reader.goTo('OEBPS/wide.xhtml');
    const { room, tables, parts } = await reader.page.evaluate(() => {
      // biome-ignore lint/suspicious/noExplicitAny: the engine has no types
      const [{ doc }] = (window as any).view.renderer.getContents();
      return {
        room: doc.querySelector('h1').getBoundingClientRect().width,
        tables: [...doc.querySelectorAll('table')].map((table: HTMLElement) => table.scrollWidth),
        parts: [...doc.querySelectorAll('.endless')].map((word: HTMLElement) => ({
          word: word.textContent ?? '',
          lines: word.getClientRects().length,
        })),
      };
    });
    expect(tables).toHaveLength(3);
    for (const width of tables) expect(width).toBeLessThanOrEqual(room + 1);
    expect(parts.map(({ word }) => word)).not.toContain('Amount');
    for (const { word, lines } of parts) expect(word.length / lines, word).toBeGreaterThanOrEqual(4);
    const long = parts.find(({ word }) => word.startsWith('Donau'));
    expect(long?.lines).toBeLessThanOrEqual(4);
  });
});
