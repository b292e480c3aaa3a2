import { describe, expect, it } from 'vitest';
import { buildInMemory, checkInMemory } from '../support/memory.js';
import { randomFrom, randomText } from '../support/random.js';

/*
 * A thousand texts of pieces of Markdown and nonsense, the same in every run: whatever they are, there is a judgment, and an
 * EPUB or an error with its place, and nothing is thrown.
 */
const TEXTS = 1000;
const TOGETHER = 50;
/** Of so many, one is built. */
const BUILT = 4;
/** What the texts may point at. */
const AROUND = {
  'book.yaml': 'title: T\nauthor: A\nbibliography: works.bib\n',
  'b.md': '# Two\n\nText.\n',
  'handouts/contact-log.md': '# Log\n',
  'wave.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3z"/></svg>',
  'works.bib': '@book{doe99, author={Doe, Jane}, title={Words}, year={1999}}\n',
};

describe.each(Array.from({ length: TEXTS / TOGETHER }, (_, i) => i))('random texts, %i', (batch) => {
  const random = randomFrom(batch + 1);
  const texts = Array.from({ length: TOGETHER }, () => randomText(random));

  it('are checked or built, each alone', async () => {
    for (const [i, text] of texts.entries()) {
      const name = `${batch}.${i}: ${JSON.stringify(text)}`;
      const files = { ...AROUND, 'a.md': text };
      const checked = await checkInMemory(files).catch(String);
      expect(typeof checked, `${name}\n${checked}`).toBe('object');
      if (typeof checked === 'string') continue;
      const errors = checked.messages.filter(({ fatal }) => fatal);
      for (const { file } of errors) expect(file, name).toMatch(/\ba\.md$/);
      if (errors.length || i % BUILT) continue;
      // A picture of a handout is taken by a browser, and none is needed to see that nothing is thrown.
      const withoutPictures = { ...files, 'a.md': text.replaceAll(' show=small', '') };
      const built = await buildInMemory(withoutPictures).catch(String);
      expect(typeof built, `${name}\n${built}`).toBe('object');
      if (typeof built !== 'string') expect([built.ok, built.delivered.size], name).toEqual([true, 2]);
    }
  });
});
