import postcss from 'postcss';
import { describe, expect, it } from 'vitest';
import { settleMedia } from '../../src/typeset/media.js';
import { bytesOf, desk, octavoJson } from '../support/desk.js';
import { inspectPdf } from '../support/pdf.js';

const settled = (css: string): string => {
  const root = postcss.parse(css);
  settleMedia(root);
  return root.toString().replace(/\s+/g, '');
};

describe('media queries on paper', () => {
  it.each([
    ['print', true],
    ['all', true],
    ['only print', true],
    ['PRINT', true],
    ['screen, print', true],
    ['not screen', true],
    ['screen', false],
    ['not print', false],
    ['only screen and (min-width: 600px)', false],
    ['(min-width: 600px)', false],
    ['print and (orientation: portrait)', false],
    ['(prefers-color-scheme: dark)', false],
  ])('%s: %s', (query, holds) => {
    expect(settled(`a{x:y}@media ${query}{p{color:red}}b{x:y}`)).toBe(
      holds ? 'a{x:y}p{color:red}b{x:y}' : 'a{x:y}b{x:y}',
    );
  });

  it('may stand in one another', () => {
    expect(settled('@media print{p{x:y}@media screen{q{x:y}}@media all{r{x:y}}}')).toBe('p{x:y}r{x:y}');
  });

  it('hold when pages are counted as they do in print', async () => {
    const cwd = await desk({
      'book/book.yaml': 'title: T\nauthor: A\nstyles: [book.css]\n',
      'book/book.css':
        '@media print { p { font-size: 30pt; line-height: 40pt } }\n@media screen { p { font-size: 60pt } }\n',
      'book/a.md': `# One\n\n${'Text of it, and then some more. '.repeat(20).concat('\n\n').repeat(10)}\n\n## Two\n\nMore.\n`,
    });
    const { messages } = await octavoJson(cwd, ['build', 'book', '-e', 'print']);
    expect(messages).toEqual([]);
    const { pages } = await inspectPdf(await bytesOf(cwd, 'dist/t-print.pdf'));
    expect(pages.length).toBeGreaterThan(15);
  });
});

describe('page breaks of a stylesheet', () => {
  it.each(['break-before: page', 'page-break-before: always', 'break-before: recto'])(
    '%s is a break of columns where pages are measured',
    (declaration) => {
      expect(settled(`h2{${declaration}}`)).toBe(
        `h2{${declaration.replace(' ', '')}}@mediascreen{h2{break-before:column}}`,
      );
    },
  );
  it('that avoid one stay as they are', () => {
    expect(settled('h2{break-after:avoid;break-inside:avoid}')).toBe(
      'h2{break-after:avoid;break-inside:avoid}',
    );
  });

  it('are counted: each section of a book begins a page, and the contents say which', async () => {
    const cwd = await desk({
      'book/book.yaml': 'title: Breaks\nauthor: A\ntoc-depth: 2\nstyles: [own.css]\n',
      'book/own.css': 'h2 { break-before: page; }\n',
      'book/a.md': `# One\n\nText.\n\n${Array.from({ length: 5 }, (_, i) => `## Section ${i}\n\nText.\n`).join('\n')}`,
    });
    const made = await octavoJson(cwd, ['build', 'book', '-e', 'print']);
    expect(made.messages).toEqual([]);
    const pdf = await inspectPdf(await bytesOf(cwd, 'dist/breaks-print.pdf'));
    const sections = pdf.outline.find(({ title }) => title === 'One')?.children ?? [];
    expect(sections.map(({ label }) => label)).toEqual(['2', '3', '4', '5', '6']);
    const contents = pdf.pages.find(({ text }) => text.startsWith('Contents'))?.text ?? '';
    for (const { title, label } of sections) expect(contents).toMatch(new RegExp(`${title} ${label}`));
  });
});
