import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/build.js';
import { thisWorld } from '../../src/world.js';
import { bytesOf, desk, put } from '../support/desk.js';
import { type Epub, openEpub } from '../support/epub.js';
import { epubcheck } from '../support/epubcheck.js';
import { checkInMemory } from '../support/memory.js';
import { type InspectedPdf, inspectPdf, outlineText } from '../support/pdf.js';

/*
 * What is gathered from the whole book, in the finished editions: lists with their pages, answers, glossary.
 */
const WAVE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80"><path d="M0 60 L200 10" stroke="#000"/></svg>';
const long = Array.from({ length: 60 }, (_, i) => `This is line ${i} of a text that goes on and on.\n`).join(
  '\n',
);
const FILES = {
  'book/book.yaml': 'title: T\nauthor: A\nlists: [tables, figures]\nabbreviations: {PR: Press}\n',
  'book/a.md': `# One\n\n${long}\n\n![W](wave.svg "The *first*."){#fig-a}\n\n:::exercise[Rest]{#ex-rest}\nRest.\n:::\n\n:::solution\nSlept.\n:::\n\n[calm]{.term}`,
  'book/b.md': `# Two\n\n${long}\n\n![W](wave.svg "The second."){#fig-b}\n\n| a | b ||\n| - | - | - |\n| 1 | 2 | 3 |\n| ^^ | 2 || \n\n: Some **cups** {#tbl-t}\n\n\`\`\`js\nrest(); // <1>\n\`\`\`\n\n1. An hour.`,
  'book/c.md': '# Answers\n\n::answers\n\n## All figures\n\n::list-of-figures',
  'book/glossary.md': '---\nrole: glossary\n---\n# Glossary\n\nCalm\n: Not PR.\n\n::abbreviations',
  'book/wave.svg': WAVE,
};

describe('the finished book', () => {
  let pdf: InspectedPdf;
  let epub: Epub;
  let bytes: Uint8Array;
  beforeAll(async () => {
    const cwd = await desk();
    await put(cwd, FILES);
    const result = await build(
      { folder: `${cwd}/book`, output: `${cwd}/out`, editions: ['print', 'epub'] },
      thisWorld(),
    );
    expect(result.messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const path = (type: string) => result.artifacts.find(({ mediaType }) => mediaType === type)?.path ?? '';
    pdf = await inspectPdf(await bytesOf(`${cwd}/out`, path('application/pdf')));
    bytes = await bytesOf(`${cwd}/out`, path('application/epub+zip'));
    epub = await openEpub(bytes);
  });
  const linesOf = (label: string) =>
    pdf.pages.find((page) => page.label === label)?.lines.map(({ text }) => text) ?? [];
  const pageOf = (text: string) =>
    pdf.pages
      .filter(({ label, lines }) => /^\d/.test(label) && lines.some((line) => line.text.startsWith(text)))
      .at(0)?.label ?? 'none';

  it('shows captions in lists as they were written', () => {
    const lines = epub.documents.get('octavo-loi.xhtml')?.all('a') ?? [];
    expect(lines.map(({ text }) => text)).toEqual(['Figure 1. The first.', 'Figure 2. The second.']);
    expect(lines.map((line) => line.all('em').map(({ text }) => text))).toEqual([['first'], []]);
  });

  it('lists figures and tables with the pages they stand on', () => {
    expect(
      outlineText(pdf.outline)
        .map((line) => line.trim())
        .slice(0, 2),
    ).toEqual([expect.stringMatching(/^Figures/), expect.stringMatching(/^Tables/)]);
    const all = pdf.pages.flatMap(({ lines }) => lines.map(({ text }) => text));
    const [first, second] = [pageOf('Figure 1.'), pageOf('Figure 2.')];
    expect(Number(first)).toBeGreaterThan(1);
    expect(Number(second)).toBeGreaterThan(Number(first));
    for (const line of [`Figure 1. The first. ${first}`, `Figure 2. The second. ${second}`])
      expect(all.filter((one) => one === line)).toHaveLength(2);
    expect(all).toContain(`Table 1. Some cups ${pageOf('Table 1.')}`);
  });

  it('says on which page a solution stands, and there which exercise it solves', () => {
    const answers = pageOf('Answers');
    expect(linesOf(pageOf('Exercise 1.'))).toContain(`Solution, page ${answers}`);
    expect(linesOf(answers)).toEqual(expect.arrayContaining(['Exercise 1. Rest', 'Slept.']));
  });

  it('is an EPUB with lists without pages, and a glossary that says what it is', async () => {
    const list = textIn(epub, 'octavo-loi.xhtml');
    expect(list).toContain('epub:type="loi"');
    expect(list).toContain('<span class="toc-title">Figure 2. The second.</span></a></li>');
    expect(textIn(epub, 'a.xhtml')).toMatch(
      /<p class="solution-pointer"><a href="c\.xhtml#a--solution" aria-label="Solution: Exercise 1">Solution<\/a><\/p>[\s\S]*epub:type="glossref"/,
    );
    expect(textIn(epub, 'glossary.xhtml')).toMatch(
      /<dt id="glossary--term-calm" epub:type="glossterm"><dfn>Calm<\/dfn><\/dt>\s*<dd epub:type="glossdef">Not <abbr title="Press">PR<\/abbr>/,
    );
    for (const { errors, warnings } of await epubcheck(bytes)) expect([...errors, ...warnings]).toEqual([]);
  });
});

/** A file of an EPUB as it is written. */
function textIn(epub: Epub, file: string): string {
  return new TextDecoder().decode(epub.bytes.get(`OEBPS/${file}`));
}

describe('lists with nothing in them', () => {
  it.each(['::list-of-figures', '::list-of-tables', '::list-of-listings', '::abbreviations', '::answers'])(
    '%s is told of',
    async (line) => {
      const { messages } = await checkInMemory({
        'book.yaml': 'title: T\nauthor: A\n',
        'a.md': `# A\n\n${line}`,
      });
      expect(
        messages.map(({ ruleId, line, reason }) => [ruleId, line, reason.includes('finds nothing')]),
      ).toEqual([['list-has-entries', 3, true]]);
    },
  );

  it('are no pages', async () => {
    const { messages } = await checkInMemory({
      'book.yaml': 'title: T\nauthor: A\nlists: [figures]\n',
      'a.md': '# A\n\nText.',
    });
    expect(messages).toEqual([]);
  });
});
