import { afterAll, beforeAll, expect, it } from 'vitest';
import { axe } from '../support/axe.js';
import { buildInMemory } from '../support/memory.js';
import { openScreen, type Screen } from '../support/screen.js';

/* Whether web pages can be used by everybody, as far as a program can see: by axe, on all screens, by day and by night. */

const THEMES = ['classic', 'modern', 'workbook'] as const;
const TEXT = [
  '# One {#sec-one}',
  'Words with [a link](https://example.org), a note,^[It says *more*.] `code`, ==a mark== and [Ctrl]{.kbd}.',
  '> [!WARNING]\n> A box with [a link](#sec-one).',
  ':::aside[Beside]\nBeside.\n:::',
  ':::sidebar[A box]\nMore.\n:::',
  ':::dialogue\nAnna: Here.\nBen *(softly)*: There.\n:::',
  ':::pairs\n+ This.\n- Not that.\n:::',
  '```js {#lst-wait caption="Waiting." .numbered}\nconst whatIsLong = anotherThing(thatIsLong, andMore, andMoreAgain); // a comment\n```',
  '| A | B |\n| --- | ---: |\n| a | 1 |\n\n: Cups {#tbl-cups}',
  `$$\n\\sqrt{${Array.from({ length: 11 }, (_, i) => `a_{${i}}`).join(' + ')}}\n$$ {#eq-wide}`,
  'See @tbl-cups, @lst-wait, @eq-wide and @sec-one.',
  '- [ ] to do\n- [x] done',
  '::scale[How far?]{from=1 to=5 low="near" high="far"}',
  '::calendar{month=2027-03}',
  '::lines[What I felt]{n=3}',
  ':::exercise\nCount.\n:::\n\n:::solution\nTen.\n:::',
  'Called once,[^twice] and again.[^twice]\n\n[^twice]: A note.\n\n    - that ends with a list',
  '<details><summary>More</summary>\n\nFolded away.\n\n</details>',
].join('\n\n');

const screens = new Map<string, Screen>();
beforeAll(async () => {
  for (const theme of THEMES) {
    const { delivered, messages } = await buildInMemory(
      {
        'book.yaml': `title: T\nauthor: A\nlang: en\ntheme: ${theme}\nnumber-chapters: true\n`,
        'a.md': TEXT,
        'b.md': '# Two\n\nText.\n',
      },
      { editions: ['web'] },
    );
    expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
    screens.set(theme, await openScreen(delivered));
  }
});
afterAll(() => Promise.all([...screens.values()].map((screen) => screen.close())));

it.each(THEMES)('nothing stands in anybody’s way in the theme %s', async (theme) => {
  for (const file of ['index', 'a', 'copyright-page'])
    for (const look of [{ width: 360 }, { width: 1400 }, { width: 1400, dark: true }]) {
      const page = await screens.get(theme)?.open(`out/web/${file}.html`, look);
      expect(page && (await axe(page)), `${file} ${JSON.stringify(look)}`).toEqual([]);
      await page?.close();
    }
});
