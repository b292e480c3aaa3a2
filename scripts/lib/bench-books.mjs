// Books of any length to measure growth with: prose with notes, headings, lists, tables, code and references in a fixed measure.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WORDS =
  'the harbour was older than the town and nobody had asked the harbour what it thought of that before the rain came over the water and the boats lay still in the dark until somebody lit a lamp on the quay and the gulls rose all at once'.split(
    ' ',
  );

/**
 * Writes a book of about so many pages of 6 × 9 in.
 * @param {string} folder
 * @param {number} pages
 */
export function writeBook(folder, pages) {
  mkdirSync(folder, { recursive: true });
  let state = 1;
  const below = (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const words = (count) => {
    const from = below(WORDS.length);
    const text = Array.from(
      { length: count },
      (_, i) => WORDS[(from + i * (1 + (count % 3))) % WORDS.length],
    ).join(' ');
    return `${text[0].toUpperCase()}${text.slice(1)}.`;
  };
  writeFileSync(join(folder, 'book.yaml'), `title: A book of ${pages} pages\nauthor: A Press\nlang: en\n`);
  const chapters = Math.max(1, Math.round(pages / 14));
  const each = pages / chapters;
  for (let chapter = 0; chapter < chapters; chapter++) {
    const blocks = [`# Chapter ${chapter + 1} {#sec-${chapter}}`];
    const notes = [];
    for (let page = 0; page < each - 1; page++) {
      blocks.push(`## Section ${chapter + 1}.${page + 1}`);
      for (let i = 0; i < 3; i++) {
        const id = `n${page}-${i}`;
        const noted = i === 1;
        blocks.push(`${words(70)}${noted ? `[^${id}]` : ''} ${words(20)}`);
        if (noted) notes.push(`[^${id}]: ${words(14 + below(20))}`);
      }
      if (page % 4 === 0) blocks.push(Array.from({ length: 4 }, () => `- ${words(12)}`).join('\n'));
      if (page % 4 === 1)
        blocks.push(
          `| One | Two | Three |\n| --- | --- | --- |\n${Array.from({ length: 5 }, () => `| ${words(3)} | ${words(4)} | ${words(3)} |`).join('\n')}`,
        );
      if (page % 4 === 2)
        blocks.push(
          `\`\`\`js\n${Array.from({ length: 6 }, (_, i) => `const value${i} = measure(${i});`).join('\n')}\n\`\`\``,
        );
      if (page % 4 === 3) blocks.push(`> ${words(40)}`, `See @sec-${below(chapters)}.`);
    }
    writeFileSync(
      join(folder, `${String(chapter).padStart(3, '0')}.md`),
      `${[...blocks, ...notes].join('\n\n')}\n`,
    );
  }
}
