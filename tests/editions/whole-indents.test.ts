import { expect, it } from 'vitest';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';
import { openScreen } from '../support/screen.js';

/* How far paragraphs of Chinese and Japanese are indented in an EPUB: all of them, by whole characters. */

it.each([
  ['ja', '吾輩は猫である。', 1],
  ['zh', '我是猫。', 2],
  ['en', 'I am a cat.', 0],
])(
  'a paragraph below a title of a book in %s is indented by its own custom',
  async (lang, words, characters) => {
    const text = `# ${words}\n\n${words}\n\n${words}\n\n> ${words}\n\n- ${words}\n\n  ${words}\n`;
    const files = {
      'book.yaml': `title: T\nauthor: A\nlang: ${lang}\n`,
      '0.md': `---\nrole: dedication\n---\n${words}\n`,
      '1.md': text,
    };
    const { delivered, messages } = await buildInMemory(files, { editions: ['epub'] });
    expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
    const { bytes } = await openEpub(delivered.get('out/t.epub') as Uint8Array);
    const screen = await openScreen(bytes);
    const indents = async (name: string): Promise<number[]> => {
      const file = [...bytes.keys()].find((path) => path.endsWith(name)) ?? '';
      const page = await screen.open(file, { width: 390 });
      return page.evaluate(() =>
        [...document.querySelectorAll('section > p')].map((paragraph) => {
          const { textIndent, fontSize } = getComputedStyle(paragraph);
          return Number.parseFloat(textIndent) / Number.parseFloat(fontSize);
        }),
      );
    };
    try {
      expect(await indents('1.xhtml')).toEqual([characters, characters || 1.2]);
      expect(await indents('0.xhtml')).toEqual([0]);
    } finally {
      await screen.close();
    }
  },
);
