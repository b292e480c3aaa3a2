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

![A line that falls](line.png "A line.")

![A photograph](photo.jpg "A photograph.")
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
