import { describe, expect, it } from 'vitest';
import { bytesOf, desk, octavoJson } from '../support/desk.js';
import { inspectPdf } from '../support/pdf.js';
import { randomFrom } from '../support/random.js';

/*
 * Notes at the foot of their page: books of chance, each call and each note with a word of its own that is looked up in print.
 */
const WORDS =
  'the harbour was older than the town and nobody had asked the harbour what it thought of that'.split(' ');

function book(seed: number, chapters = 4): { files: Record<string, string>; notes: number } {
  const random = randomFrom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const words = (count: number): string =>
    Array.from({ length: count }, () => WORDS[below(WORDS.length)]).join(' ');
  let notes = 0;
  const files: Record<string, string> = {};
  for (let chapter = 0; chapter < chapters; chapter++) {
    const behind: string[] = [];
    const call = (): string => {
      const id = notes++;
      behind.push(`[^n${id}]: Note${id}x ${words(3 + below(random() < 0.1 ? 120 : 40))}.`);
      return `Call${id}x[^n${id}]`;
    };
    const text = (count: number, often: number): string =>
      Array.from({ length: count }, () => (random() < often ? call() : words(1))).join(' ');
    const blocks = Array.from({ length: 26 }, () => {
      const kind = below(12);
      if (kind < 5) return `${text(20 + below(90), 0.02)}.`;
      if (kind === 5) return `## ${words(3)}`;
      if (kind === 6)
        return Array.from({ length: 2 + below(5) }, () => `- ${text(4 + below(30), 0.03)}`).join('\n');
      if (kind === 7) return `> ${text(20 + below(40), 0.03)}`;
      if (kind === 8)
        return [
          '| one | two |',
          '| --- | --- |',
          ...Array.from({ length: 3 + below(9) }, () => `| ${text(3, 0.05)} | ${text(9, 0.03)} |`),
        ].join('\n');
      if (kind === 9) return `:::note\n${text(10 + below(30), 0.03)}.\n:::`;
      if (kind === 10)
        return `\`\`\`\n${Array.from({ length: 2 + below(12) }, () => words(4)).join('\n')}\n\`\`\``;
      return `1. ${text(10, 0.05)}\n\n   ${text(20, 0.05)}.\n2. ${text(12, 0.05)}`;
    });
    files[`c${chapter}.md`] =
      `# Chapter ${chapter}\n\n${[`${words(30)} ${call()}.`, ...blocks, ...behind].join('\n\n')}\n`;
  }
  return { files, notes };
}

describe.each(Array.from({ length: 12 }, (_, i) => i + 1))('a book of chance, %i', (seed) => {
  it('has each note on the page of its call, once', async () => {
    const { files, notes } = book(seed);
    const cwd = await desk({
      'book/book.yaml': 'title: Notes\nauthor: A Press\ntrim: a5\nchapter-start: any\nhyphenate: false\n',
      ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`book/${name}`, text])),
    });
    const made = await octavoJson(cwd, ['build', 'book', '-e', 'print']);
    expect(made.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { pages } = await inspectPdf(await bytesOf(cwd, 'dist/notes-print.pdf'));
    const where = (word: string): number[] =>
      pages.flatMap(({ text }, page) => Array.from({ length: text.split(word).length - 1 }, () => page));
    const wrong = Array.from({ length: notes }, (_, id) => [
      id,
      where(`Call${id}x`),
      where(`Note${id}x`),
    ]).filter(
      ([, call, note]) => JSON.stringify(call) !== JSON.stringify(note) || (call as number[]).length !== 1,
    );
    expect(wrong).toEqual([]);
    expect(notes).toBeGreaterThan(40);
  });
});

