import { expect, it } from 'vitest';
import { openingAbove as opening } from '../../src/press/layout/opening.js';
import { testPress, testSheet } from '../support/press.js';

declare const openingAbove: typeof opening;

const HTML = `<!doctype html><style>body, p, h1, figure { margin: 0; font: 16px/20px monospace }</style>
  <body><section class="sheet"><h1>Title</h1><p>One line.</p><figure id="first">A figure.</figure>
  ${'<p>A line.</p><figure>A figure.</figure>'.repeat(400)}<figure id="last">A figure.</figure></section></body>`;

it('how far down a chapter opens is asked of the blocks right above one, and not of all of the chapter', async () => {
  await using press = testPress();
  await using open = await press.open(testSheet(HTML).sheet);
  await open.lend({ openingAbove: opening });
  const { first, last, asked } = await open.run(() => {
    const asIs = Element.prototype.matches;
    let asked = 0;
    Object.defineProperty(Element.prototype, 'matches', {
      value(this: Element, selector: string) {
        asked++;
        return asIs.call(this, selector);
      },
    });
    const of = (id: string) => openingAbove(document.getElementById(id) as HTMLElement);
    const last = of('last');
    return { last, asked, first: of('first') };
  });
  expect([first, last]).toEqual([40, 0]);
  expect(asked).toBeLessThan(10);
});
