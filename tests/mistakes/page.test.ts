import { describe, expect, it } from 'vitest';
import { bytesOf, octavo } from '../support/desk.js';
import { deskWithBuild, GOOD, messagesIn, mistakes } from '../support/mistake.js';
import { inspectPdf } from '../support/pdf.js';

const files = (text: string) => ({ 'book/a.md': GOOD, 'book/handouts/h.md': text });

describe('a page', () => {
  it('says at its line what is wider than it, and by how much', async () => {
    const wide = Array.from({ length: 14 }, (_, i) => ` Nonpareillehood${i} `).join('|');
    const table = `|${wide}|\n|${' --- |'.repeat(14)}\n|${wide}|`;
    const code = `\`\`\`\n${'x'.repeat(400)}\n\`\`\``;
    const formula = `$$\n\\left(${Array.from({ length: 90 }, (_, i) => `a_{${i}}`).join(' + ')}\\right)\n$$`;
    const cwd = await deskWithBuild({ 'book/a.md': `${GOOD}\n${table}\n\n${code}\n\n${formula}\n` });
    const { code: exit, err } = await octavo(cwd, ['build', 'book', '-e', 'screen']);
    expect([exit, messagesIn(err)]).toEqual([
      0,
      ['book/a.md:5:1 warning words-whole-in-tables', 'book/a.md:13:1 warning fits-page'],
    ]);
    expect(err).toMatch(/This formula is \d+\.\d mm too wide for the page \(screen, page \d+\)/);
  });

  it('says what is wider than it in a solution where that was written, and not where the answers stand', async () => {
    const formula = `$$\n\\left(${Array.from({ length: 90 }, (_, i) => `a_{${i}}`).join(' + ')}\\right)\n$$`;
    const exercise = `:::exercise\nWhat?\n:::\n\n:::solution\n${formula}\n:::\n`;
    const cwd = await deskWithBuild({
      'book/a.md': `${GOOD}\n${exercise}`,
      'book/b.md': `# B\n\n${exercise}\n## Answers\n\n::answers\n\n${formula}\n`,
    });
    const { code: exit, err } = await octavo(cwd, ['build', 'book', '-e', 'screen']);
    expect([exit, messagesIn(err)]).toEqual([
      0,
      ['book/a.md:10:1', 'book/b.md:8:1', 'book/b.md:17:1'].map((place) => `${place} warning fits-page`),
    ]);
  });

  it('cuts off a table of more columns than it has room for letters, whichever way it is turned, and says so once', async () => {
    const tableOf = (cell: (i: number) => string, rows: number): string => {
      const row = `|${Array.from({ length: 200 }, (_, i) => ` ${cell(i)} `).join('|')}|\n`;
      return `${row}|${' --- |'.repeat(200)}\n${row.repeat(rows)}`;
    };
    // Its head stands again on each page, cut off in the middle of its words.
    const tables = [
      { cell: (i: number) => `Nonpareille${i}`, rows: 12 },
      { cell: () => 'ab', rows: 3 },
    ];
    for (const { cell, rows } of tables) {
      const cwd = await deskWithBuild({ 'book/a.md': `${GOOD}\n${tableOf(cell, rows)}\nText behind it.\n` });
      const { code: exit, err } = await octavo(cwd, ['build', 'book', '-e', 'print']);
      expect([exit, messagesIn(err)]).toEqual([0, ['book/a.md:5:1 warning fits-page']]);
      expect(err).toMatch(
        /This table is \d+\.\d mm too wide for the page \(print, page 1\) and is cut off there/,
      );
      const { pages } = await inspectPdf(await bytesOf(cwd, 'dist', 'a-book-print.pdf'));
      // It stands between what comes before it and behind it, and over neither.
      const text = pages.map((page) => page.text.replace(/\s/g, '')).join('');
      const [before, behind] = [text.lastIndexOf('Text.'), text.indexOf('Textbehindit.')];
      const letters = text.slice(before, behind).split(cell(0).charAt(0)).length - 1;
      expect(letters).toBeGreaterThan(rows * 20);
    }
  });

  it('says at its line what is higher than it, cuts it there and counts its pages truly', async () => {
    const rows = Array.from({ length: 90 }, (_, i) => `${i} & ${i}`).join(' \\\\ ');
    const matrix = `\\begin{pmatrix}${rows}\\end{pmatrix}`;
    const cwd = await deskWithBuild({
      'book/a.md': `${GOOD}\n$$\n${matrix}\n$$\n\nBetween $${matrix}$ and the end.\n\n## After\n`,
    });
    const { code: exit, err } = await octavo(cwd, ['build', 'book', '-e', 'screen']);
    expect([exit, messagesIn(err)]).toEqual([
      0,
      ['book/a.md:5:1 warning fits-page', 'book/a.md:9:1 warning fits-page'],
    ]);
    expect(err).toMatch(/This formula is \d+\.\d mm too high for the page \(screen, page \d+\)/);
  });

  it('names the stylesheet of the book where that makes letters too large for it', async () => {
    const cwd = await deskWithBuild({
      'book/book.yaml': 'title: T\nauthor: A\nlang: en\nstyles: [styles/x.css, styles/y.css]\n',
      'book/a.md': `${GOOD}\n\n[Letters]{.huge}\n\nA formula: $${'a'.repeat(60)}$\n`,
      'book/styles/x.css': 'p:has(.huge) { font-size: 700pt }\n',
      'book/styles/y.css': 'em { color: #333 }\n',
    });
    const { err } = await octavo(cwd, ['build', 'book', '-e', 'screen']);
    const [letters, formula] = err.split('\n\n').filter((one) => one.includes('fits-page'));
    expect(letters).toMatch(/→ Ask for smaller letters \(font-size\) in styles\/x\.css\.$/);
    expect(formula).toMatch(/→ Break it/);
  });

  it('says what no font has, each character once, at its place', async () => {
    const none = '\u{10fffd}';
    const cwd = await deskWithBuild({
      'book/a.md': `${GOOD}\nQuotes “turned”, é and Ω.\nThen ${none} and \`${none}\`,\n\nand \u{f0000}.\n`,
    });
    const { code: exit, err } = await octavo(cwd, ['build', 'book', '-e', 'screen', '-e', 'print']);
    expect([exit, messagesIn(err).filter((line) => line.includes('glyphs'))]).toEqual([
      0,
      ['book/a.md:6:6 warning glyphs-there', 'book/a.md:8:5 warning glyphs-there'],
    ]);
    expect(err).toContain('No font has (U+10FFFD), and a box is printed for it');
    expect(err).toContain('No font has (U+F0000), and a box is printed for it');
  });

  it('has no letter that only the browser drew', async () => {
    const cwd = await deskWithBuild({
      'book/a.md': `${GOOD}\n#### \`bold\` *\`and\`* slanted\n\n**太字** and *斜体* and ***both 太***\n`,
    });
    const { code: exit, err } = await octavo(cwd, ['build', 'book', '-e', 'screen']);
    expect([exit, err]).toEqual([0, expect.not.stringContaining('Type 3')]);
  });
});

describe('a handout', () => {
  mistakes([
    {
      name: 'that is longer than its page',
      files: files(`# Two pages\n\n${'- A line to fill in.\n\n'.repeat(60)}`),
      args: ['build', 'book', '-e', 'handouts'],
      code: 1,
      // The first item that stands on the second page.
      messages: ['book/handouts/h.md:63:3 error handout-fits'],
      says: /takes \d pages of a4 \(\d+ mm too much\) and \d pages of letter \(\d+ mm too much\), and may take 1.*allow it more with “pages: \d”/s,
    },
  ]);
});
