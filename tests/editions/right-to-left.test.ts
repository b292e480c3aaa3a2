import { beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, desk, octavoJson } from '../support/desk.js';
import { openEpub } from '../support/epub.js';
import { type InspectedPdf, inspectPdf } from '../support/pdf.js';

/*
 * A book that is read from the right, on paper: its pages are counted from the right, its lines begin there, its code does not.
 * In Latin letters, which every machine has a font for.
 */
const paragraphs = Array.from(
  { length: 40 },
  (_, i) => `In the beginning was a line that goes on, ${i + 1}.`,
).join('\n\n');
const BOOK = {
  'book/book.yaml': 'title: Mirror\nauthor: A\ndir: rtl\ntoc-depth: 2\n',
  'book/a.md': `# First\n\n${paragraphs}\n\n## Second\n\n\`\`\`js\nconst a = 1;\n\`\`\`\n\n<details><summary>More</summary>\n\nHidden.\n\n</details>\n`,
};

describe.each(['print', 'screen'])('%s', (edition) => {
  let pdf: InspectedPdf;
  beforeAll(async () => {
    const cwd = await desk(BOOK);
    const { code, messages, artifacts } = await octavoJson(cwd, ['build', 'book', '-e', edition]);
    expect([code, messages]).toEqual([0, []]);
    pdf = await inspectPdf(await bytesOf(cwd, 'dist', artifacts[0]?.path ?? ''));
  });
  const linesOf = (text: RegExp) =>
    pdf.pages.flatMap((page) =>
      page.lines.filter((line) => text.test(line.text)).map((line) => ({ page, line })),
    );

  it('finds the page of a heading that is not on the first of its chapter', () => {
    const [chapter] = pdf.outline.filter(({ title }) => title === 'First');
    const [section] = chapter?.children ?? [];
    expect(section?.title).toBe('Second');
    expect(Number(section?.label)).toBeGreaterThan(Number(chapter?.label));
    const contents = pdf.pages.find(({ lines }) =>
      lines.some(({ text }) => text.includes(section?.label ?? '-')),
    );
    expect(contents?.text).toContain('Second');
  });

  it('begins headings at the right, and code at the left', () => {
    const heading = linesOf(/^Second$/).at(-1);
    const code = linesOf(/const a = 1;/).at(0);
    if (!heading || !code) throw new Error('there is no heading or no code');
    expect(heading.line.x + heading.line.width).toBeGreaterThan(heading.page.width * 0.75);
    expect(code.line.x).toBeLessThan(code.page.width * 0.25);
  });

  it('shows on paper what opens at a touch', () => {
    expect(pdf.pages.map(({ text }) => text).join(' ')).toContain('Hidden');
  });
});

it('in an EPUB, what opens at a touch is closed, and pages turn from the right', async () => {
  const cwd = await desk(BOOK);
  const { artifacts } = await octavoJson(cwd, ['build', 'book', '-e', 'epub']);
  const epub = await openEpub(await bytesOf(cwd, 'dist', artifacts[0]?.path ?? ''));
  expect(epub.opf.direction).toBe('rtl');
  expect(epub.documents.get('a.xhtml')?.one('details').attributes.open).toBeUndefined();
});