describe('notes', () => {
  const print = async (text: string, more = '') => {
    const cwd = await desk({
      'book/book.yaml': `title: Notes\nauthor: A Press\ntrim: a5\nchapter-start: any\nhyphenate: false\n${more}`,
      'book/a.md': text,
    });
    const made = await octavoJson(cwd, ['build', 'book', '-e', 'print']);
    expect(made.code, made.err).toBe(0);
    const pdf = await inspectPdf(await bytesOf(cwd, 'dist/notes-print.pdf'));
    const pageOf = (word: string) => pdf.pages.findLastIndex((page) => page.text.includes(word));
    return { ids: made.messages.map(({ id }) => id), pdf, pageOf };
  };
  const long = (count: number): string => 'It rained on the harbour and on the town. '.repeat(count).trim();

  it('stand behind their chapter where the book wants it', async () => {
    const { pageOf } = await print(
      `# One\n\nA call.[^a]\n\n${long(150)}\n\n[^a]: The note.\n`,
      'notes: chapter\n',
    );
    expect(pageOf('The note.')).toBeGreaterThan(pageOf('A call.'));
  });

  it('stand at the foot, under a rule, in the smaller size, and lead from their calls', async () => {
    const { pdf, pageOf } = await print(`# One\n\nA call.[^a]\n\n${long(150)}\n\n[^a]: The note.\n`);
    const page = pdf.pages[pageOf('A call.')];
    const line = (start: string) => page?.lines.find(({ text }) => text.startsWith(start));
    const [call, note] = [line('A call.'), line('1. The note.')];
    expect(note?.size).toBeLessThan(call?.size ?? 0);
    const text = page?.lines.filter(({ text }) => text.includes('harbour')) ?? [];
    // Under all of the text; the folio alone is lower.
    expect(Math.max(...text.map(({ y }) => y))).toBeLessThan(note?.y ?? 0);
    expect(text.length).toBeGreaterThan(10);
  });

  it.each([
    ['a heading', '# One\n\n## A call[^a]\n\nText.\n\n[^a]: The note.\n'],
    ['a caption', '# One\n\n| a |\n| - |\n| b |\n\n: A call[^a] {#tbl-a}\n\n@tbl-a.\n\n[^a]: The note.\n'],
    ['a table', `# One\n\n| a |\n| - |\n| A call[^a] |\n\n[^a]: The note.\n`],
    ['a definition', '# One\n\nWord\n: A call[^a]\n\n[^a]: The note.\n'],
    ['verse', '# One\n\n:::verse\nA call[^a]\nof two\n:::\n\n[^a]: The note.\n'],
    ['a box', '# One\n\n> [!NOTE]\n> A call[^a]\n\n[^a]: The note.\n'],
    ['a part of a sentence', '# One\n\nA call^[The note.] is here.\n'],
    ['several paragraphs of a note', '# One\n\nA call[^a]\n\n[^a]: The note.\n\n    Its end.\n'],
  ])('of %s stand at the foot', async (_, text) => {
    const { ids, pageOf, pdf } = await print(
      `${text}\n${long(120)}\n`.replace(/\n(\[\^a\]: [\s\S]*?)\n\n(It)/, '\n$1\n\n$2'),
    );
    expect(ids).not.toContain('notes-at-foot');
    expect(pageOf('The note.')).toBe(pageOf('A call'));
    expect(pdf.pages.filter((page) => page.text.includes('The note.'))).toHaveLength(1);
  });

  it.each([
    ['a note that is longer than a page', `# One\n\nA call.[^a]\n\nText.\n\n[^a]: ${long(120)} End.\n`],
    ['a note that only a note calls', '# One\n\nA call.[^a]\n\n[^a]: The note.[^b]\n\n[^b]: Another. End.\n'],
  ])('stand behind the chapter for %s, whole, and it is told', async (_, text) => {
    const { ids, pageOf } = await print(text);
    expect(ids).toContain('notes-at-foot');
    expect(pageOf('End.')).toBeGreaterThanOrEqual(0);
  });

  it('stand on the right in a book that is read from the right', async () => {
    const { ids, pageOf } = await print(
      `# אחת\n\nמילה[^a]\n\n${'גשם ירד על הנמל ועל העיר. '.repeat(150)}\n\n[^a]: ההערה.\n`,
      'lang: he\n',
    );
    expect(ids).not.toContain('notes-at-foot');
    expect(pageOf('1')).toBeGreaterThanOrEqual(0);
  });
});
