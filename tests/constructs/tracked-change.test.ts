import { expect, it } from 'vitest';
import { understand } from '../support/chapter.js';
import { buildInMemory } from '../support/memory.js';

const BY = 'author="Ada" date="2026-01-01T00:00:00Z"';

/** The paragraphs of a chapter, and what is said of it. */
function made(text: string) {
  const book = understand(`# T\n\n${text}\n`);
  const { html } = book.dress('reflowable');
  return { paragraphs: [...html.matchAll(/<p>(.*?)<\/p>/gs)].map(([, inner]) => inner), said: book.said() };
}

it('what was inserted in a word processor is text, what was deleted is none, and no more are comments', () => {
  const { paragraphs, said } = made(
    `It [rained *hard*]{.insertion ${BY}}[snowed]{.deletion ${BY}} [Did it?]{.comment-start id="0" ${BY}}today[]{.comment-end id="0"}.

[All of it.]{.deletion ${BY}}

*So [it]{.deletion ${BY}}was.*[]{.paragraph-deletion ${BY}}`,
  );
  expect(paragraphs).toEqual(['It rained <em>hard</em> today.', '<em>So was.</em>']);
  expect(said).toEqual(['change-is-settled chapter.md:3:72', 'change-is-settled chapter.md:3:133']);
});

it('a comment without words leaves nothing out', () => {
  const { paragraphs, said } = made(`So []{.comment-start id="0" ${BY}}it[]{.comment-end id="0"} is.`);
  expect(paragraphs).toEqual(['So it is.']);
  expect(said).toEqual([]);
});

it('a class of that name that the author gave is as any other', () => {
  const { paragraphs, said } = made('It [snowed]{.deletion}.');
  expect(paragraphs).toEqual(['It <span class="deletion">snowed</span>.']);
  expect(said).toEqual([]);
});

it('bookmarks and styles of a word processor are no text', () => {
  const { paragraphs, said } = made(
    '[]{#_Toc12 .anchor}It [rained]{custom-style="Emphasis Char"}; see [there](#_Toc12), where it is.',
  );
  expect(paragraphs).toEqual([
    '<span class="anchor" id="chapter--toc12"></span>It <span>rained</span>; see <a href="#chapter--toc12">there</a>, where it is.',
  ]);
  expect(said).toEqual(['attribute-known chapter.md:3:23']);
});

it('a height beside a width is no mistake, and a number that is no share is one of pixels', () => {
  const figures = (attributes: string) => {
    const book = understand(`# T\n\n![A](a.png){${attributes}}`, { assets: ['a.png'] });
    return [/<img[^>]*>/.exec(book.dress('reflowable').html)?.[0], ...book.said()];
  };
  const wide = (width: number) => expect.stringContaining(`width="${width}"`);
  expect(figures('width="2.5in" height="1.66in"')).toEqual([wide(240)]);
  expect(figures('width=130 height=90')).toEqual([wide(130)]);
  expect(figures('height=2in')).toEqual([expect.any(String), 'attribute-known chapter.md:3:1']);
  expect(figures('width=1')).toEqual([expect.any(String), 'attribute-valid chapter.md:3:1']);
});

it('text that was deleted is missed by nobody, and other braces behind a bracket are told', async () => {
  const { ok, messages } = await buildInMemory({
    'a.md': `# One\n\n[All of it.]{.deletion ${BY}}\n\nIt [is]{made="so it"}.\n`,
  });
  expect(ok).toBe(true);
  expect(messages.map(({ ruleId, line, column }) => `${ruleId} ${line}:${column}`)).toEqual([
    'change-is-settled 3:1',
    'markup-shows 5:8',
  ]);
});
