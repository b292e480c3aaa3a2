import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { columnsOf as columnsIn } from '../../src/press/layout/columns.js';
import { stretchOf as stretchIn } from '../../src/press/layout/stretch.js';
import { testPress, testSheet } from '../support/press.js';

declare const columnsOf: typeof columnsIn;
declare const stretchOf: typeof stretchIn;

/** Pages of five paragraphs and five blocks that are not parted; the last of these has less room below it than its margin is high. */
const BLOCKS = `<p>One line.</p><div class="whole">Another.</div>`.repeat(240);
const HTML = `<!doctype html><style>
  body { margin: 0; font: 16px/20px monospace }
  .sheet { width: 300px; height: 355px; column-width: 300px; column-gap: 60px; column-fill: auto }
  p { margin: 0 } p + .whole { margin: 13px 0 0; height: 37px; break-inside: avoid }
  .sheet > [data-away] { display: none }
</style><body><section class="sheet">${BLOCKS}</section></body>`;

it('what stands long before a page is let go, and the page stays as it was, where the margin above a block would have it go over', async () => {
  await using press = testPress();
  await using open = await press.open(testSheet(HTML).sheet);
  await open.lend({ columnsOf: columnsIn, stretchOf: stretchIn });
  const { away, moved } = await open.run(() => {
    const sheet = document.querySelector<HTMLElement>('.sheet') as HTMLElement;
    const columns = columnsOf(sheet, 300, 60);
    const blocks = [...sheet.children];
    const places = () =>
      blocks.flatMap((block) => {
        const [box] = block.getClientRects();
        return box ? [`${columns.of(box)} ${Math.round(box.top * 32)}`] : [''];
      });
    const before = places();
    const stretch = stretchOf(sheet, columns, 100);
    const away: number[] = [];
    const moved: string[] = [];
    for (let page = 0; page < 30; page++) {
      stretch.turnTo(page, undefined);
      away.push(sheet.querySelectorAll('[data-away="above"]').length);
      moved.push(...places().filter((place, i) => place && place !== before[i]));
    }
    stretch.open();
    moved.push(...places().filter((place, i) => place !== before[i]));
    return { away, moved };
  });
  expect(moved).toEqual([]);
  // Eight pages at once, of ten blocks each.
  expect(away[10]).toBe(0);
  expect(away[12]).toBeGreaterThan(70);
  expect(away[29]).toBeGreaterThan(230);
});

it('no style of the text asks what follows an element: a note that is put in would have all before it styled anew', () => {
  const styles = readdirSync('styles', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  );
  const rules = styles.map((file) => readFileSync(`styles/${file}`, 'utf8').replace(/\/\*.*?\*\//gs, ''));
  const asking = rules.flatMap((css) => css.match(/^.*:has\(\s*[+~].*$/gm) ?? []);
  // Of cards alone, which have no notes among them.
  expect(asking).toEqual(['.card:has(+ .card-back),']);
});
